#pragma once

#include "tests/ttlock_sim/api/faults.hpp"
#include "tests/ttlock_sim/api/http_message.hpp"
#include "tests/ttlock_sim/model/remote.hpp"
#include "tests/ttlock_sim/model/world.hpp"

#include "shared/core/result.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace palang::ttlock_sim {

/// What the control interface turns outside the world: its clock, and where callbacks go.
class surroundings {
public:
  virtual ~surroundings() = default;
  [[nodiscard]] virtual double speed() const = 0;
  virtual void set_speed(double speed) = 0;
  /// Everything that falls due on the way happens, in order.
  virtual void advance(milliseconds by) = 0;
  /// Errors: invalid.
  [[nodiscard]] virtual result<void> set_callback_url(const std::string& url) = 0;
};

/// What tests tell the world and ask it, as JSON over HTTP. README.md lists the calls.
class control_api {
public:
  control_api(world& w, remote& commands, faults& planned, surroundings& around)
      : world_{&w}, remote_{&commands}, faults_{&planned}, around_{&around} {}

  [[nodiscard]] http_reply handle(const http_request& request);
  /// Plans a script's calls: `[{"after_ms": 60000, "call": "/events", "body": {…}}]`.
  /// Errors: invalid.
  [[nodiscard]] result<void> plan(const nlohmann::ordered_json& script);

private:
  using json = nlohmann::ordered_json;
  using asked = result<json>;

  [[nodiscard]] asked call(const std::string& what, const json& body);
  [[nodiscard]] asked ask(const std::string& what, const http_request& request);

  asked events(const json& body);
  asked gateway_link(const json& body, bool is_online);
  asked set_lock(const json& body);
  asked settings_changed(const json& body);
  asked add_fault(const json& body);
  asked script_command(const json& body);
  asked tokens(const json& body);
  asked quota_set(const json& body);
  asked cloud(const json& body);
  asked time(const json& body);
  asked advance(const json& body);
  asked callback_url(const json& body);
  asked call_back(const json& body);

  [[nodiscard]] json state() const;
  [[nodiscard]] json time_now() const;
  [[nodiscard]] json truth(lock_id of) const;
  [[nodiscard]] json commands(lock_id of) const;
  [[nodiscard]] json callbacks(std::size_t from) const;
  [[nodiscard]] json calls() const;

  world* world_;
  remote* remote_;
  faults* faults_;
  surroundings* around_;
};

} // namespace palang::ttlock_sim
