#include "server/domain/alert_texts.hpp"
#include "server/domain/shift_reckoning.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>

namespace palang::ledger {

namespace {

result<void> check_cash(rupiah cash) {
  if (cash.value < 0)
    return fail(errc::invalid, "an amount cannot be negative", "data.cash");
  return {};
}

std::string entity(const protocol::shift& s) {
  return "shift/" + to_string(s.id);
}

result<storage::stored_shift> own_open_shift(context& c, const uuid& id) {
  PALANG_TRY(found, c.db.shifts.find(id));
  if (!found || found->shown.username != c.from.by.username)
    return fail(errc::unknown_shift, "this shift is not known", "data.shift_id");
  if (found->shown.closed_at)
    return fail(errc::invalid, "this shift is closed already", "data.shift_id");
  return std::move(*found);
}

/// The device's own account of the shift, or what the numbers of its first and last submission say.
protocol::shift_records records_of(const context& c, const storage::stored_shift& shift,
                                   const protocol::shift_close_data& d) {
  if (d.records)
    return *d.records;
  const auto last = c.device_seq();
  return {shift.open_seq, last, last >= shift.open_seq ? last - shift.open_seq + 1 : 0};
}

/// What of the shift has not arrived. This submission itself is noted only after it was answered.
result<std::vector<sync::number_range>> missing_of(context& c,
                                                   const protocol::shift_records& records) {
  if (c.from.by.device_no == 0 || records.first_seq == 0 || records.last_seq < records.first_seq)
    return std::vector<sync::number_range>{};
  PALANG_TRY(device, c.device(c.from.by.device_no));
  auto numbers = device->numbers;
  if (c.device_seq() != 0)
    numbers.note(c.device_seq());
  return numbers.missing_within(records.first_seq, records.last_seq);
}

std::string encoded(const std::vector<sync::number_range>& missing) {
  std::vector<std::string> items;
  for (const auto& range : missing)
    items.push_back(protocol::encode(protocol::seq_range{range.first, range.last}));
  return protocol::array(items);
}

result<void> tell_gap(context& c, const std::vector<sync::number_range>& missing) {
  std::int64_t count = 0;
  for (const auto& range : missing)
    count += std::int64_t{range.last} - range.first + 1;
  if (count == 0)
    return {};
  auto alert = domain::device_gap_alert(c.from.by.device_no, count);
  alert.refers.device_id = c.from.by.device_id;
  return c.raise(std::move(alert));
}

} // namespace

result<effect> apply(context& c, const protocol::shift_open_data& d) {
  PALANG_CHECK(check_cash(d.cash));
  PALANG_TRY(same, c.db.shifts.find(d.shift_id));
  if (same)
    return fail(errc::invalid, "there is a shift with this id already", "data.shift_id");
  PALANG_TRY(open, c.db.shifts.open_of(c.from.by.username, c.from.by.device_no));
  if (open && !c.is_offline())
    return fail(errc::invalid, "a shift is open on this device: close it first", "data.shift_id");
  storage::stored_shift shift;
  auto& s = shift.shown;
  s.id = d.shift_id;
  s.user_id = c.from.by.user_id;
  s.username = c.from.by.username;
  s.device_no = c.from.by.device_no;
  s.opened_at = c.clock.corrected_at;
  s.opening_cash = d.cash;
  s.first_seq = c.device_seq();
  shift.open_seq = c.device_seq();
  PALANG_CHECK(c.db.shifts.insert(shift));
  if (shift.open_seq != 0)
    PALANG_CHECK(c.db.payments.adopt(shift));
  PALANG_CHECK(c.note(entity(s), "", protocol::encode(s), ""));
  return effect{protocol::object({{"shift", protocol::encode(s)}, {"missing", "[]"}}),
                std::nullopt};
}

result<effect> apply(context& c, const protocol::shift_close_data& d) {
  PALANG_CHECK(check_cash(d.cash));
  PALANG_TRY(shift, own_open_shift(c, d.shift_id));
  auto& s = shift.shown;
  const auto records = records_of(c, shift, d);
  PALANG_TRY(missing, missing_of(c, records));
  PALANG_TRY(cash, c.db.payments.cash_of_shift(s.id));
  const auto before = protocol::encode(s);
  s.closed_at = c.clock.corrected_at;
  s.counted = d.cash;
  s.first_seq = records.first_seq;
  s.last_seq = records.last_seq;
  s.record_count = records.count;
  if (c.device_seq() != 0)
    shift.close_seq = c.device_seq();
  domain::reckon(s, cash);
  PALANG_CHECK(c.db.shifts.update(shift));
  PALANG_CHECK(c.note(entity(s), before, protocol::encode(s), ""));
  PALANG_CHECK(tell_gap(c, missing));
  return effect{protocol::object({{"shift", protocol::encode(s)}, {"missing", encoded(missing)}}),
                std::nullopt};
}

} // namespace palang::ledger
