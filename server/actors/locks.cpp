#include "server/actors/locks.hpp"

#include "server/actors/ask.hpp"
#include "server/actors/call_meter.hpp"
#include "server/config/defaults.hpp"
#include "server/domain/opening_match.hpp"
#include "server/domain/recovery_plan.hpp"
#include "server/ops/log.hpp"

#include <algorithm>
#include <utility>

namespace palang::actors {

namespace {

using self_ptr = locks_actor::stateful_pointer<locks_state>;

milliseconds paced(const environment& env, milliseconds in_earnest) {
  const auto span = static_cast<double>(in_earnest.count()) / env.lock_pace;
  return std::max(milliseconds{static_cast<milliseconds::rep>(span)}, defaults::least_lock_round);
}

instant now_of(self_ptr self) {
  return self->state.env->time.now();
}

void deal_turns(self_ptr self) {
  self->state.turns.deal(now_of(self),
                         [](auto& promise, bool is_yours) { promise.deliver(is_yours); });
}

/// Writes one step; what fails is tried again by the next round, since rounds start from the store.
void write(self_ptr self, change_locks what) {
  ask<void>(self, self->state.env->writer, defaults::write_timeout, std::move(what),
            [](const done& written) {
              if (!written)
                log::warn("lock-step-not-written", {{log::key::reason, written.error().message}});
            });
}

/// One after the other, so that none ends before it began; the next round goes on after a failure.
void write_gaps(self_ptr self) {
  auto& state = self->state;
  if (state.is_writing_gap || state.gaps_to_write.empty())
    return;
  state.is_writing_gap = true;
  ask<void>(self, state.env->writer, defaults::write_timeout,
            change_locks{state.gaps_to_write.front()}, [self](const done& written) {
              self->state.is_writing_gap = false;
              if (!written)
                return;
              self->state.gaps_to_write.pop_front();
              write_gaps(self);
            });
}

void note_gap(self_ptr self, std::string source, instant from, std::optional<instant> to) {
  self->state.gaps_to_write.push_back({std::move(source), from, to});
  write_gaps(self);
}

// -- what the cloud lists --------------------------------------------------------------------

/// Callbacks may have been missed since the cloud last answered. The gap is stored as soon as it
/// begins: this process may not see its end.
void cloud_met_by(self_ptr self, const cloud_met& what) {
  auto& state = self->state;
  auto& lost_at = state.cloud_lost_at;
  if (what.is_away && !lost_at) {
    lost_at = state.cloud_met_at.value_or(state.env->started_at);
    note_gap(self, "cloud", *lost_at, std::nullopt);
  }
  if (what.is_away)
    return;
  if (lost_at)
    note_gap(self, "cloud", *lost_at, what.at);
  lost_at.reset();
  state.cloud_met_at = what.at;
}

/// One that the process before this, or this actor before it failed, saw begin.
void take_open_gap(self_ptr self) {
  auto& state = self->state;
  const auto& gaps = state.facts->gaps;
  const auto open =
      std::ranges::find_if(gaps, [](const auto& gap) { return gap.source == "cloud" && !gap.to; });
  if (open == gaps.end() || state.cloud_lost_at)
    return;
  if (state.cloud_met_at)
    note_gap(self, "cloud", open->from, *state.cloud_met_at);
  else
    state.cloud_lost_at = open->from;
}

/// What nobody heard before this actor began.
void take_absence(self_ptr self) {
  auto& state = self->state;
  if (std::exchange(state.is_away_noted, true))
    return;
  if (state.env->away_since)
    note_gap(self, "server", *state.env->away_since, state.env->started_at);
  take_open_gap(self);
}

void look(self_ptr self, bool is_again);

/// What was listed counts at once: a gate may be waiting for its lock to become known.
void write_places(self_ptr self, ledger::lock_discovery found) {
  ask<void>(self, self->state.env->writer, defaults::write_timeout, change_locks{std::move(found)},
            [self](const done& written) {
              if (written)
                look(self, false);
            });
}

void take_places(self_ptr self, bool is_whole, places_reply found) {
  auto& state = self->state;
  state.is_listing = false;
  const auto now = now_of(self);
  if (!found) {
    state.listing_pause.failed(found.error(), now, state.env->lock_pace);
    return;
  }
  state.listing_pause.succeeded();
  state.listed_at = now;
  if (is_whole)
    state.whole_listed_at = now;
  write_places(self, std::move(*found));
}

void list(self_ptr self, bool is_whole) {
  auto& state = self->state;
  state.is_listing = true;
  self->request(state.env->cloud, defaults::cloud_list_timeout, list_places{is_whole})
      .then(
          [self, is_whole](places_reply& found) { take_places(self, is_whole, std::move(found)); },
          [self](const caf::error&) { self->state.is_listing = false; });
}

bool is_due(const std::optional<instant>& last, milliseconds every, instant now) {
  return !last || *last + every <= now;
}

void list_when_due(self_ptr self) {
  const auto& state = self->state;
  const auto now = now_of(self);
  if (state.is_listing || !state.listing_pause.is_over(now))
    return;
  const auto plan = state.env->calls->planned(static_cast<int>(state.facts->locks.size()),
                                              static_cast<int>(state.facts->gateways.size()));
  if (is_due(state.whole_listed_at, paced(*state.env, defaults::lock_discovery), now))
    list(self, true);
  else if (is_due(state.listed_at, paced(*state.env, plan.gateway_every), now))
    list(self, false);
}

// -- what each lock is told ------------------------------------------------------------------

std::vector<std::string> gateways_of(const ledger::lock_side_facts& facts,
                                     const std::string& lock_id) {
  std::vector<std::string> out;
  for (const auto& link : facts.links)
    if (link.lock_id == lock_id)
      out.push_back(link.gateway_id);
  return out;
}

bool concerns(const storage::stored_gap& gap, const std::vector<std::string>& gateways) {
  constexpr std::string_view prefix = "gateway/";
  return !gap.source.starts_with(prefix)
         || std::ranges::find(gateways, gap.source.substr(prefix.size())) != gateways.end();
}

domain::recovery_facts recovery_of(const ledger::lock_side_facts& facts,
                                   const storage::stored_lock& lock,
                                   const std::vector<std::string>& gateways) {
  domain::recovery_facts out;
  // Windows are of the lock's time.
  out.clock_slack += std::chrono::abs(lock.clock_offset.value_or(milliseconds{0}));
  for (const auto& gap : facts.gaps)
    if (concerns(gap, gateways))
      out.gaps.push_back({gap.from, gap.to});
  for (const auto& scan : facts.done_scans) {
    if (scan.lock_id != lock.id)
      continue;
    out.scans.push_back({scan.from, scan.to, scan.started_at});
    if (scan.why == "sweep")
      out.last_sweep = std::max(out.last_sweep.value_or(scan.started_at), scan.started_at);
  }
  for (const auto& suspicion : facts.suspicions)
    if (suspicion.lock_id == lock.id)
      out.suspected.push_back({suspicion.at, suspicion.at + domain::match_after});
  return out;
}

/// Sweeps are as rare as the month's calls demand.
domain::lock_times times_of(const environment& env, const ledger::lock_side_facts& facts) {
  auto out = domain::lock_waits();
  const auto plan = env.calls->planned(static_cast<int>(facts.locks.size()),
                                       static_cast<int>(facts.gateways.size()));
  out.sweep = std::max(out.sweep, paced(env, plan.sweep_every));
  return out;
}

lock_view_ptr view_of(const environment& env, const ledger::lock_side_facts& facts,
                      const storage::stored_lock& lock) {
  auto out = std::make_shared<lock_view>();
  out->lock = lock;
  out->gateways = gateways_of(facts, lock.id);
  out->is_online = std::ranges::any_of(facts.gateways, [&](const auto& gateway) {
    return gateway.is_online && std::ranges::find(out->gateways, gateway.id) != out->gateways.end();
  });
  const auto running =
      std::ranges::find(facts.running_scans, lock.id, &storage::stored_scan::lock_id);
  if (running != facts.running_scans.end())
    out->running = *running;
  out->due = domain::next_scan(recovery_of(facts, lock, out->gateways), times_of(env, facts),
                               env.time.now());
  return out;
}

/// Lets the next ones scan.
void deal_scans(self_ptr self) {
  auto& state = self->state;
  while (state.scanning.size() < scans_at_once && !state.to_scan.empty()) {
    auto view = std::make_shared<lock_view>(*state.to_scan.front());
    state.to_scan.pop_front();
    const auto child = state.by_id.find(view->lock.id);
    if (child == state.by_id.end())
      continue;
    view->may_scan = true;
    state.scanning.insert(view->lock.id);
    self->send(child->second, lock_view_ptr{std::move(view)});
  }
}

void tell_locks(self_ptr self) {
  auto& state = self->state;
  state.to_scan.clear();
  std::map<std::string, std::vector<std::string>> links;
  for (const auto& lock : state.facts->locks) {
    if (!lock.discovered_at)
      continue;
    auto& child = state.by_id[lock.id];
    if (!child)
      child = self->spawn<caf::linked>(actors::lock, state.env, lock.id);
    const auto view = view_of(*state.env, *state.facts, lock);
    links[lock.id] = view->gateways;
    self->send(child, view);
    if ((view->due || view->running) && !state.scanning.contains(lock.id))
      state.to_scan.push_back(view);
  }
  deal_scans(self);
  state.turns.set_links(std::move(links));
}

void tell_quota_change(self_ptr self) {
  auto& state = self->state;
  const auto calls = state.env->calls->read();
  state.env->meters.calls_left(calls.limit - calls.used);
  if (calls.is_low == state.is_quota_low)
    return;
  state.is_quota_low = calls.is_low;
  write(self, change_locks{tell_quota{calls.is_low, calls.used, calls.limit}});
}

void keep_token_when_due(self_ptr self) {
  auto& state = self->state;
  const auto now = now_of(self);
  if (!is_due(state.token_kept_at, defaults::token_check, now))
    return;
  state.token_kept_at = now;
  self->send(state.env->cloud, keep_token{});
}

// -- rounds ----------------------------------------------------------------------------------

void go_round(self_ptr self, lock_facts_ptr facts) {
  auto& state = self->state;
  state.facts = std::move(facts);
  take_absence(self);
  write_gaps(self);
  keep_token_when_due(self);
  list_when_due(self);
  tell_locks(self);
  write(self, change_locks{judge_openings{}});
  tell_quota_change(self);
}

void look(self_ptr self, bool is_again) {
  deal_turns(self);
  ask<lock_facts_ptr>(self, self->state.env->readers, defaults::read_timeout, read_locks{},
                      [self, is_again](lock_facts_result facts) {
                        if (facts)
                          go_round(self, std::move(*facts));
                        if (is_again)
                          self->delayed_send(self, paced(*self->state.env, defaults::lock_round),
                                             look_round{});
                      });
}

void database_changed(self_ptr self, const db_status& now) {
  auto& lost_at = self->state.db_lost_at;
  if (!now.is_up) {
    lost_at = lost_at.value_or(now.since);
    return;
  }
  if (lost_at)
    note_gap(self, "database", *lost_at, now.since);
  lost_at.reset();
}

} // namespace

locks_actor::behavior_type locks(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  self->set_exit_handler([self](caf::exit_msg& gone) {
    auto& children = self->state.by_id;
    const auto ended = std::ranges::find_if(
        children, [&](const auto& entry) { return entry.second.address() == gone.source; });
    if (ended == children.end())
      return self->quit(std::move(gone.reason));
    self->state.scanning.erase(ended->first);
    children.erase(ended);
    log::error("lock-failed", {{log::key::reason, self->system().render(gone.reason)}});
  });
  self->send(self, look_round{});
  return {
      [self](const open_lock& what) -> caf::result<opening_result> {
        const auto child = self->state.by_id.find(what.lock_id);
        if (child == self->state.by_id.end())
          return opening_result{fail(errc::not_found, "TTLock does not know this lock (yet)")};
        return self->delegate(child->second, what);
      },
      [self](const take_turn& what) {
        auto promise = self->make_response_promise<caf::typed_response_promise<bool>>();
        self->state.turns.wait(what.lock_id, what.until, promise);
        deal_turns(self);
        return promise;
      },
      [self](const turn_over& what) {
        self->state.turns.over(what.lock_id);
        deal_turns(self);
      },
      [self](const scan_over& what) {
        self->state.scanning.erase(what.lock_id);
        deal_scans(self);
      },
      [self](const scan_wanted&) { look(self, false); },
      [self](const db_status& now) { database_changed(self, now); },
      [self](const cloud_met& what) { cloud_met_by(self, what); },
      [self](look_round) { look(self, true); },
  };
}

} // namespace palang::actors
