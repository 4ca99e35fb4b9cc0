#pragma once

#include "tests/ttlock_sim/api/cloud_api.hpp"
#include "tests/ttlock_sim/api/control_api.hpp"
#include "tests/ttlock_sim/site.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace palang::ttlock_sim {

/// A site with the cloud's and the control's interface, called without a socket. The clock moves by
/// `/time/advance` only.
class desk final : public surroundings {
public:
  using json = nlohmann::ordered_json;

  explicit desk(std::uint64_t seed = 1);

  site s;
  faults planned;

  /// The reply to a form after `wait` of the world's time, with clientId, a valid accessToken and
  /// date unless `fields` has others; nullopt when it is not answered yet.
  [[nodiscard]] std::optional<http_reply> reply(const std::string& path, form_fields fields = {},
                                                milliseconds wait = milliseconds{0});
  /// The JSON of a reply that must come.
  [[nodiscard]] json ask(const std::string& path, const form_fields& fields = {},
                         milliseconds wait = milliseconds{0});
  /// Its errcode; 0 when it has none.
  [[nodiscard]] int errcode_of(const std::string& path, const form_fields& fields = {});
  /// Fields of a log-in that is granted.
  [[nodiscard]] static form_fields login();
  [[nodiscard]] http_reply raw(const http_request& request);
  json control(const std::string& path, const json& body);
  [[nodiscard]] json view(const std::string& path);

  std::string token; ///< Valid at the start.

  [[nodiscard]] double speed() const override { return 0; }
  void set_speed(double) override {}
  void advance(milliseconds by) override { s.pass(by); }
  [[nodiscard]] result<void> set_callback_url(const std::string&) override { return {}; }

private:
  remote remote_{s.w};
  cloud_api cloud_{s.w, remote_, planned};
  control_api control_{s.w, remote_, planned, *this};
};

} // namespace palang::ttlock_sim
