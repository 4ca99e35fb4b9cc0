#include "tests/ttlock_sim/support/sim_control.hpp"

#include "tests/support/http_client.hpp"

#include <stdexcept>
#include <thread>

namespace palang::testing {

namespace {

nlohmann::ordered_json read(const http_reply& reply, std::string_view path) {
  if (reply.status != 200)
    throw std::runtime_error(std::string{path} + ": " + reply.body);
  return nlohmann::ordered_json::parse(reply.body);
}

} // namespace

sim_control::json sim_control::post(std::string_view path, const json& body) {
  http_client client{port_};
  return read(client.request("POST", path, {{"Content-Type", "application/json"}}, body.dump()),
              path);
}

sim_control::json sim_control::get(std::string_view path) {
  http_client client{port_};
  return read(client.get(path), path);
}

std::uint64_t sim_control::open(std::int64_t lock, const json& more) {
  json event{{"lock_id", lock}};
  event.update(more);
  return post("/events", event)["numbers"][0];
}

sim_control::json sim_control::truth(std::int64_t lock) {
  return get("/truth?lock_id=" + std::to_string(lock));
}

bool sim_control::settle(std::chrono::milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  while (open_callbacks() > 0) {
    if (std::chrono::steady_clock::now() > deadline)
      return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  return true;
}

} // namespace palang::testing
