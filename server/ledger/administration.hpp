#pragma once

#include "server/ledger/context.hpp"
#include "server/storage/repositories.hpp"

#include <cstdint>
#include <string>

/// Steps that submissions, log-in and subcommands share.
namespace palang::ledger {

/// Gives a pending device its number, unless it has one from before a restore. Errors: invalid when there are no numbers left.
[[nodiscard]] result<void> approve(storage::repositories& db, protocol::device& d, instant at);

struct user_change {
  std::string username; ///< Any case.
  std::string name;
  protocol::role user_role = protocol::role::attendant;
  std::string password_hash; ///< Argon2id in libsodium's form; empty keeps the old one.
  bool is_disabled = false;
};

struct user_outcome {
  protocol::user user;
  std::string before;      ///< JSON of the user as it was; empty for a new one.
  bool is_cut_off = false; ///< Role, password or disabling changed: its log-ins were revoked.
};

/// Errors: invalid (field "data.username", "data.password").
[[nodiscard]] result<user_outcome> put_user(storage::repositories& db, const user_change& change,
                                            instant at);

/// Stores the next version of the document. Errors: the storage's.
[[nodiscard]] result<std::shared_ptr<const config_snapshot>>
put_config(storage::repositories& db, const protocol::config& document, std::int64_t version,
           instant at, const std::string& actor);

} // namespace palang::ledger
