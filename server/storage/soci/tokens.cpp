#include "server/storage/soci/people.hpp"

namespace palang::storage {

soci_tokens::soci_tokens(connection& db)
    : db_{db},
      insert_{db, "INSERT INTO tokens (token_hash, user_id, device_id, created_at, expires_at) "
                  "VALUES (:hash, :user, :device, :created, :expires)"},
      find_{db, "SELECT token_hash, user_id, device_id, created_at, expires_at FROM tokens WHERE "
                "token_hash = :hash"},
      remove_{db, "DELETE FROM tokens WHERE token_hash = :hash"},
      remove_of_user_{db, "DELETE FROM tokens WHERE user_id = :user"},
      remove_of_device_{db, "DELETE FROM tokens WHERE device_id = :device"},
      // MySQL takes a limit only in a table of its own.
      remove_expired_{db, "DELETE FROM tokens WHERE token_hash IN (SELECT token_hash FROM (SELECT "
                          "token_hash FROM tokens WHERE expires_at < :now LIMIT :limit) AS old)"} {}

result<void> soci_tokens::insert(const stored_token& row) {
  return db_.guarded([&] {
    insert_.in = {row.hash, column(row.user_id), column(row.device_id), column(row.created_at),
                  column(row.expires_at)};
    insert_.run();
  });
}

result<std::optional<stored_token>> soci_tokens::find(const std::string& hash) {
  return db_.guarded([&]() -> std::optional<stored_token> {
    std::get<0>(find_.in) = hash;
    if (!find_.one())
      return std::nullopt;
    const auto& [stored_hash, user, device, created, expires] = find_.out;
    return stored_token{stored_hash, as_uuid(user), as_uuid(device), from_ms(created),
                        from_ms(expires)};
  });
}

result<void> soci_tokens::remove(const std::string& hash) {
  return db_.guarded([&] {
    std::get<0>(remove_.in) = hash;
    remove_.run();
  });
}

result<void> soci_tokens::remove_of_user(const uuid& user_id) {
  return db_.guarded([&] {
    std::get<0>(remove_of_user_.in) = column(user_id);
    remove_of_user_.run();
  });
}

result<void> soci_tokens::remove_of_device(const uuid& device_id) {
  return db_.guarded([&] {
    std::get<0>(remove_of_device_.in) = column(device_id);
    remove_of_device_.run();
  });
}

result<std::int64_t> soci_tokens::remove_expired(instant now, std::int64_t limit) {
  return db_.guarded([&]() -> std::int64_t {
    remove_expired_.in = {column(now), limit};
    return remove_expired_.run();
  });
}

soci_enrolments::soci_enrolments(connection& db)
    : db_{db}, insert_{db,
                       "INSERT INTO enrolments (code_hash, expires_at) VALUES (:hash, :expires)"},
      take_{db, "DELETE FROM enrolments WHERE code_hash = :hash AND expires_at > :now"} {}

result<void> soci_enrolments::insert(const std::string& code_hash, instant expires_at) {
  return db_.guarded([&] {
    insert_.in = {code_hash, column(expires_at)};
    insert_.run();
  });
}

result<bool> soci_enrolments::take(const std::string& code_hash, instant now) {
  return db_.guarded([&] {
    take_.in = {code_hash, column(now)};
    return take_.run() == 1;
  });
}

} // namespace palang::storage
