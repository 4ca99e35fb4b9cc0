#pragma once

#include "shared/protocol/supervision.hpp"

#include <QString>

/// Openings in words.
namespace palang::mobile::openingwords {

[[nodiscard]] QString state(protocol::opening_state s);
[[nodiscard]] QString stateIcon(protocol::opening_state s);
/// ok, warn, bad or quiet.
[[nodiscard]] QString stateTone(protocol::opening_state s);
/// `Masuk B 1234 XYZ`, `Dibuka dari sini oleh wati: tamu`, `Kartu Budi`; `Tanpa sebab`.
[[nodiscard]] QString cause(const protocol::opening_entry& e);
[[nodiscard]] QString verdict(protocol::opening_verdict v);

} // namespace palang::mobile::openingwords
