#pragma once

#include "tests/ttlock_sim/model/settings.hpp"

#include "shared/core/result.hpp"

#include <nlohmann/json.hpp>

namespace palang::ttlock_sim {

[[nodiscard]] nlohmann::ordered_json settings_to_json(const settings& s);

/// `s` with what `patch` names changed. Errors: invalid, for a name or word that does not exist.
[[nodiscard]] result<settings> merged(const settings& s, const nlohmann::ordered_json& patch);

} // namespace palang::ttlock_sim
