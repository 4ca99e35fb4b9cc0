#pragma once

#include "shared/protocol/objects.hpp"

#include <QString>
#include <QStringList>

/// A stay's states and flags as people call them.
namespace palang::mobile::sessionwords {

/// `Tanpa plat`
[[nodiscard]] QString noPlate();
/// `Di dalam`, `Sudah keluar`, `Dibatalkan` …
[[nodiscard]] QString status(protocol::session_status status);
[[nodiscard]] QString statusIcon(protocol::session_status status);
/// One sentence each; a flag that this program does not know is shown as it came.
[[nodiscard]] QStringList flags(const protocol::session& s);
/// What a change was: `Dikoreksi`, `Dibatalkan`, `Digabung`; `action` is a submission's kind.
[[nodiscard]] QString action(const std::string& action);

} // namespace palang::mobile::sessionwords
