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
};

} // namespace palang::storage
