#pragma once

#include "mobile/core/store.h"

namespace palang::mobile {

/// After a salvage the device's numbers go on this far beyond the greatest one that was read or
/// counted, so that a number of a record that is lost here, but perhaps known to the server, is
/// never given twice. The server shows the gap as missing.
inline constexpr std::uint32_t salvageSafetyGap = 1'000;

/// Copies the damaged file with its log aside (`<path>.damaged-20250324T101112Z`), writes what can
/// be read row by row into a new file (the outbox first) and adds the submissions that are still
/// recognisable among the bytes; those come back as pending, since sending twice is harmless. Then
/// the new file takes the damaged one's place. Errors: db_unavailable (no space to copy or write);
/// the damaged file is then as it was.
[[nodiscard]] result<OpenReport> salvage(const QString& path, instant now);

/// Ends a salvage that was interrupted while the new file took the old one's place. Does nothing
/// otherwise.
[[nodiscard]] result<void> finishSalvage(const QString& path);

} // namespace palang::mobile
