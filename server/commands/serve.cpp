#include "server/actors/root.hpp"
#include "server/bridge/connection_bridge.hpp"
#include "server/bridge/http_bridge.hpp"
#include "server/bridge/network_outbound.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/first_start.hpp"
#include "server/commands/folder_lock.hpp"
#include "server/commands/signals.hpp"
#include "server/commands/store.hpp"
#include "server/commands/ttlock_side.hpp"
#include "server/config/endpoint.hpp"
#include "server/ops/log.hpp"

#include <caf/actor_system_config.hpp>

#include <atomic>
#include <iostream>

namespace palang::commands {

namespace {

caf::actor_system_config actor_settings() {
  caf::actor_system_config cfg;
  // "stealing" polls; "sharing" sleeps while nothing happens.
  cfg.set("scheduler.policy", caf::atom("sharing"));
  cfg.set("scheduler.max-threads", defaults::scheduler_threads);
  return cfg;
}

gateway::endpoint for_gateway(const config::endpoint& e) {
  return {e.host, e.port};
}

gateway::settings gateway_settings(const config::settings& s) {
  gateway::settings g;
  g.client = for_gateway(s.client);
  g.intake = for_gateway(s.intake);
  g.ops = for_gateway(s.ops);
  if (!s.tls_certificate.empty())
    g.tls = gateway::tls_files{s.tls_certificate, s.tls_key};
  g.max_connections = s.max_connections;
  g.messages_per_second = s.messages_per_second;
  g.message_burst = s.message_burst;
  return g;
}

actors::environment outside(const config::settings& s, storage::database& store,
                            ttlock_side& ttlock, const clock& time, actors::outbound& out,
                            ops::metrics& meters, const composition& with) {
  actors::environment env{
      .time = time,
      .out = out,
      .meters = meters,
      .make_writer = [&] { return with.make_writer ? with.make_writer() : store.make_writer(); },
      .make_reader = [&store, calls = s.ttlock_monthly_calls] { return store.make_reader(calls); },
      .photo_folder = s.data / "photos",
      .log_folder = s.data / "logs",
      .approves_devices = s.is_demo};
  ttlock.connect(env);
  return env;
}

void announce(const gateway::gateway& g) {
  for (const auto which :
       {gateway::listener::client, gateway::listener::intake, gateway::listener::ops}) {
    const auto at = g.bound(which);
    const auto address = config::to_string({at.host, at.port});
    std::cout << "listening " << to_string(which) << ' ' << address << std::endl;
    log::info("listening", {{log::key::listener, to_string(which)}, {log::key::address, address}});
  }
  std::cout << "ready" << std::endl;
}

/// A part of the server that failed too often, in the words of the last line; empty while none has.
class last_line {
public:
  void set(const std::string& text) {
    if (!is_set_.exchange(true))
      text_ = text;
    stop_signals::stop();
  }
  [[nodiscard]] bool is_set() const noexcept { return is_set_; }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
  std::atomic<bool> is_set_ = false;
  std::string text_;
};

/// Everything that runs, from the first actor to the last close frame.
int run_server(const config::settings& s, storage::database& store, ttlock_side& ttlock,
               const clock& time, const stop_signals& signals, const composition& with) {
  ops::metrics meters;
  bridge::network_outbound network;
  const auto between = with.wrap_outbound ? with.wrap_outbound(network) : nullptr;
  actors::outbound& out = between ? *between : network;
  last_line why;
  auto cfg = actor_settings();
  caf::actor_system system{cfg};
  actors::root root{system, outside(s, store, ttlock, time, out, meters, with),
                    [&](const std::string& line) { why.set(line); }};
  if (!root.wait_until_ready(defaults::ready_deadline))
    return complain(exit_code::no_database,
                    {errc::db_unavailable, "the journal cannot be loaded", {}});
  bridge::connection_bridge connections{root.handles()->sessions};
  bridge::http_bridge http{
      system, {root.handles(), &network, s.ttlock_callback_secret, ttlock.credential_key()}};
  auto listening = gateway::start(gateway_settings(s), connections, http);
  if (!listening)
    return complain(listening.error().field == "tls" ? exit_code::bad_configuration
                                                     : exit_code::port_taken,
                    listening.error());
  network.connect(**listening);
  announce(**listening);
  signals.wait();
  log::info("stopping");
  root.drain_sessions(defaults::drain_deadline);
  (*listening)->stop(defaults::close_deadline);
  // The actors speak through the gateway: they end before it does.
  root.end();
  http.end();
  system.await_all_actors_done();
  if (!why.is_set())
    return exit_code::fine;
  return complain(exit_code::gave_up, {errc::internal, why.text(), {}});
}

/// Folders, lock and log.
result<folder_lock> prepare_folder(const config::settings& s) {
  std::error_code problem;
  std::filesystem::create_directories(s.data / "logs", problem);
  std::filesystem::create_directories(s.data / "photos", problem);
  auto lock = folder_lock::take(s.data);
  if (lock)
    log::start(s.data / "logs", s.log_level);
  return lock;
}

} // namespace

int serve(const config::settings& s, const composition& with) {
  const stop_signals signals;
  const system_clock time;
  const auto lock = prepare_folder(s);
  if (!lock)
    return complain(exit_code::no_database, lock.error());
  auto store = open_store(s, time);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  if (auto prepared = prepare_store(**store, s, time); !prepared)
    return complain(code_for_store(prepared.error()), prepared.error());
  const auto ttlock = ttlock_side::make(s, **store, time);
  if (!ttlock)
    return complain(ttlock.error().code == errc::invalid ? exit_code::bad_configuration
                                                         : exit_code::no_database,
                    ttlock.error());
  log::info("starting", {{log::key::dir, s.data.string()}});
  const auto code = run_server(s, **store, **ttlock, time, signals, with);
  log::info("stopped", {{log::key::code, code}});
  log::stop();
  return code;
}

} // namespace palang::commands
