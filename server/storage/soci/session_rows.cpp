#include "server/storage/soci/session_rows.hpp"

#include "server/domain/session_hours.hpp"

#include <sstream>

namespace palang::storage {

namespace {

text joined(const std::vector<std::string>& flags) {
  text out;
  for (const auto& flag : flags)
    out.append(out.empty() ? "" : " ").append(flag);
  return out;
}

std::vector<std::string> split(const text& flags) {
  std::istringstream words{flags};
  std::vector<std::string> out;
  for (std::string word; words >> word;)
    out.push_back(word);
  return out;
}

/// What lists order by: an orphan has no entry, so its exit stands for it.
instant started(const protocol::session& s) {
  return s.entered_at.value_or(s.exited_at.value_or(instant{}));
}

} // namespace

void to_row(const stored_session& from, session_row& row) {
  const auto& s = from.shown;
  row.ticket_no = s.ticket_no;
  row.status = to_string(s.status);
  row.plate = s.plate;
  row.plate_key = s.plate_key;
  row.plate_reason = column(s.plate_reason);
  row.vehicle_type = to_string(s.vehicle_type);
  row.started_at = column(started(s));
  row.entered_at = column(s.entered_at);
  row.entry_uncertainty_ms = column(from.entry_uncertainty);
  row.entry_received_at = column(from.entry_received_at);
  row.entry_gate_id = s.entry_gate_id;
  row.entry_zone_id = from.zone_id;
  row.entry_device_no = s.entry_device_no;
  row.entry_seq = s.entry_seq;
  row.exited_at = column(s.exited_at);
  row.exit_uncertainty_ms = column(from.exit_uncertainty);
  row.exit_gate_id = s.exit_gate_id;
  row.fee = column(s.fee);
  row.charged = column(s.charged);
  row.tariff_version = s.tariff_version;
  row.photo_in = column(s.photo_in);
  row.photo_out = column(s.photo_out);
  row.photo_pending = column(s.photo_pending);
  row.flags = joined(s.flags);
  row.merged_into = column(s.merged_into);
  row.version = s.version;
  row.entry_by = s.entry_by;
  row.exit_by = s.exit_by;
  row.is_notable = column(domain::is_notable(s));
  row.id = column(s.id);
}

void to_row(const stored_session& from, session_exit_row& row) {
  const auto& s = from.shown;
  row.status = to_string(s.status);
  row.exited_at = column(s.exited_at);
  row.exit_uncertainty_ms = column(from.exit_uncertainty);
  row.fee = column(s.fee);
  row.exit_gate_id = s.exit_gate_id;
  row.charged = column(s.charged);
  row.photo_out = column(s.photo_out);
  row.photo_pending = column(s.photo_pending);
  row.flags = joined(s.flags);
  row.version = s.version;
  row.exit_by = s.exit_by;
  row.is_notable = column(domain::is_notable(s));
  row.id = column(s.id);
}

stored_session from_row(const session_row& row) {
  stored_session out;
  auto& s = out.shown;
  s.id = as_uuid(row.id);
  s.ticket_no = row.ticket_no;
  s.status = known(protocol::session_status_from(row.status), row.status);
  s.plate = row.plate;
  s.plate_key = row.plate_key;
  s.plate_reason = row.plate_reason.get();
  s.vehicle_type = known(domain::vehicle_class_from(row.vehicle_type), row.vehicle_type);
  s.entered_at = as_instant(row.entered_at);
  s.entry_gate_id = row.entry_gate_id;
  s.entry_device_no = narrow<std::uint16_t>(row.entry_device_no);
  s.entry_seq = narrow<std::uint32_t>(row.entry_seq);
  s.exited_at = as_instant(row.exited_at);
  s.exit_gate_id = row.exit_gate_id;
  s.fee = as_rupiah(row.fee);
  s.charged = as_rupiah(row.charged);
  s.tariff_version = narrow<std::uint16_t>(row.tariff_version);
  s.photo_in = row.photo_in.get();
  s.photo_out = row.photo_out.get();
  s.photo_pending = row.photo_pending != 0;
  s.flags = split(row.flags);
  s.merged_into = as_uuid(row.merged_into);
  s.version = row.version;
  s.entry_by = row.entry_by;
  s.exit_by = row.exit_by;
  out.zone_id = row.entry_zone_id;
  out.entry_uncertainty = milliseconds{row.entry_uncertainty_ms};
  out.entry_received_at = as_instant(row.entry_received_at);
  out.exit_uncertainty = milliseconds{row.exit_uncertainty_ms};
  return out;
}

} // namespace palang::storage
