#include "server/actors/ask.hpp"
#include "server/actors/call_meter.hpp"
#include "server/actors/cloud_caller.hpp"
#include "server/actors/locks.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"

#include <caf/actor_cast.hpp>

namespace palang::actors {

namespace {

using self_ptr = lock_actor::stateful_pointer<lock_state>;
using protocol::command_state;

instant now_of(self_ptr self) {
  return self->state.env->time.now();
}

/// This lock's own: a slow gateway elsewhere must not hold an opening up.
const cloud_caller_actor& caller_of(self_ptr self) {
  auto& caller = self->state.caller;
  if (!caller)
    caller = self->state.env->is_threaded
                 ? self->spawn<caf::linked + caf::detached>(cloud_caller, self->state.env)
                 : self->spawn<caf::linked>(cloud_caller, self->state.env);
  return caller;
}

/// Asks the cloud. `then` gets the reply; no answer at all (the caller failed) is an unknown
/// outcome.
template <class Reply, class Request, class F>
void ask_cloud(self_ptr self, const cloud_caller_actor& caller, Request what, F then) {
  self->request(caller, defaults::cloud_call_timeout, std::move(what))
      .then([then](Reply& reply) mutable { then(std::move(reply)); },
            [then](const caf::error&) mutable {
              ttlock::cloud_error why;
              why.text_id = "tidak ada jawaban dari TTLock";
              why.text_en = "no answer from TTLock";
              why.is_outcome_unknown = true;
              then(Reply{tl::unexpected{std::move(why)}});
            });
}

/// Runs `then(is_granted)` when the gateways are free, or with false when `until` came first.
template <class F>
void with_turn(self_ptr self, instant until, F then) {
  const auto wait = std::max(until - now_of(self), milliseconds{0}) + defaults::turn_slack;
  self->request(self->state.parent, wait, take_turn{self->state.id, until})
      .then([then](bool is_granted) mutable { then(is_granted); },
            [then](const caf::error&) mutable { then(false); });
}

void end_turn(self_ptr self) {
  self->send(self->state.parent, turn_over{self->state.id});
}

// -- openings --------------------------------------------------------------------------------

void settle(self_ptr self, const uuid& id, command_state state, const std::string& detail) {
  auto found = self->state.openings.extract(id);
  if (!found.empty())
    found.mapped().asker.deliver(opening_result{opening_outcome{state, detail}});
}

std::string words(const ttlock::cloud_error& why) {
  return why.text_id + " (" + why.text_en + ")";
}

void send_unlock_of(self_ptr self, const uuid& id);

void take_unlock_reply(self_ptr self, const uuid& id, const unlock_reply& reply) {
  const auto found = self->state.openings.find(id);
  if (found == self->state.openings.end())
    return end_turn(self);
  if (reply) {
    end_turn(self);
    return settle(self, id, command_state::confirmed, "");
  }
  const auto& why = reply.error();
  const auto next = now_of(self) + defaults::busy_pause;
  // A busy gateway has not taken the command: asking again cannot open twice.
  if (!why.is_outcome_unknown && why.what == ttlock::failure::busy
      && next < found->second.command.expires_at)
    return self->delayed_send(self, defaults::busy_pause, try_again{id});
  end_turn(self);
  if (!why.is_outcome_unknown)
    return settle(self, id, command_state::failed, words(why));
  settle(self, id, command_state::unknown, words(why));
  self->delayed_send(self, defaults::outcome_pause, check_outcome{id});
}

void send_unlock_of(self_ptr self, const uuid& id) {
  const auto found = self->state.openings.find(id);
  if (found == self->state.openings.end() || found->second.command.expires_at <= now_of(self)) {
    end_turn(self);
    return settle(self, id, command_state::expired,
                  "tidak terlaksana tepat waktu (not carried out in time)");
  }
  ask_cloud<unlock_reply>(
      self, caller_of(self), send_unlock{self->state.id},
      [self, id](const unlock_reply& reply) { take_unlock_reply(self, id, reply); });
}

void begin_opening(self_ptr self, const protocol::gate_command& command) {
  const auto id = command.id;
  with_turn(self, command.expires_at, [self, id](bool is_granted) {
    if (is_granted)
      return send_unlock_of(self, id);
    settle(self, id, command_state::expired,
           "gateway sibuk sampai terlambat (the gateway was busy until it was too late)");
  });
}

/// The opening's asker has its answer; what the lock says now is written as a correction of it.
void look_whether_open(self_ptr self, const uuid& id) {
  with_turn(self, now_of(self) + defaults::outcome_patience, [self, id](bool is_granted) {
    if (!is_granted)
      return;
    ask_cloud<state_reply>(
        self, caller_of(self), ask_state{self->state.id}, [self, id](const state_reply& reply) {
          end_turn(self);
          if (!reply || reply->state != ttlock::bolt::unlocked)
            return; // A record may still tell.
          ask<void>(self, self->state.env->writer, defaults::write_timeout,
                    settle_command{id, command_state::confirmed,
                                   "kunci menyatakan terbuka (the lock says that it is open)"},
                    [](const done&) {});
        });
  });
}

// -- re-scans --------------------------------------------------------------------------------

void end_scan(self_ptr self) {
  self->state.scan.reset();
  self->send(self->state.parent, scan_over{self->state.id});
}

void write_step(self_ptr self, ledger::scan_step step) {
  const bool is_last = step.is_last || step.failure;
  ask<void>(self, self->state.env->writer, defaults::write_timeout, change_locks{std::move(step)},
            [self, is_last](const done& written) {
              auto& scan = self->state.scan;
              if (!written || is_last || !scan)
                return end_scan(self); // What was not written is asked for again next round.
              ++scan->next_page;
              self->send(self, next_page{});
            });
}

/// Failures that another round may not meet keep the scan; the others end it, in words.
bool may_go_on_later(const ttlock::cloud_error& why) {
  return why.retry_after.has_value() || why.what == ttlock::failure::withheld;
}

void take_page(self_ptr self, const uuid& scan, page_reply page) {
  if (page)
    self->state.scan_pause.succeeded();
  else
    self->state.scan_pause.failed(page.error(), now_of(self), self->state.env->lock_pace);
  if (!page && may_go_on_later(page.error()))
    return end_scan(self);
  ledger::scan_step step;
  step.scan = scan;
  step.received_at = now_of(self);
  if (page) {
    step.records = std::move(page->records);
    step.is_last = page->is_last();
  } else {
    step.failure = words(page.error());
  }
  write_step(self, std::move(step));
}

void pull(self_ptr self) {
  const auto& scan = self->state.scan;
  if (!scan)
    return;
  const pull_page what{self->state.id, scan->from, scan->to, scan->next_page, self->state.urgency};
  self->request(self->state.env->cloud, defaults::cloud_call_timeout, what)
      .then([self, id = scan->id](page_reply& page) { take_page(self, id, std::move(page)); },
            [self](const caf::error&) { end_scan(self); });
}

void begin_due_scan(self_ptr self, const domain::scan_window& due) {
  const auto urgency =
      due.why == "sweep" ? ttlock::call_priority::sweep : ttlock::call_priority::recovery;
  if (!self->state.env->calls->may_spend(urgency))
    return end_scan(self);
  self->state.urgency = urgency;
  ledger::scan_request wanted{self->state.id, due.why, due.from, due.to, "", now_of(self)};
  ask<storage::stored_scan>(self, self->state.env->writer, defaults::write_timeout,
                            begin_scan{std::move(wanted)}, [self](scan_result begun) {
                              if (!begun)
                                return end_scan(self);
                              self->state.scan = std::move(*begun);
                              pull(self);
                            });
}

/// What the turn is for: a scan that was interrupted, or the one that is due.
void scan_in_turn(self_ptr self) {
  auto& state = self->state;
  if (!state.scan_pause.is_over(now_of(self)))
    return end_scan(self);
  if (state.view->running) {
    state.scan = state.view->running;
    state.urgency =
        state.scan->why == "sweep" ? ttlock::call_priority::sweep : ttlock::call_priority::recovery;
    return pull(self);
  }
  if (state.view->due)
    return begin_due_scan(self, *state.view->due);
  end_scan(self);
}

// -- the clock -------------------------------------------------------------------------------

void note_clock(self_ptr self, milliseconds offset) {
  ledger::lock_reading reading;
  reading.lock_id = self->state.id;
  reading.clock_offset = offset;
  reading.at = now_of(self);
  ask<void>(self, self->state.env->writer, defaults::write_timeout,
            change_locks{std::move(reading)}, [](const done&) {});
}

void ask_for_clock(self_ptr self, bool is_to_set);

/// A clock that is far off is set at once; one that could not be read, or set, is tried again soon.
void take_clock(self_ptr self, bool was_to_set, const clock_reply& offset) {
  auto& state = self->state;
  state.is_asking_clock = false;
  if (!offset) {
    ++state.clock_failures;
    return;
  }
  note_clock(self, *offset);
  const bool is_large = std::chrono::abs(*offset) > defaults::largest_clock_offset;
  if (!is_large || was_to_set) {
    state.clock_failures = 0;
    return;
  }
  log::info("lock-clock-set", {{log::key::ms, offset->count()}});
  state.is_asking_clock = true;
  ask_for_clock(self, true);
}

void ask_for_clock(self_ptr self, bool is_to_set) {
  with_turn(self, now_of(self) + defaults::outcome_patience, [self, is_to_set](bool is_granted) {
    if (!is_granted) {
      ++self->state.clock_failures;
      self->state.is_asking_clock = false;
      return;
    }
    ask_cloud<clock_reply>(self, self->state.env->clocks, ask_clock{self->state.id, is_to_set},
                           [self, is_to_set](const clock_reply& offset) {
                             end_turn(self);
                             take_clock(self, is_to_set, offset);
                           });
  });
}

/// When its clock should be read next.
instant clock_due_at(const lock_state& state) {
  constexpr int most_doublings = 10;
  auto wait = milliseconds{defaults::clock_check};
  if (const auto failures = state.clock_failures; failures > 0)
    wait = std::min(wait, milliseconds{defaults::clock_retry}
                              * (1 << std::min(failures - 1, most_doublings)));
  return std::max(state.clock_asked_at.value_or(instant{}),
                  state.view->lock.clock_measured_at.value_or(instant{}))
         + milliseconds{static_cast<milliseconds::rep>(static_cast<double>(wait.count())
                                                       / state.env->lock_pace)};
}

void ask_clock_when_due(self_ptr self) {
  auto& state = self->state;
  if (state.is_asking_clock || !state.view->is_online || now_of(self) < clock_due_at(state)
      || !state.env->calls->may_spend(ttlock::call_priority::state_check))
    return;
  state.is_asking_clock = true;
  state.clock_asked_at = now_of(self);
  ask_for_clock(self, false);
}

} // namespace

lock_actor::behavior_type lock(self_ptr self, environment_ptr env, std::string id) {
  self->state.parent = env->locks;
  self->state.env = std::move(env);
  self->state.id = std::move(id);
  return {
      [self](const open_lock& what) {
        auto promise = self->make_response_promise<caf::typed_response_promise<opening_result>>();
        self->state.openings.insert_or_assign(what.command.id,
                                              lock_state::opening{what.command, promise});
        begin_opening(self, what.command);
        return promise;
      },
      [self](const lock_view_ptr& view) {
        self->state.view = view;
        if (view->may_scan && !self->state.scan)
          scan_in_turn(self);
        ask_clock_when_due(self);
      },
      [self](const try_again& what) { send_unlock_of(self, what.command); },
      [self](const check_outcome& what) { look_whether_open(self, what.command); },
      [self](next_page) { pull(self); },
  };
}

} // namespace palang::actors
