#include "server/actors/store_writer.hpp"

#include "server/actors/guard.hpp"
#include "server/config/defaults.hpp"

#include <algorithm>
#include <iterator>

namespace palang::actors {

namespace {

using self_ptr = store_writer_actor::stateful_pointer<store_writer_state>;

/// What everyone else must know of a commit, before its askers do: an answer never overtakes its
/// event into the journal.
void announce(self_ptr self, ledger::committed& what) {
  const auto& env = *self->state.env;
  if (!what.events.empty() || what.config_version)
    self->send(env.journal, committed_events{std::make_shared<const std::vector<protocol::event>>(
                                                 std::move(what.events)),
                                             what.config_version});
  for (auto& command : what.commands)
    self->send(env.gates, carry_out{std::move(command)});
  if (!what.locks_to_scan.empty() && env.locks)
    self->send(env.locks, scan_wanted{std::move(what.locks_to_scan)});
  if (what.revoked_users.empty() && what.revoked_devices.empty())
    return;
  const access_ended ended{std::move(what.revoked_users), std::move(what.revoked_devices), {}};
  self->send(env.auth, ended);
  self->send(env.sessions, ended);
}

/// Runs `call` on the open writer; db_health hears that it worked, and at once of a failure
/// that means "down".
template <class F>
auto with_writer(self_ptr self, F call) -> decltype(call(std::declval<ledger::writer&>())) {
  auto& state = self->state;
  auto answer = guarded([&]() -> decltype(call(std::declval<ledger::writer&>())) {
    if (!state.writer) {
      auto opened = state.env->make_writer();
      if (!opened)
        return fail(std::move(opened.error()));
      state.writer = std::move(*opened);
    }
    return call(*state.writer);
  });
  if (answer)
    self->send(state.env->health, store_worked{});
  else if (answer.error().code == errc::db_unavailable)
    self->send(state.env->health, store_failed{answer.error().message});
  return answer;
}

/// Takes at most `most` of what has gathered, the oldest first.
template <class T>
std::vector<T> take_batch(std::vector<T>& from, std::size_t most = defaults::max_batch) {
  const auto end = from.begin() + static_cast<std::ptrdiff_t>(std::min(from.size(), most));
  std::vector<T> batch(std::make_move_iterator(from.begin()), std::make_move_iterator(end));
  from.erase(from.begin(), end);
  return batch;
}

void answer_all(std::vector<store_writer_state::promise>& askers,
                result<ledger::committed>& outcome) {
  if (outcome && outcome->answers.size() != askers.size())
    outcome = fail(errc::internal, "the store did not answer every submission");
  for (std::size_t i = 0; i < askers.size(); ++i)
    if (outcome)
      askers[i].deliver(verdict_result{std::move(outcome->answers[i])});
    else
      askers[i].deliver(verdict_result{fail(outcome.error())});
}

void commit_gathered(self_ptr self) {
  auto& state = self->state;
  const auto batch = take_batch(state.gathered);
  auto askers = take_batch(state.askers);
  if (!state.gathered.empty())
    self->send(self, write_now{});
  const auto begin = std::chrono::steady_clock::now();
  auto outcome = with_writer(self, [&](ledger::writer& w) { return w.submit(batch); });
  const auto took = std::chrono::steady_clock::now() - begin;
  if (outcome) {
    state.env->meters.batch_committed(batch.size(),
                                      std::chrono::duration_cast<std::chrono::microseconds>(took));
    announce(self, *outcome);
  } else {
    state.env->meters.batch_failed();
  }
  answer_all(askers, outcome);
}

/// How many of the gathered callbacks one transaction takes: a thousand records at most, or one
/// callback of whatever size.
std::size_t callbacks_at_once(const std::vector<take_callback>& gathered) {
  std::size_t records = 0;
  std::size_t count = 0;
  for (const auto& callback : gathered) {
    records += callback.what->content.batch.records.size();
    if (count > 0 && (records > defaults::max_batch_records || count == defaults::max_batch))
      break;
    ++count;
  }
  return count;
}

void commit_callbacks(self_ptr self) {
  auto& state = self->state;
  const auto count = callbacks_at_once(state.callbacks);
  const auto batch = take_batch(state.callbacks, count);
  auto callers = take_batch(state.callers, count);
  if (!state.callbacks.empty())
    self->send(self, write_now{});
  std::vector<ledger::lock_intake> contents;
  contents.reserve(batch.size());
  for (const auto& callback : batch)
    contents.push_back(*callback.what);
  auto outcome = with_writer(self, [&](ledger::writer& w) { return w.lock_side().take(contents); });
  if (outcome)
    announce(self, *outcome);
  for (auto& caller : callers)
    caller.deliver(outcome ? done{} : done{fail(outcome.error())});
}

/// Runs one of the lock side's calls; its events are told.
template <class F>
done change(self_ptr self, F call) {
  auto outcome = with_writer(self, [&](ledger::writer& w) { return call(w.lock_side()); });
  if (!outcome)
    return fail(outcome.error());
  announce(self, *outcome);
  return {};
}

/// One alternative of change_locks each.
struct lock_change {
  self_ptr self;
  [[nodiscard]] instant now() const { return self->state.env->time.now(); }

