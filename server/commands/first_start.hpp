#pragma once

#include "server/config/settings.hpp"
#include "server/storage/database.hpp"

namespace palang::commands {

/// Makes an empty database one that can be worked with: the demo site if asked for, and the user
/// `admin`, whose generated password is printed once. Does nothing where users are. Errors: invalid
/// (field "demo": the database is not empty), db_unavailable, internal.
[[nodiscard]] result<void> prepare_store(storage::database& store, const config::settings& s,
                                         const clock& time);

} // namespace palang::commands
