#include "tests/server/actors/actor_world.hpp"

#include "server/actors/call_meter.hpp"
#include "shared/core/crypto.hpp"

#include <caf/scheduled_actor.hpp>

#include <algorithm>
#include <utility>

namespace palang::testing {

namespace {

caf::actor_system_config& stepwise(caf::actor_system_config& settings) {
  settings.set("scheduler.policy", caf::atom("testing"));
  return settings;
}

} // namespace

void actor_world::connect_cloud(actors::environment& to) {
  const ttlock::account who{"client", "secret", "admin@example.com", "password"};
  tokens_ = std::make_unique<ttlock::token_source>(cloud.make_http(), who, clock, nullptr);
  to.started_at = clock.now();
  to.calls = std::make_shared<actors::call_meter>(30'000, 0, clock);
  to.make_cloud = [this](ttlock::call_hook hook) {
    return std::make_unique<ttlock::cloud>(cloud.make_http(), *tokens_, "client", clock,
                                           std::move(hook), ttlock::credential_key{});
  };
}

actor_world::actor_world(actors::journal_sizes sizes, bool has_cloud) : system{stepwise(settings)} {
  actors::environment outside{
      .time = clock,
      .out = network,
      .meters = meters,
      .make_writer =
          [this] { return result<std::unique_ptr<ledger::writer>>{ledger.make_writer()}; },
      .make_reader =
          [this] { return result<std::unique_ptr<ledger::reader>>{ledger.make_reader()}; },
      .photo_folder = {},
      .approves_devices = false,
      .sizes = sizes};
  if (has_cloud)
    connect_cloud(outside);
  root.emplace(
      system, outside, [this](const std::string& line) { last_line = line; }, false);
}

actor_world::~actor_world() {
  release();
  root.reset();
  run();
}

void actor_world::run() {
  scheduler().run_jobs_filtered([this](caf::resumable* job) {
    const auto* actor = dynamic_cast<caf::scheduled_actor*>(job);
    return actor == nullptr || held_.empty() || actor->name() != held_;
  });
}

void actor_world::run_shuffled(std::mt19937_64& random) {
  auto& jobs = scheduler().jobs;
  while (!jobs.empty()) {
    const auto chosen = static_cast<std::ptrdiff_t>(random() % jobs.size());
    std::rotate(jobs.begin(), jobs.begin() + chosen, jobs.end());
    scheduler().run_once();
  }
}

void actor_world::pass(milliseconds time) {
  constexpr milliseconds step{50};
  for (; time > milliseconds{0}; time -= step) {
    clock.advance(std::min(step, time));
    scheduler().advance_time(std::min(step, time));
    run();
  }
}

std::string actor_world::make_token(protocol::role role, std::optional<uuid> device) {
  const auto token = to_string(make_uuid_v7(clock.now()));
  ledger::token_grant grant;
  grant.who.user_id = make_uuid_v7(clock.now());
  grant.who.username = "somebody";
  grant.who.user_role = role;
  grant.who.device_id = device;
  grant.expires_at = clock.now() + std::chrono::hours{16};
  ledger.tokens[crypto::to_hex(crypto::sha256_of(token))] = grant;
  return token;
}

actors::connection_id actor_world::open() {
  const auto id = next_connection_++;
  tell(at().sessions, actors::connection_opened{id, "127.0.0.1"});
  return id;
}

void actor_world::receive(actors::connection_id from, protocol::client_message message) {
  tell(at().sessions, actors::frame_received{from, std::move(message)});
}

actors::connection_id actor_world::greet(const std::string& token,
                                         std::optional<protocol::resume_point> resume,
                                         std::vector<std::string> topics) {
  const auto id = open();
  protocol::hello h;
  h.token = token;
  h.topics = std::move(topics);
  h.resume = std::move(resume);
  receive(id, std::move(h));
  run();
  return id;
}

void actor_world::drain_links() {
  for (auto& [id, link] : network.links)
    if (std::exchange(link.wants_drained, false))
      tell(at().sessions, actors::connection_drained{id});
}

protocol::submit actor_world::make_submit() {
  protocol::submit s;
  s.id = make_uuid_v7(from_ms(1'790'000'000'000));
  s.data = protocol::entry_data{};
  return s;
}

} // namespace palang::testing
