#pragma once

#include "server/storage/openings.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

/// A row of `openings`, key last.
struct opening_row {
  text lock_id, gate_id;
  integer at = 0;
  text state;
  maybe<text> record_id;
  text cause;
  maybe<text> session_id, command_id;
  text who, note;
  maybe<integer> judge_after;
  maybe<text> alert_id;
  text id;
  auto fields() {
    return std::tie(lock_id, gate_id, at, state, record_id, cause, session_id, command_id, who,
                    note, judge_after, alert_id, id);
  }
};

class soci_openings final : public opening_repository {
public:
  explicit soci_openings(connection& db);
  result<void> insert(const stored_opening& row) override;
  result<void> update(const stored_opening& row) override;
  result<void> remove(const uuid& id) override;
  result<std::optional<stored_opening>> find(const uuid& id) override;
  result<std::vector<stored_opening>> near(const std::string& lock_id, instant from,
                                           instant to) override;
  result<std::vector<stored_opening>> of_session(const uuid& session_id) override;
  result<std::optional<stored_opening>> of_command(const uuid& command_id) override;
  result<std::vector<stored_opening>> due(instant now, std::int64_t limit) override;
  result<std::vector<stored_opening>> without_record(instant from, instant to) override;

private:
  connection& db_;
  statement<opening_row> insert_;
  statement<opening_row> update_;
  statement<std::tuple<text>> remove_;
  statement<std::tuple<text>, opening_row> find_;
  statement<std::tuple<text, integer, integer>, opening_row> near_;
  statement<std::tuple<text>, opening_row> of_session_;
  statement<std::tuple<text>, opening_row> of_command_;
  statement<std::tuple<integer, integer>, opening_row> due_;
  statement<std::tuple<integer, integer>, opening_row> without_record_;
};

} // namespace palang::storage
