#pragma once

#include "tests/ttlock_sim/model/gateway.hpp"
#include "tests/ttlock_sim/model/lock.hpp"
#include "tests/ttlock_sim/model/settings.hpp"

#include <string>
#include <vector>

namespace palang::ttlock_sim {

/// Form body of notifyType 1. `records` are all of `of`; `admin` is its administrator's user name.
[[nodiscard]] std::string records_body(const lock& of, const std::vector<cloud_record>& records,
                                       const std::string& admin, const callback_settings& rules);

/// Form body of notifyType 2.
[[nodiscard]] std::string gateway_body(const gateway& of, bool is_online);

} // namespace palang::ttlock_sim
