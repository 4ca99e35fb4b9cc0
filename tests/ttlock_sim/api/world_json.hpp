#pragma once

#include "tests/ttlock_sim/model/world.hpp"

#include "shared/core/result.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

/// Worlds as JSON: the file that the program starts from, and what the control interface shows.
namespace palang::ttlock_sim {

/// A world before it exists.
struct world_file {
  account who;
  std::optional<std::uint64_t> seed;
  std::optional<instant> start; ///< None: the host's wall clock.
  std::optional<double> speed;
  std::optional<std::int64_t> quota;
  nlohmann::ordered_json settings = nlohmann::ordered_json::object();
  nlohmann::ordered_json locks = nlohmann::ordered_json::array();
  nlohmann::ordered_json gateways = nlohmann::ordered_json::array();
  nlohmann::ordered_json script = nlohmann::ordered_json::array(); ///< Timed control calls.
};

/// Errors: invalid.
[[nodiscard]] result<world_file> parse_world(const std::string& text);
/// Fills a new world. Errors: invalid.
[[nodiscard]] result<void> furnish(world& w, const world_file& from);
/// Four gates, four locks, two gateways.
[[nodiscard]] std::string demo_world();

/// Changes what `j` names: `alias`, `battery`, `auto_lock_s`, `offset_ms`, `drift_ppm` …
void read_lock(lock& l, const nlohmann::ordered_json& j, instant now);
[[nodiscard]] nlohmann::ordered_json to_json(const lock& l, instant now);
[[nodiscard]] nlohmann::ordered_json to_json(const gateway& g);
[[nodiscard]] nlohmann::ordered_json to_json(const lock_command& c);
[[nodiscard]] nlohmann::ordered_json to_json(const record_fate& f);
[[nodiscard]] nlohmann::ordered_json to_json(const delivery& d);

} // namespace palang::ttlock_sim