  done operator()(const ledger::lock_discovery& seen) const {
    return change(self, [&](ledger::lock_writer& w) { return w.note_discovery(seen); });
  }
  done operator()(const ledger::lock_reading& reading) const {
    return change(self, [&](ledger::lock_writer& w) { return w.note_reading(reading); });
  }
  done operator()(const ledger::gap_change& gap) const {
    return change(self, [&](ledger::lock_writer& w) { return w.note_gap(gap); });
  }
  done operator()(const ledger::scan_step& step) const {
    return change(self, [&](ledger::lock_writer& w) { return w.advance_scan(step); });
  }
  done operator()(const ledger::rejected_intake& what) const {
    return with_writer(self, [&](ledger::writer& w) { return w.lock_side().keep(what); });
  }
  done operator()(const judge_openings&) const {
    return change(self, [&](ledger::lock_writer& w) { return w.judge_openings(now()); });
  }
  done operator()(const reserve_calls& what) const {
    return with_writer(self, [&](ledger::writer& w) {
      return w.lock_side().reserve_calls(what.month, what.count);
    });
  }
  done operator()(const tell_quota& what) const {
    return change(self, [&](ledger::lock_writer& w) {
      return w.tell_quota(what.is_low, what.used, what.limit, now());
    });
  }
};

done settle(self_ptr self, const settle_command& what) {
  auto outcome = with_writer(self, [&](ledger::writer& w) {
    return w.settle_command(what.command, what.outcome, what.detail, self->state.env->time.now());
  });
  if (!outcome)
    return fail(outcome.error());
  announce(self, *outcome);
  return {};
}

grant_result grant(self_ptr self, const ledger::writer::login_facts& facts) {
  auto outcome = with_writer(self, [&](ledger::writer& w) { return w.login(facts); });
  if (!outcome)
    return fail(outcome.error());
  ledger::committed written;
  written.events = std::move(outcome->events);
  announce(self, written);
  return std::move(outcome->grant);
}

done keep_photo(self_ptr self, const note_photo& what) {
  auto outcome = with_writer(self, [&](ledger::writer& w) {
    return w.photo_arrived(what.sha256, what.size_bytes, what.media_type,
                           self->state.env->time.now());
  });
  if (!outcome)
    return fail(outcome.error());
  announce(self, *outcome);
  return {};
}

prune_result prune(self_ptr self, const prune_store& step) {
  const auto& time = self->state.env->time;
  const auto begin = time.monotonic();
  const auto outcome = with_writer(self, [&](ledger::writer& w) { return w.prune(step.what); });
  if (!outcome)
    return fail(outcome.error());
  self->send(self->state.env->journal, journal_pruned{outcome->oldest_seq});
  return pruned{*outcome, time.monotonic() - begin};
}

} // namespace

store_writer_actor::behavior_type store_writer(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  return {
      [self](ledger::submission& what) {
        auto& state = self->state;
        if (state.gathered.empty())
          self->send(self, write_now{});
        state.gathered.push_back(std::move(what));
        return state.askers.emplace_back(
            self->make_response_promise<store_writer_state::promise>());
      },
      [self](const settle_command& what) { return settle(self, what); },
      [self](const ledger::writer::login_facts& facts) { return grant(self, facts); },
      [self](const forget_token& what) {
        return with_writer(self, [&](ledger::writer& w) { return w.logout(what.token_hash); });
      },
      [self](const note_photo& what) { return keep_photo(self, what); },
      [self](const note_audit& what) {
        const auto written =
            with_writer(self, [&](ledger::writer& w) { return w.audit(what.entry); });
        if (!written)
          log::warn("audit-not-written", {{log::key::kind, what.entry.action},
                                          {log::key::reason, written.error().message}});
      },
      [self](const take_callback& what) {
        auto& state = self->state;
        if (state.callbacks.empty())
          self->send(self, write_now{});
        state.callbacks.push_back(what);
        return state.callers.emplace_back(
            self->make_response_promise<caf::typed_response_promise<done>>());
      },
      [self](const change_locks& what) { return std::visit(lock_change{self}, what.what); },
      [self](const begin_scan& wanted) {
        return with_writer(
            self, [&](ledger::writer& w) { return w.lock_side().begin_scan(wanted.what); });
      },
      [self](const prune_store& step) { return prune(self, step); },
      [self](const probe_store&) {
        return with_writer(self,
                           [&](ledger::writer& w) { return w.probe(self->state.env->time.now()); });
      },
      [self](write_now) {
        if (!self->state.gathered.empty())
          commit_gathered(self);
        if (!self->state.callbacks.empty())
          commit_callbacks(self);
      },
  };
}

} // namespace palang::actors
