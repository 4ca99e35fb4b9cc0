#pragma once

#include "tests/ttlock_sim/api/cloud_api.hpp"
#include "tests/ttlock_sim/api/control_api.hpp"
#include "tests/ttlock_sim/api/world_json.hpp"
#include "tests/ttlock_sim/model/world_clock.hpp"
#include "tests/ttlock_sim/program/network.hpp"

#include <optional>

namespace palang::ttlock_sim {

/// A world on the network: moves it on with the clock, serves it, carries its callbacks out.
class simulator final : public surroundings {
public:
  simulator(network& net, const world_file& from, std::uint64_t seed);

  /// Errors: invalid.
  [[nodiscard]] result<void> furnish_from(const world_file& from);

  void on_cloud(const http_request& request, const respond& answer);
  void on_control(const http_request& request, const respond& answer);
  /// Does what is due and sees to the next wake-up.
  void go_on();

  [[nodiscard]] double speed() const override { return clock_.speed(); }
  void set_speed(double speed) override;
  void advance(milliseconds by) override;
  [[nodiscard]] result<void> set_callback_url(const std::string& url) override;

private:
  void catch_up();
  void send_callbacks();

  network* net_;
  system_clock host_;
  instant start_;
  world_clock clock_;
  world world_;
  remote remote_;
  faults faults_;
  cloud_api cloud_;
  control_api control_;
  std::optional<http_url> callback_;
};

} // namespace palang::ttlock_sim
