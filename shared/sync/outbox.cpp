#include "shared/sync/outbox.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace palang::sync {

namespace {

constexpr std::array<std::string_view, 3> state_words{"pending", "applied", "quarantined"};

error dependency_refused(const uuid& dependency) {
  return {errc::invalid, "depends on the refused record " + to_string(dependency), {}};
}

} // namespace

std::string_view to_string(record_state s) noexcept {
  return state_words[static_cast<std::size_t>(s)];
}

std::optional<record_state> record_state_from(std::string_view word) noexcept {
  const auto found = std::ranges::find(state_words, word);
  if (found == state_words.end())
    return std::nullopt;
  return static_cast<record_state>(found - state_words.begin());
}

outbox_sender::outbox_sender(outbox_store& store, outbox_options options)
    : store_{store}, options_{options}, random_{options.jitter_seed} {}

// -- what there is to send
// --------------------------------------------------------------------------

result<void> outbox_sender::reload() {
  const auto records = store_.pending();
  if (!records)
    return fail(records.error());
  auto before = std::exchange(entries_, {});
  positions_.clear();
  in_flight_.clear();
  for (const auto& record : *records) {
    const auto known = before.find(record.position);
    if (known != before.end() && known->second.record.id == record.id)
      insert(std::move(known->second));
    else
      insert({.record = record, .is_released = true, .is_checked = false, .sent_at = {}});
  }
  for (const auto& record : *records)
    if (auto checked = check_dependencies(record.id); !checked)
      return checked;
  return {};
}

void outbox_sender::added(outbox_record record) {
  const auto id = record.id;
  insert({.record = std::move(record), .is_released = true, .is_checked = false, .sent_at = {}});
  release(id);
  // When the store cannot be read now, tick() looks again before it sends the record.
  (void)check_dependencies(id);
}

void outbox_sender::insert(entry e) {
  const auto position = e.record.position;
  positions_.insert_or_assign(e.record.id, position);
  if (e.sent_at)
    in_flight_.insert(position);
  entries_.insert_or_assign(position, std::move(e));
}

outbox_sender::entry* outbox_sender::find(const uuid& id) {
  const auto at = positions_.find(id);
  return at == positions_.end() ? nullptr : &entries_.at(at->second);
}

void outbox_sender::forget(const uuid& id) {
  const auto at = positions_.find(id);
  if (at == positions_.end())
    return;
  in_flight_.erase(at->second);
  entries_.erase(at->second);
  positions_.erase(at);
}

result<void> outbox_sender::check_dependencies(const uuid& id) {
  auto* e = find(id);
  if (e == nullptr || e->is_checked)
    return {};
  for (const auto& dependency : e->record.depends_on) {
    if (positions_.contains(dependency))
      continue;
    const auto refused = store_.is_quarantined(dependency);
    if (!refused)
      return fail(refused.error());
    if (*refused)
      return set_aside(id, dependency_refused(dependency));
  }
  e->is_checked = true;
  return {};
}

// -- links and wishes
// -------------------------------------------------------------------------------

void outbox_sender::link_up() {
  is_up_ = true;
  take_back_all();
  forgive();
}

void outbox_sender::link_down() {
  is_up_ = false;
  take_back_all();
}

void outbox_sender::release_all() {
  for (auto& [position, e] : entries_)
    e.is_released = true;
  forgive();
}

void outbox_sender::hold_existing() {
  for (auto& [position, e] : entries_)
    e.is_released = false;
}

void outbox_sender::release(const uuid& id) {
  std::vector<uuid> open{id};
  std::unordered_set<uuid> seen{id};
  while (!open.empty()) {
    auto* e = find(open.back());
    open.pop_back();
    if (e == nullptr)
      continue;
    e->is_released = true;
    for (const auto& dependency : e->record.depends_on)
      if (seen.insert(dependency).second)
        open.push_back(dependency);
  }
}

// -- sending
// ----------------------------------------------------------------------------------------

bool outbox_sender::is_ready(const entry& e) const {
  return e.is_released && !e.sent_at
         && std::ranges::none_of(e.record.depends_on,
                                 [&](const uuid& d) { return positions_.contains(d); });
}

