#pragma once

#include "server/storage/people.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

/// A row of `users`, key last.
struct user_row {
  text username, full_name, user_role, password_hash;
  integer is_disabled = 0, changed_at = 0;
  text id;
  auto fields() {
    return std::tie(username, full_name, user_role, password_hash, is_disabled, changed_at, id);
  }
};

class soci_users final : public user_repository {
public:
  explicit soci_users(connection& db);
  result<std::optional<stored_user>> find(const std::string& username) override;
  result<std::optional<stored_user>> find(const uuid& id) override;
  result<void> insert(const stored_user& row, instant at) override;
  result<void> update(const stored_user& row, instant at) override;
  result<std::vector<protocol::user>> all() override;

private:
  connection& db_;
  statement<std::tuple<text>, user_row> by_name_;
  statement<std::tuple<text>, user_row> by_id_;
  statement<user_row> insert_;
  statement<user_row> update_;
  statement<std::tuple<>, user_row> all_;
};

class soci_tokens final : public token_repository {
public:
  explicit soci_tokens(connection& db);
  result<void> insert(const stored_token& row) override;
  result<std::optional<stored_token>> find(const std::string& hash) override;
  result<void> remove(const std::string& hash) override;
  result<void> remove_of_user(const uuid& user_id) override;
  result<void> remove_of_device(const uuid& device_id) override;
  result<std::int64_t> remove_expired(instant now, std::int64_t limit) override;

private:
  using token_row = std::tuple<text, text, maybe<text>, integer, integer>;
  connection& db_;
  statement<token_row> insert_;
  statement<std::tuple<text>, token_row> find_;
  statement<std::tuple<text>> remove_;
  statement<std::tuple<text>> remove_of_user_;
  statement<std::tuple<text>> remove_of_device_;
  statement<std::tuple<integer, integer>> remove_expired_;
};

/// A row of `devices`, key last.
struct device_row {
  maybe<integer> device_no;
  text label, status, public_key;
  integer first_seen = 0;
  maybe<integer> approved_at, revoked_at, last_seen;
  text id;
  auto fields() {
    return std::tie(device_no, label, status, public_key, first_seen, approved_at, revoked_at,
                    last_seen, id);
  }
};

class soci_devices final : public device_repository {
public:
  explicit soci_devices(connection& db);
  result<std::optional<protocol::device>> find(const uuid& id) override;
  result<std::optional<protocol::device>> find_number(std::uint16_t device_no) override;
  result<void> insert(const protocol::device& row) override;
  result<void> update(const protocol::device& row) override;
  result<std::vector<protocol::device>> all() override;
  result<std::uint16_t> highest_number() override;

private:
  connection& db_;
  statement<std::tuple<text>, device_row> by_id_;
  statement<std::tuple<integer>, device_row> by_number_;
  statement<device_row> insert_;
  statement<device_row> update_;
  statement<std::tuple<>, device_row> all_;
  statement<std::tuple<>, std::tuple<maybe<integer>>> highest_;
};

class soci_enrolments final : public enrolment_repository {
public:
  explicit soci_enrolments(connection& db);
  result<void> insert(const std::string& code_hash, instant expires_at) override;
  result<bool> take(const std::string& code_hash, instant now) override;

private:
  connection& db_;
  statement<std::tuple<text, integer>> insert_;
  statement<std::tuple<text, integer>> take_;
};

} // namespace palang::storage
