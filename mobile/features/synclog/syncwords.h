#pragma once

#include "shared/core/clock.hpp"
#include "shared/protocol/objects.hpp"

#include <QString>

#include <vector>

/// What devices send, in words.
namespace palang::mobile::syncwords {

/// `Masuk`, `Keluar`, `Koreksi` … of a submission's kind.
[[nodiscard]] QString kind(const std::string& word);
/// What the server answered: `Diterima`, or why not.
[[nodiscard]] QString verdict(bool isAccepted, const std::string& code);
/// `langsung`, `12 dtk`, `2 jam 5 menit`.
[[nodiscard]] QString delay(std::int64_t ms);
/// `17, 20–24`; empty of none.
[[nodiscard]] QString numbers(const std::vector<protocol::seq_range>& ranges);
[[nodiscard]] QString status(protocol::device_status s);

} // namespace palang::mobile::syncwords