std::vector<uuid> outbox_sender::tick(instant now) {
  if (!is_up_ || (blocked_until_ && now < *blocked_until_))
    return {};
  blocked_until_.reset();
  take_back_expired(now);
  std::vector<uuid> out;
  for (auto at = entries_.begin(); at != entries_.end() && in_flight_.size() < options_.window;) {
    const auto position = at->first;
    const auto id = at->second.record.id;
    if (is_ready(at->second)) {
      if (!check_dependencies(id)) {
        back_off(now);
        break;
      }
      // Nothing is left of it when it was set aside just now.
      if (auto* e = find(id)) {
        e->sent_at = now;
        in_flight_.insert(position);
        out.push_back(id);
      }
    }
    at = entries_.upper_bound(position);
  }
  return out;
}

std::optional<instant> outbox_sender::next_tick() const {
  if (!is_up_ || entries_.empty())
    return std::nullopt;
  if (blocked_until_)
    return blocked_until_;
  std::optional<instant> first;
  for (const auto position : in_flight_) {
    const auto expiry = *entries_.at(position).sent_at + options_.answer_timeout;
    first = first ? std::min(*first, expiry) : expiry;
  }
  return first;
}

void outbox_sender::take_back(entry& e) {
  e.sent_at.reset();
  in_flight_.erase(e.record.position);
}

void outbox_sender::take_back_all() {
  for (const auto position : in_flight_)
    entries_.at(position).sent_at.reset();
  in_flight_.clear();
}

void outbox_sender::take_back_expired(instant now) {
  for (const auto position : std::vector(in_flight_.begin(), in_flight_.end()))
    if (auto& e = entries_.at(position); now - *e.sent_at >= options_.answer_timeout)
      take_back(e);
}

void outbox_sender::back_off(instant now) {
  // A full window that is refused as one counts as one failure.
  if (blocked_until_ && now < *blocked_until_)
    return;
  auto most = options_.retry_min;
  for (int i = 0; i < failures_ && most < options_.retry_max; ++i)
    most *= 2;
  ++failures_;
  most = std::min(most, options_.retry_max);
  std::uniform_int_distribution<milliseconds::rep> jitter{0, most.count()};
  blocked_until_ = now + milliseconds{jitter(random_)};
}

void outbox_sender::forgive() {
  blocked_until_.reset();
  failures_ = 0;
}

// -- answers
// ----------------------------------------------------------------------------------------

result<void> outbox_sender::answered(const answer& a, instant now) {
  auto* e = find(a.id);
  if (e == nullptr)
    return {};
  if (a.is_accepted) {
    if (auto marked = store_.mark_applied(a.id, a); !marked)
      return marked;
    forget(a.id);
    failures_ = 0;
    return {};
  }
  const auto why = a.why.value_or(error{errc::internal, "refused without a reason", {}});
  if (is_retryable(why.code)) {
    take_back(*e);
    back_off(now);
    return {};
  }
  if (auto aside = set_aside(a.id, why); !aside)
    return aside;
  failures_ = 0;
  return {};
}

result<void> outbox_sender::set_aside(const uuid& id, const error& why) {
  const auto ids = with_dependants(id);
  if (auto marked = store_.mark_quarantined(ids, why); !marked)
    return marked;
  for (const auto& each : ids)
    forget(each);
  return {};
}

std::vector<uuid> outbox_sender::with_dependants(const uuid& id) const {
  std::vector<uuid> out{id};
  std::unordered_set<uuid> chosen{id};
  const auto depends = [&](const entry& e) {
    return std::ranges::any_of(e.record.depends_on,
                               [&](const uuid& d) { return chosen.contains(d); });
  };
  // Once more after each pass that found some: a record that replaced a refused one is later than
  // its dependants.
  for (std::size_t known = 0; known < out.size();) {
    known = out.size();
    for (const auto& [position, e] : entries_)
      if (depends(e) && chosen.insert(e.record.id).second)
        out.push_back(e.record.id);
  }
  return out;
}

// -- questions
// --------------------------------------------------------------------------------------

bool outbox_sender::is_in_flight(const uuid& id) const {
  const auto at = positions_.find(id);
  return at != positions_.end() && in_flight_.contains(at->second);
}

bool outbox_sender::has_held() const noexcept {
  return std::ranges::any_of(entries_, [](const auto& item) { return !item.second.is_released; });
}

} // namespace palang::sync
