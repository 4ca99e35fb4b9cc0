#pragma once

#include "server/storage/openings.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/sql_text.hpp"

#include <tuple>

namespace palang::storage {

inline constexpr column_name opening_columns[] = {
    "lock_id",    "gate_id",      "at",        "state",     "record_id",   "cause",
    "session_id", "command_id",   "who",       "note",      "judge_after", "alert_id",
    "verdict",    "verdict_note", "judged_by", "judged_at", "id"};

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
  maybe<text> verdict, verdict_note, judged_by;
  maybe<integer> judged_at;
  text id;
  auto fields() {
    return std::tie(lock_id, gate_id, at, state, record_id, cause, session_id, command_id, who,
                    note, judge_after, alert_id, verdict, verdict_note, judged_by, judged_at, id);
  }
};

/// Throws bad_row.
[[nodiscard]] stored_opening from_row(const opening_row& row);

} // namespace palang::storage
