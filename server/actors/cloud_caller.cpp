#include "server/actors/cloud_caller.hpp"

#include "server/actors/call_meter.hpp"
#include "server/ops/log.hpp"

#include <exception>
#include <utility>

namespace palang::actors {

namespace {

using self_ptr = cloud_caller_actor::stateful_pointer<cloud_caller_state>;

ttlock::cloud& cloud_of(self_ptr self) {
  auto& state = self->state;
  if (!state.cloud)
    state.cloud = state.env->make_cloud([&state](ttlock::call_kind kind) {
      return state.env->calls->take(priority_of(kind, state.of_records));
    });
  return *state.cloud;
}

ttlock::cloud_error broken(const char* why) {
  ttlock::cloud_error out;
  out.text_id = "kesalahan di server ini; lihat log";
  out.text_en = "a fault of this server; see its log";
  out.detail = why;
  out.is_outcome_unknown = true;
  return out;
}

void note_failure(self_ptr self, const char* what, const ttlock::cloud_error& why) {
  if (ttlock::is_month_used_up(why.errcode))
    self->state.env->calls->exhausted();
  log::warn("ttlock-call-failed", {{log::key::kind, what},
                                   {log::key::outcome, to_string(why.what)},
                                   {log::key::code, why.errcode},
                                   {log::key::reason, why.text_en}});
}

bool is_cloud_away(const ttlock::cloud_error& why) {
  return why.what == ttlock::failure::unreachable || why.what == ttlock::failure::server
         || why.what == ttlock::failure::unreadable;
}

/// What was withheld tells nothing of the cloud; any other refusal is an answer.
template <class Reply>
void tell_met(self_ptr self, const Reply& answer) {
  const auto& env = *self->state.env;
  if (answer || answer.error().what != ttlock::failure::withheld)
    self->send(env.locks, cloud_met{!answer && is_cloud_away(answer.error()), env.time.now()});
}

/// A call whose failure is logged and whose exceptions end here.
template <class F>
auto guarded_call(self_ptr self, const char* what, F call)
    -> decltype(call(std::declval<ttlock::cloud&>())) {
  using reply = decltype(call(std::declval<ttlock::cloud&>()));
  try {
    reply answer = call(cloud_of(self));
    self->state.env->meters.cloud_called(answer.has_value());
    if (!answer)
      note_failure(self, what, answer.error());
    tell_met(self, answer);
    return answer;
  } catch (const std::exception& e) {
    log::error("ttlock-call-threw", {{log::key::kind, what}, {log::key::reason, e.what()}});
    return tl::unexpected{broken(e.what())};
  }
}

/// Most often there is nothing to do, and so nothing to count.
void renew_ahead(self_ptr self) {
  try {
    if (const auto kept = cloud_of(self).keep_token(); !kept)
      note_failure(self, "token", kept.error());
  } catch (const std::exception& e) {
    log::error("ttlock-call-threw", {{log::key::kind, "token"}, {log::key::reason, e.what()}});
  }
}

/// All pages of a list. `add` takes one item.
template <class Page, class Add>
cloud_reply<void> each_item(Page ask, Add add) {
  for (int number = 1;; ++number) {
    auto page = ask(number);
    if (!page)
      return tl::unexpected{page.error()};
    for (auto& item : page->items)
      add(item);
    if (page->is_last())
      return {};
  }
}

cloud_reply<void> add_locks(ttlock::cloud& cloud, ledger::lock_discovery& found) {
  return each_item([&](int page) { return cloud.locks(page); },
                   [&](const ttlock::cloud_lock& seen) {
                     storage::stored_lock row;
                     row.id = seen.id;
                     row.alias = seen.name;
                     row.mac = seen.mac;
                     row.battery = seen.battery;
                     found.locks.push_back(std::move(row));
                   });
}

cloud_reply<void> add_gateways(ttlock::cloud& cloud, ledger::lock_discovery& found) {
  return each_item([&](int page) { return cloud.gateways(page); },
                   [&](const ttlock::cloud_gateway& seen) {
                     found.gateways.push_back({seen.id, seen.name, seen.mac, seen.network,
                                               seen.is_online, found.at, found.at, 0});
                   });
}

cloud_reply<void> add_links(ttlock::cloud& cloud, ledger::lock_discovery& found) {
  for (const auto& gateway : found.gateways) {
    auto reached = cloud.locks_of(gateway.id);
    if (!reached)
      return tl::unexpected{reached.error()};
    for (const auto& link : *reached)
      found.links.push_back(
          {link.id, gateway.id, link.rssi.value_or(0), link.updated_at.value_or(found.at)});
  }
  return {};
}

places_reply list(ttlock::cloud& cloud, bool is_whole, instant now) {
  ledger::lock_discovery found;
  found.at = now;
  found.is_whole = is_whole;
  auto done = add_gateways(cloud, found);
  if (done && is_whole)
    done = add_locks(cloud, found);
  if (done && is_whole)
    done = add_links(cloud, found);
  if (!done)
    return tl::unexpected{done.error()};
  return found;
}

/// Half of the way there and back is what the lock's answer is old.
clock_reply compare_clock(ttlock::cloud& cloud, const ask_clock& what, const clock& time) {
  const auto asked_at = time.now();
  const auto shown = what.is_to_set ? cloud.set_date_of(what.lock_id) : cloud.date_of(what.lock_id);
  if (!shown)
    return tl::unexpected{shown.error()};
  return *shown - (asked_at + (time.now() - asked_at) / 2);
}

} // namespace

cloud_caller_actor::behavior_type cloud_caller(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  return {
      [self](const list_places& what) {
        return guarded_call(self, "places", [&](ttlock::cloud& cloud) {
          return list(cloud, what.is_whole, self->state.env->time.now());
        });
      },
      [self](const pull_page& what) {
        self->state.of_records = what.priority;
        return guarded_call(self, "records", [&](ttlock::cloud& cloud) {
          return cloud.records(what.lock_id, what.from, what.to, what.page);
        });
      },
      [self](const send_unlock& what) {
        return guarded_call(self, "unlock",
                            [&](ttlock::cloud& cloud) { return cloud.unlock(what.lock_id); });
      },
      [self](const ask_state& what) {
        return guarded_call(self, "open-state",
                            [&](ttlock::cloud& cloud) { return cloud.state_of(what.lock_id); });
      },
      [self](const ask_clock& what) {
        return guarded_call(self, "clock", [&](ttlock::cloud& cloud) {
          return compare_clock(cloud, what, self->state.env->time);
        });
      },
      [self](keep_token) { renew_ahead(self); },
  };
}

} // namespace palang::actors
