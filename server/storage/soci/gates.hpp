#pragma once

#include "server/storage/gates.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

/// A row of `gate_commands`, key last.
struct command_row {
  text gate_id, state;
  maybe<text> session_id;
  text reason, username;
  integer requested_at = 0, expires_at = 0;
  maybe<integer> settled_at;
  text detail, id;
  auto fields() {
    return std::tie(gate_id, state, session_id, reason, username, requested_at, expires_at,
                    settled_at, detail, id);
  }
};

class soci_gates final : public gate_repository {
public:
  explicit soci_gates(connection& db);
  result<gate_state> find(const std::string& gate_id) override;
  result<std::vector<gate_state>> all() override;
  result<void> put(const gate_state& row) override;
  result<std::optional<stored_command>> find_command(const uuid& id) override;
  result<void> insert_command(const stored_command& row) override;
  result<void> settle_command(const stored_command& row) override;
  result<std::vector<protocol::gate_command>> unsettled_commands() override;
  result<command_page> list_commands(const command_filter& filter) override;
  result<std::map<std::string, std::int64_t>> count_manual(instant from, instant to,
                                                           const std::string& gate_id) override;

private:
  using gate_row = std::tuple<text, maybe<integer>, maybe<text>, maybe<text>, text>;
  connection& db_;
  statement<std::tuple<text>, gate_row> find_;
  statement<std::tuple<>, gate_row> all_;
  statement<gate_row> insert_;
  statement<gate_row> update_;
  statement<std::tuple<text>, command_row> find_command_;
  statement<command_row> insert_command_;
  statement<command_row> update_command_;
  statement<std::tuple<>, command_row> unsettled_;
  struct span_row {
    integer from = 0, to = 0, cursor1 = 0, cursor2 = 0;
    text cursor_id;
    auto fields() { return std::tie(from, to, cursor1, cursor2, cursor_id); }
  };
  struct list_row {
    span_row span;
    text user1, user2, gate1, gate2;
    integer limit = 0;
    auto fields() {
      return std::tuple_cat(span.fields(), std::tie(user1, user2, gate1, gate2, limit));
    }
  };
  statement<list_row, command_row> list_commands_;
  statement<list_row, command_row> list_manual_;
  statement<span_row, std::tuple<integer>> commands_floor_;
  statement<span_row, std::tuple<integer>> manual_floor_;
  statement<std::tuple<integer, integer, text, text>, std::tuple<text, integer>> count_manual_;
};

} // namespace palang::storage
