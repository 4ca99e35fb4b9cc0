#include "server/storage/soci/people.hpp"
#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

constexpr column_name user_columns[] = {"username",    "full_name",  "user_role", "password_hash",
                                        "is_disabled", "changed_at", "id"};

stored_user from_row(const user_row& row) {
  return {{as_uuid(row.id), row.username, row.full_name,
           known(protocol::role_from(row.user_role), row.user_role), row.is_disabled != 0},
          row.password_hash};
}

void to_row(const stored_user& from, instant at, user_row& row) {
  row.username = from.shown.username;
  row.full_name = from.shown.name;
  row.user_role = to_string(from.shown.user_role);
  row.password_hash = from.password_hash;
  row.is_disabled = column(from.shown.is_disabled);
  row.changed_at = column(at);
  row.id = column(from.shown.id);
}

} // namespace

soci_users::soci_users(connection& db)
    : db_{db}, by_name_{db, select_sql("users", user_columns, "WHERE username = :name")},
      by_id_{db, select_sql("users", user_columns, "WHERE id = :id")},
      insert_{db, insert_sql("users", user_columns)}, update_{db,
                                                              update_sql("users", user_columns)},
      all_{db, select_sql("users", user_columns, "ORDER BY username")} {}

result<std::optional<stored_user>> soci_users::find(const std::string& username) {
  return db_.guarded([&]() -> std::optional<stored_user> {
    std::get<0>(by_name_.in) = username;
    return by_name_.one() ? std::optional{from_row(by_name_.out)} : std::nullopt;
  });
}

result<std::optional<stored_user>> soci_users::find(const uuid& id) {
  return db_.guarded([&]() -> std::optional<stored_user> {
    std::get<0>(by_id_.in) = column(id);
    return by_id_.one() ? std::optional{from_row(by_id_.out)} : std::nullopt;
  });
}

result<void> soci_users::insert(const stored_user& row, instant at) {
  return db_.guarded([&] {
    to_row(row, at, insert_.in);
    insert_.run();
  });
}

result<void> soci_users::update(const stored_user& row, instant at) {
  return db_.guarded([&] {
    to_row(row, at, update_.in);
    update_.run();
  });
}

result<std::vector<protocol::user>> soci_users::all() {
  return db_.guarded([&] {
    std::vector<protocol::user> out;
    all_.each([&](const auto& row) { out.push_back(from_row(row).shown); });
    return out;
  });
}

} // namespace palang::storage
