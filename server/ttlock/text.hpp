#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Texts of strangers made fit for our own. Internal. Thread: any.
namespace palang::ttlock {

/// Control characters become spaces and bytes that are not UTF-8 become '?': one broken name must
/// not make a whole JSON document unreadable.
[[nodiscard]] std::string cleaned(std::string_view text);

/// The first `most` bytes at most, cut between characters. Wants UTF-8.
[[nodiscard]] std::string cut(std::string text, std::size_t most);

/// Without spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

[[nodiscard]] bool is_all_digits(std::string_view text);

/// What stands for what must not be shown.
inline constexpr auto hidden = "***";
/// Shorter runs of digits are house numbers, not passcodes.
inline constexpr std::size_t shortest_credential = 4;

/// Each run of `shortest_credential` digits or more becomes `hidden` and its last `shown` digits.
[[nodiscard]] std::string without_digit_runs(std::string_view text, std::size_t shown = 0);

/// ASCII letters in lower case.
[[nodiscard]] std::string lower_case(std::string_view text);

} // namespace palang::ttlock
