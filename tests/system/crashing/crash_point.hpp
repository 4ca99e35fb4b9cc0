#pragma once

#include <string_view>

/// Where a server for tests dies as a power cut would. PALANG_CRASH_POINT names the step; SIGUSR2
/// arms it, so that starting and logging in are not hit; the next time it is reached the process
/// kills itself; with PALANG_CRASH_PAUSE it stands still (SIGSTOP) until it is woken.
namespace palang::testing::crash_point {

inline constexpr std::string_view before_transaction = "before_transaction";
inline constexpr std::string_view nothing_written = "nothing_written"; ///< But begun.
inline constexpr std::string_view effect_written = "effect_written";   ///< No event yet.
inline constexpr std::string_view event_written = "event_written";     ///< The first one.
inline constexpr std::string_view answer_written = "answer_written";   ///< The submission's row.
inline constexpr std::string_view before_commit = "before_commit";
inline constexpr std::string_view committed = "committed"; ///< Nobody knows.
inline constexpr std::string_view pushed = "pushed";       ///< But not answered.
inline constexpr std::string_view answered = "answered";   ///< But not pushed.

/// Call once, before threads start.
void listen();
/// Dies or stands still here if this is the step and it is armed.
void reached(std::string_view step);
[[nodiscard]] bool is_armed_for(std::string_view step);
[[noreturn]] void die();

} // namespace palang::testing::crash_point
