#pragma once

#include "server/commands/composition.hpp"
#include "server/config/command_line.hpp"
#include "server/storage/database.hpp"

#include <memory>

/// What palangd can do, one function per command. Each returns the process's exit code (PROTOCOL 8)
/// after saying in one line on stderr what went wrong. Thread: main.
namespace palang::commands {

namespace exit_code {
inline constexpr int fine = 0;
inline constexpr int gave_up = 1; ///< A part kept failing, or a command was refused.
inline constexpr int bad_configuration = 2;
inline constexpr int no_database = 3;
inline constexpr int port_taken = 4;
} // namespace exit_code

[[nodiscard]] int run(const config::invocation& asked);

[[nodiscard]] int serve(const config::settings& s, const composition& with = {});
[[nodiscard]] int migrate(const config::settings& s, const config::migrate& what);
[[nodiscard]] int check(const config::settings& s);

[[nodiscard]] int backup(const config::settings& s, const config::backup& what);
[[nodiscard]] int restore(const config::settings& s, const config::restore& what);

[[nodiscard]] int user_add(const config::settings& s, const config::user_add& what);
[[nodiscard]] int user_set(const config::settings& s, const config::user_set& what);
[[nodiscard]] int user_list(const config::settings& s);

[[nodiscard]] int device_list(const config::settings& s);
[[nodiscard]] int device_approve(const config::settings& s, const config::device_approve& what);
[[nodiscard]] int device_revoke(const config::settings& s, const config::device_revoke& what);
[[nodiscard]] int device_enrol(const config::settings& s, const config::device_enrol& what);

[[nodiscard]] int lock_list(const config::settings& s);
[[nodiscard]] int lock_bind(const config::settings& s, const config::lock_bind& what);
[[nodiscard]] int lock_unbind(const config::settings& s, const config::lock_unbind& what);

[[nodiscard]] int outbox_import(const config::settings& s, const config::outbox_import& what);

} // namespace palang::commands
