#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace palang::testing {

/// The control interface of a running palang-ttlock-sim. What it refuses throws std::runtime_error.
/// Thread: one.
class sim_control {
public:
  using json = nlohmann::ordered_json;

  explicit sim_control(std::uint16_t control_port) : port_{control_port} {}

  json post(std::string_view path, const json& body);
  [[nodiscard]] json get(std::string_view path);

  /// One record by card, or by what `more` says. Returns its number in the truth.
  std::uint64_t open(std::int64_t lock, const json& more = json::object());
  void cut(std::int64_t gateway) { post("/gateways/cut", {{"gateway_id", gateway}}); }
  void restore(std::int64_t gateway) { post("/gateways/restore", {{"gateway_id", gateway}}); }
  /// A merge patch: `{{"callback", {{"retries", 2}}}}`.
  void set(const json& settings) { post("/settings", settings); }
  /// Where callbacks go from now on.
  void call_back(const std::string& url) { post("/callbacks/url", {{"url", url}}); }
  void fault(const json& what) { post("/faults", what); }
  void next_command(const std::string& outcome) { post("/commands/next", {{"outcome", outcome}}); }
  void advance(std::chrono::milliseconds by) { post("/time/advance", {{"ms", by.count()}}); }
  [[nodiscard]] std::int64_t now_ms() { return get("/time")["now_ms"]; }
  /// Every record of a lock and what became of it; 0: of all locks.
  [[nodiscard]] json truth(std::int64_t lock = 0);
  /// Callbacks that are on their way or will be tried again.
  [[nodiscard]] std::size_t open_callbacks() { return get("/callbacks")["open"]; }
  /// Waits, in host time, until no callback is on its way. False after `limit`.
  bool settle(std::chrono::milliseconds limit = std::chrono::seconds{10});

private:
  std::uint16_t port_;
};

} // namespace palang::testing
