#pragma once

#include "mobile/base/workplace.h"
#include "mobile/core/store.h"
#include "shared/protocol/objects.hpp"

#include <QString>

#include <vector>

namespace palang::mobile {

/// One thing that happened to a stay.
struct HistoryLine {
  instant at{};
  QString icon;
  QString title;
  QString note; ///< Who, where, why; may be empty.
};

/// What is known of a stay, oldest first: its entry and exit, what the server's audit tells, and
/// what was asked for here and is not answered or was refused. `audit` and `own` may tell of others
/// too.
[[nodiscard]] std::vector<HistoryLine> historyOf(const protocol::session& s,
                                                 const std::vector<protocol::audit_entry>& audit,
                                                 const std::vector<OutboxRow>& own,
                                                 const std::optional<protocol::config>& config);

} // namespace palang::mobile
