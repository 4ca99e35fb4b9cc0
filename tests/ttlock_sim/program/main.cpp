// palang-ttlock-sim: TTLock's cloud, gateways and locks, simulated. See README.md beside it.
#include "tests/ttlock_sim/program/simulator.hpp"

#include "server/config/endpoint.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace {

using namespace palang;
using namespace palang::ttlock_sim;

struct options {
  std::string listen = "127.0.0.1:0";
  std::string control = "127.0.0.1:0";
  std::string world;
  bool is_demo = false;
  std::string callback_url;
  std::uint64_t seed = 0;
  std::int64_t quota = 0;
  account who;
};

template <class T>
T value_of(result<T> r) {
  if (!r)
    throw std::runtime_error(r.error().message);
  if constexpr (!std::is_void_v<T>)
    return std::move(*r);
}

void describe(CLI::App& app, options& o) {
  app.add_option("--listen", o.listen, "The cloud's HTTP interface")->capture_default_str();
  app.add_option("--control", o.control, "The control interface")->capture_default_str();
  app.add_option("--world", o.world, "JSON file with locks, gateways, settings and a script");
  app.add_flag("--demo", o.is_demo, "Four gates, four locks, two gateways");
  app.add_option("--callback-url", o.callback_url, "Where callbacks go; http only");
  app.add_option("--seed", o.seed, "Of all chance (default 1)");
  app.add_option("--quota", o.quota, "Calls per month (default 30000)");
  app.add_option("--client-id", o.who.client_id)->capture_default_str();
  app.add_option("--client-secret", o.who.client_secret)->capture_default_str();
  app.add_option("--username", o.who.username, "The app account")->capture_default_str();
  app.add_option("--password", o.who.password, "In clear; clients send its MD5")
      ->capture_default_str();
}

world_file world_of(const CLI::App& app, const options& o) {
  std::string text = o.is_demo ? demo_world() : "{}";
  if (!o.world.empty()) {
    std::ifstream in(o.world);
    if (!in)
      throw std::runtime_error("cannot read " + o.world);
    text.assign(std::istreambuf_iterator<char>(in), {});
  }
  auto file = value_of(parse_world(text));
  const auto given = [&app](const char* name) { return app.count(name) > 0; };
  if (given("--client-id"))
    file.who.client_id = o.who.client_id;
  if (given("--client-secret"))
    file.who.client_secret = o.who.client_secret;
  if (given("--username"))
    file.who.username = o.who.username;
  if (given("--password"))
    file.who.password = o.who.password;
  if (given("--seed"))
    file.seed = o.seed;
  if (given("--quota"))
    file.quota = o.quota;
  return file;
}

void listen(network& net, const char* name, const std::string& at, network::handler handler) {
  const auto address = config::parse_endpoint(at);
  if (!address)
    throw std::runtime_error(at + " is no ADDRESS:PORT with a numeric address");
  const auto port = value_of(net.listen(address->host, address->port, std::move(handler)));
  std::cout << "listening " << name << ' ' << address->host << ':' << port << std::endl;
}

int serve(const CLI::App& app, const options& o) {
  const auto file = world_of(app, o);
  network net;
  simulator sim{net, file, file.seed.value_or(1)};
  value_of(sim.furnish_from(file));
  if (!o.callback_url.empty())
    value_of(sim.set_callback_url(o.callback_url));
  listen(net, "cloud", o.listen,
         [&sim](const http_request& r, const respond& answer) { sim.on_cloud(r, answer); });
  listen(net, "control", o.control,
         [&sim](const http_request& r, const respond& answer) { sim.on_control(r, answer); });
  sim.go_on();
  std::cout << "ready" << std::endl;
  net.run();
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  CLI::App app{"TTLock's cloud, gateways and locks, simulated"};
  options o;
  describe(app, o);
  try {
    app.parse(argc, argv);
    return serve(app, o);
  } catch (const CLI::ParseError& e) {
    return app.exit(e);
  } catch (const std::exception& e) {
    std::cerr << "palang-ttlock-sim: " << e.what() << std::endl;
    return 1;
  }
}
