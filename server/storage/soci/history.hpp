#pragma once

#include "server/storage/backup.hpp"
#include "server/storage/soci/connection.hpp"

namespace palang::storage {

/// Turns the copy of a database into the beginning of a new history, in one transaction. Returns
/// how many photos are expected again. Errors: the connection's.
[[nodiscard]] result<std::int64_t> begin_new_history(connection& db, const photo_check& has_photo,
                                                     instant now);

} // namespace palang::storage
