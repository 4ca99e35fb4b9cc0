#include "tests/bench/year_rows.hpp"

#include <cstdio>

namespace palang::bench {

namespace {

constexpr std::size_t rows_per_insert = 400;

} // namespace

std::string id_of(int table, std::int64_t number) {
  char out[40];
  std::snprintf(out, sizeof out, "0195c5f0-%04x-7000-8000-%012llx", static_cast<unsigned>(table),
                static_cast<unsigned long long>(number));
  return out;
}

std::string quoted(const std::string& text) {
  return "'" + text + "'";
}
std::string num(std::int64_t value) {
  return std::to_string(value);
}

void bulk::add(const std::vector<std::string>& cells) {
  sql_ += sql_.empty() ? head_ + "(" : ",(";
  for (const auto& cell : cells) {
    sql_ += cell;
    sql_ += ',';
  }
  sql_.back() = ')';
  if (++rows_ % rows_per_insert == 0)
    flush();
}

void bulk::flush() {
  if (!sql_.empty())
    db_.run(sql_);
  sql_.clear();
}

year_tables::year_tables(year_database& db)
    : users{db, "users (id, username, full_name, user_role, password_hash, is_disabled, "
                "changed_at)"},
      devices{db, "devices (id, device_no, label, status, public_key, first_seen, approved_at, "
                  "revoked_at, last_seen)"},
      sessions{db, "sessions (session_no, id, ticket_no, status, plate, plate_key, plate_reason, "
                   "vehicle_type, started_at, entered_at, entry_uncertainty_ms, "
                   "entry_received_at, entry_gate_id, entry_zone_id, entry_device_no, "
                   "entry_seq, tariff_version, photo_in, photo_pending, merged_into, version, "
                   "entry_by, exited_at, exit_uncertainty_ms, exit_gate_id, fee, charged, "
                   "photo_out, flags, exit_by, is_notable)"},
      submissions{db, "submissions (submission_no, id, digest, device_no, device_seq, kind, "
                      "username, taken_at, clock_offset_ms, clock_source, corrected_at, "
                      "uncertainty_ms, received_at, is_offline, session_id, refusal_code, "
                      "refusal_message, refusal_field, journal_seq, answer)"},
      journal{db, "journal (seq, at, topic, kind, content)"},
      shifts{db, "shifts (id, user_id, username, device_no, opened_at, opening_cash, open_seq, "
                 "closed_at, close_seq, counted, expected, difference, first_seq, last_seq, "
                 "record_count)"},
      payments{db, "payments (submission_id, session_id, shift_id, username, device_no, "
                   "device_seq, at, method, amount, tendered, reference)"},
      records{db, "lock_records (record_no, id, lock_id, natural_key, occurrence, "
                  "cloud_record_id, type, type_from_lock, is_success, who, credential_digest, "
                  "credential_tail, battery, lock_at, server_at, received_at, corrected_at, "
                  "source, late_by_ms, batch_size, opening_id)"},
      openings{db, "openings (id, lock_id, gate_id, at, state, record_id, cause, session_id, "
                   "command_id, who, note, judge_after, alert_id, verdict, verdict_note, "
                   "judged_by, judged_at)"},
      commands{db, "gate_commands (id, gate_id, state, session_id, reason, username, "
                   "requested_at, expires_at, settled_at, detail)"},
      alerts{db, "alerts (id, kind, severity, raised_at, resolved_at, session_id, "
                 "other_session_id, device_id, gate_id, lock_id, submission_id, text_id, "
                 "text_en, note, gateway_id)"},
      audit{db, "audit (at, actor, action, entity, content_before, content_after, reason)"} {}

void year_tables::flush() {
  for (auto* table : {&users, &devices, &sessions, &submissions, &journal, &shifts, &payments,
                      &records, &openings, &commands, &alerts, &audit})
    table->flush();
}

} // namespace palang::bench
