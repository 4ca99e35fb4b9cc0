#pragma once

#include "server/storage/sessions.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/sql_text.hpp"

#include <tuple>

namespace palang::storage {

inline constexpr column_name session_columns[] = {"ticket_no",
                                                  "status",
                                                  "plate",
                                                  "plate_key",
                                                  "plate_reason",
                                                  "vehicle_type",
                                                  "started_at",
                                                  "entered_at",
                                                  "entry_uncertainty_ms",
                                                  "entry_received_at",
                                                  "entry_gate_id",
                                                  "entry_zone_id",
                                                  "entry_device_no",
                                                  "entry_seq",
                                                  "exited_at",
                                                  "exit_uncertainty_ms",
                                                  "exit_gate_id",
                                                  "fee",
                                                  "charged",
                                                  "tariff_version",
                                                  "photo_in",
                                                  "photo_out",
                                                  "photo_pending",
                                                  "flags",
                                                  "merged_into",
                                                  "version",
                                                  "entry_by",
                                                  "exit_by",
                                                  "is_notable",
                                                  "id"};

/// A row of `sessions` as SOCI binds it, in the order of session_columns.
struct session_row {
  text ticket_no, status, plate, plate_key;
  maybe<text> plate_reason;
  text vehicle_type;
  integer started_at = 0;
  maybe<integer> entered_at;
  integer entry_uncertainty_ms = 0;
  maybe<integer> entry_received_at;
  text entry_gate_id, entry_zone_id;
  integer entry_device_no = 0, entry_seq = 0;
  maybe<integer> exited_at;
  integer exit_uncertainty_ms = 0;
  text exit_gate_id;
  maybe<integer> fee, charged;
  integer tariff_version = 0;
  maybe<text> photo_in, photo_out;
  integer photo_pending = 0;
  text flags;
  maybe<text> merged_into;
  integer version = 0;
  text entry_by, exit_by;
  integer is_notable = 0;
  text id;

  auto fields() {
    return std::tie(ticket_no, status, plate, plate_key, plate_reason, vehicle_type, started_at,
                    entered_at, entry_uncertainty_ms, entry_received_at, entry_gate_id,
                    entry_zone_id, entry_device_no, entry_seq, exited_at, exit_uncertainty_ms,
                    exit_gate_id, fee, charged, tariff_version, photo_in, photo_out, photo_pending,
                    flags, merged_into, version, entry_by, exit_by, is_notable, id);
  }
};

/// What an exit changes.
inline constexpr column_name session_exit_columns[] = {"status",
                                                       "exited_at",
                                                       "exit_uncertainty_ms",
                                                       "exit_gate_id",
                                                       "fee",
                                                       "charged",
                                                       "photo_out",
                                                       "photo_pending",
                                                       "flags",
                                                       "version",
                                                       "exit_by",
                                                       "is_notable",
                                                       "id"};
struct session_exit_row {
  text status;
  maybe<integer> exited_at;
  integer exit_uncertainty_ms = 0;
  text exit_gate_id;
  maybe<integer> fee, charged;
  maybe<text> photo_out;
  integer photo_pending = 0;
  text flags;
  integer version = 0;
  text exit_by;
  integer is_notable = 0;
  text id;

  auto fields() {
    return std::tie(status, exited_at, exit_uncertainty_ms, exit_gate_id, fee, charged, photo_out,
                    photo_pending, flags, version, exit_by, is_notable, id);
  }
};

void to_row(const stored_session& from, session_row& row);
void to_row(const stored_session& from, session_exit_row& row);
/// Throws bad_row.
[[nodiscard]] stored_session from_row(const session_row& row);

} // namespace palang::storage
