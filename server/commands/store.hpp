#pragma once

#include "server/config/settings.hpp"
#include "server/storage/backup.hpp"
#include "server/storage/database.hpp"
#include "shared/core/clock.hpp"

#include <memory>
#include <string>

/// Internal to the commands.
namespace palang::commands {

/// The site's database, open. Errors: those of storage::examine, before anything is written, and of
/// storage::open_database; also db_unavailable when the data folder cannot be made.
[[nodiscard]] result<std::unique_ptr<storage::database>>
open_store(const config::settings& s, const clock& time,
           storage::scrutiny how = storage::scrutiny::usual);

/// One line on stderr, `palangd: …`; returns `code`.
[[nodiscard]] int complain(int code, const error& why);

/// 3 for what the database refuses, 2 for a URL that nobody understands.
[[nodiscard]] int code_for_store(const error& why);

/// From PALANG_PASSWORD, PALANG_PASSWORD_FILE, or else the first line of standard input.
/// Errors: invalid when it is shorter than defaults::least_password.
[[nodiscard]] result<std::string> read_password();

/// Who acts when the operator does, at a shell.
[[nodiscard]] ledger::principal operator_principal();

} // namespace palang::commands
