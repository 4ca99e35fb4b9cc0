#include "tests/ttlock_sim/model/world.hpp"

#include "tests/ttlock_sim/model/callback_body.hpp"

#include <algorithm>
#include <utility>

/// The way of a record: lock, gateway, cloud, callback.
namespace palang::ttlock_sim {

std::uint64_t world::happen(lock& at, const lock_event& what) {
  const auto when = std::min(what.happened.value_or(now()), now());
  lock_record r{.number = truth_.size() + 1,
                .lock = at.id,
                .happened = when,
                .lock_date = std::chrono::floor<std::chrono::seconds>(at.clock.read(when)),
                .type_from_lock = what.kind.type_from_lock,
                .type = what.kind.type,
                .is_success = what.kind.is_success,
                .username = what.username,
                .passcode = what.passcode,
                .battery = static_cast<int>(at.battery),
                .is_late = is_cloud_down_ || hearing(at, true) == nullptr};
  at.battery = std::max(0.0, at.battery - at.battery_per_record);
  truth_.push_back({.record = r, .squeezed = {}, .uploaded = {}, .record_id = {}});
  for (const auto number : at.remember(r, static_cast<std::size_t>(rules.lock.memory)))
    truth_[number - 1].squeezed = now();
  keep_in_gateway(at, r);
  plan_read(at.id, chance.pick(rules.upload.prompt));
  if (what.kind.is_success && what.kind.opens) {
    at.is_open = true;
    ++at.openings;
    plan_auto_lock(at);
  }
  return r.number;
}

void world::keep_in_gateway(lock& l, const lock_record& r) {
  auto* by = hearing(l, false);
  if (!rules.upload.gateway_keeps || !r.is_late || by == nullptr || by->is_online)
    return;
  by->kept.push_back(r);
  l.read_up_to = r.number;
}

void world::plan_auto_lock(lock& l) {
  if (l.auto_lock_s <= 0)
    return;
  plan.after(std::chrono::seconds{l.auto_lock_s}, [this, &l, opening = l.openings] {
    if (!l.is_open || l.openings != opening)
      return;
    l.is_open = false;
    if (rules.lock.auto_lock_records)
      happen(l, {*kind_of("auto_lock"), {}, {}, {}});
  });
}

void world::plan_read(lock_id id, milliseconds wait) {
  plan.after(wait, [this, id] { read(locks_.at(id)); });
}

void world::read(lock& l) {
  auto records = l.unread();
  if (records.empty())
    return;
  if (is_cloud_down_ || hearing(l, true) == nullptr) {
    for (auto& r : l.memory)
      r.is_late = r.is_late || r.number > l.read_up_to;
    return;
  }
  l.read_up_to = records.back().number;
  const auto late = std::stable_partition(records.begin(), records.end(),
                                          [](const lock_record& r) { return r.is_late; });
  upload(l, {records.begin(), late}, true);
  upload(l, {late, records.end()}, false);
}

void world::upload(lock& l, std::vector<lock_record> records, bool is_late) {
  if (is_late && rules.upload.order == record_order::newest)
    std::ranges::reverse(records);
  if (is_late && rules.upload.order == record_order::shuffled)
    chance.shuffle(records);
  std::vector<cloud_record> taken;
  for (const auto& r : records)
    if (auto kept = take_in(l, r))
      taken.push_back(std::move(*kept));
  if (!is_late || rules.callback.after_outage)
    plan_callbacks(l, taken, is_late);
}

std::optional<cloud_record> world::take_in(lock& l, const lock_record& r) {
  auto& fate = truth_[r.number - 1];
  fate.uploaded = now();
  l.cloud_battery = r.battery;
  l.cloud_battery_at = now();
  if (std::ranges::count(rules.upload.filtered_types, r.type_from_lock) > 0)
    return std::nullopt;
  const bool is_backdated = r.is_late && rules.upload.server_date == backlog_date::lock;
  auto kept =
      store_.add(r, is_backdated ? r.lock_date : now(), now() + milliseconds{rules.list.delay_ms},
                 rules.upload.record_ids, chance);
  fate.record_id = kept.record_id;
  return kept;
}

void world::plan_callbacks(lock& l, const std::vector<cloud_record>& records, bool is_late) {
  const auto batch = static_cast<std::size_t>(
      std::max(1, is_late ? rules.callback.backlog_batch : rules.callback.prompt_batch));
  std::vector<cloud_record> pushed;
  std::ranges::copy_if(records, std::back_inserter(pushed), [this](const cloud_record& c) {
    return std::ranges::count(rules.callback.unpushed_types, c.record.type) == 0;
  });
  auto wait = chance.pick(rules.callback.after);
  for (std::size_t first = 0; first < pushed.size(); first += batch) {
    const auto last = std::min(pushed.size(), first + batch);
    plan_callback(l,
                  {pushed.begin() + static_cast<std::ptrdiff_t>(first),
                   pushed.begin() + static_cast<std::ptrdiff_t>(last)},
                  wait);
    wait = is_late ? wait + milliseconds{rules.callback.backlog_gap_ms}
                   : chance.pick(rules.callback.after);
  }
}

void world::plan_callback(lock& l, const std::vector<cloud_record>& records, milliseconds wait) {
  const bool is_dropped = chance.chance(rules.callback.drop_probability);
  const bool is_doubled = chance.chance(rules.callback.duplicate_probability);
  if (is_dropped)
    return;
  const auto go = [this, &l, records] { send_records(l, records); };
  plan.after(wait, go);
  if (is_doubled)
    plan.after(wait + milliseconds{rules.callback.duplicate_after_ms}, go);
}

void world::send_records(const lock& l, const std::vector<cloud_record>& records) {
  if (!may_call_back())
    return;
  for (const auto& c : records)
    ++truth_[c.record.number - 1].pushed;
  mail.put(records_body(l, records, people.who().username, rules.callback));
}

bool world::may_call_back() const {
  const auto need = rules.callback.token;
  return need == token_need::never || (need == token_need::once && people.has_ever_logged_in())
         || people.has_valid_token(now());
}

record_page world::find(const record_query& query) const {
  return store_.find(query, rules.list, now());
}

} // namespace palang::ttlock_sim
