#include "server/actors/journal.hpp"

#include "server/actors/ask.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"
#include "shared/protocol/codec.hpp"

#include <caf/typed_response_promise.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace palang::actors {

namespace {

using self_ptr = journal_actor::stateful_pointer<journal_state>;
using stage = journal_state::stage;

encoded_event encode(const protocol::event& e) {
  return {e.seq, e.event_topic, e.is_admin_only(), protocol::encode(protocol::server_message{e})};
}

// -- from the table and the writer into memory, and out to the subscribers ----------------------

void read_on(self_ptr self);

void publish(journal_state& state, const std::vector<encoded_event>& fresh) {
  if (fresh.empty())
    return;
  state.published_seq = fresh.back().seq;
  state.env->out.publish(fresh);
  state.env->meters.events_published(fresh.size(), state.published_seq);
}

/// Takes what is new of `events`. False when one before them is missing: from there on nothing was
/// taken.
bool take(journal_state& state, const std::vector<protocol::event>& events) {
  std::vector<encoded_event> fresh;
  auto e =
      std::ranges::find_if(events, [&](const auto& x) { return x.seq > state.ring.newest_seq(); });
  for (; e != events.end() && e->seq == state.ring.newest_seq() + 1; ++e) {
    state.ring.push(encode(*e));
    if (e->seq > state.published_seq)
      fresh.push_back(state.ring.at(e->seq));
  }
  publish(state, fresh);
  return e == events.end();
}

/// The same for a page of the table, where nothing can fill a hole any more.
void take_page(journal_state& state, const std::vector<protocol::event>& page) {
  while (!take(state, page)) {
    const auto behind =
        std::ranges::find_if(page, [&](const auto& x) { return x.seq > state.ring.newest_seq(); });
    log::error("journal-hole",
               {{log::key::after, state.ring.newest_seq()}, {log::key::seq, behind->seq}});
    state.ring.restart_after(behind->seq - 1);
  }
}

void take_or_read(self_ptr self, committed_events& told) {
  auto& state = self->state;
  state.config_version = std::max(state.config_version, told.config_version.value_or(0));
  if (state.now != stage::current)
    return state.held.push_back(std::move(told));
  if (!told.events || take(state, *told.events))
    return;
  log::warn("journal-gap", {{log::key::after, state.ring.newest_seq()}});
  state.held.push_back(std::move(told));
  read_on(self);
}

/// The table has nothing more: what was told meanwhile continues it.
void become_current(self_ptr self) {
  auto& state = self->state;
  state.is_loaded = true;
  state.now = stage::current;
  for (auto& told : std::exchange(state.held, {}))
    take_or_read(self, told);
}

void read_on(self_ptr self) {
  auto& state = self->state;
  state.now = stage::reading;
  const read_journal next{state.ring.newest_seq(), self->state.env->sizes.load_page_events};
  ask<std::vector<protocol::event>>(
      self, state.env->readers, defaults::read_timeout, next, [self](journal_page page) {
        if (!page)
          return self->delayed_send(self, defaults::journal_retry, read_again{});
        take_page(self->state, *page);
        if (page->size() < self->state.env->sizes.load_page_events)
          become_current(self);
        else
          read_on(self);
      });
}

/// Whether the table has what nobody told, without holding up what is told meanwhile.
void look(self_ptr self) {
  const auto& state = self->state;
  if (state.now != stage::current)
    return;
  const read_journal next{state.ring.newest_seq(), state.env->sizes.load_page_events};
  ask<std::vector<protocol::event>>(
      self, state.env->readers, defaults::read_timeout, next, [self](const journal_page& page) {
        if (!page || self->state.now != stage::current)
          return;
        if (!take(self->state, *page))
          read_on(self);
        else if (page->size() == self->state.env->sizes.load_page_events)
          look(self);
      });
}

void start_at(self_ptr self, const ledger::journal_bounds& bounds) {
  auto& state = self->state;
  state.bounds = bounds;
  auto& out = state.env->out;
  if (!out.published_seq())
    out.publish_after(bounds.newest_seq);
  state.published_seq = *out.published_seq();
  const auto kept = static_cast<std::int64_t>(state.env->sizes.ring_events);
  state.ring.restart_after(std::max(bounds.oldest_seq - 1, bounds.newest_seq - kept));
  read_on(self);
}

void start(self_ptr self) {
  auto& readers = self->state.env->readers;
  const auto retry = [self](const error& why) {
    log::warn("journal-not-loaded", {{log::key::reason, why.message}});
    self->delayed_send(self, defaults::journal_retry, read_again{});
  };
  ask<ledger::config_snapshot>(
      self, readers, defaults::read_timeout, read_configuration{},
      [self, retry](configuration_result config) {
        if (!config)
          return retry(config.error());
        self->state.config_version = std::max(self->state.config_version, config->version);
        ask<ledger::journal_bounds>(self, self->state.env->readers, defaults::read_timeout,
                                    read_bounds{}, [self, retry](bounds_result bounds) {
                                      if (!bounds)
                                        return retry(bounds.error());
                                      start_at(self, *bounds);
                                    });
      });
}

// -- replays -------------------------------------------------------------------------------------

using page_view = std::vector<const encoded_event*>;

/// The next events of the memory within one page.
page_view page_after(const journal_state& state, std::int64_t after) {
  const auto& ring = state.ring;
  const auto& sizes = state.env->sizes;
  page_view page;
  std::size_t bytes = 0;
  while (after < ring.newest_seq() && page.size() < sizes.page_events && bytes < sizes.page_bytes) {
    page.push_back(&ring.at(++after));
    bytes += page.back()->json.size();
  }
  return page;
}

/// True when the client gets something of this page.
bool send_page(const environment& env, const serve_page& wanted, page_view page) {
  std::erase_if(page, [&](const encoded_event* e) { return !wants(wanted.what, *e); });
  if (page.empty())
    return false;
  env.out.replay(wanted.connection, page, wanted.what.is_batch);
  env.meters.replay_page_sent(page.size());
  return true;
}

page_served from_memory(const journal_state& state, const serve_page& wanted) {
  auto after = wanted.after_seq;
  bool was_sent = false;
  while (after < state.ring.newest_seq() && !was_sent) {
    auto page = page_after(state, after);
    after = page.back()->seq;
    was_sent = send_page(*state.env, wanted, std::move(page));
  }
  if (after < state.ring.newest_seq())
    return {replay_step::page_sent, after};
  state.env->out.subscribe(wanted.connection, wanted.what, after);
  return {replay_step::is_live, after};
}

page_served from_table(journal_state& state, const serve_page& wanted, const journal_page& page) {
  if (!page || page->empty())
    return {replay_step::not_now, wanted.after_seq};
  if (page->front().seq != wanted.after_seq + 1) {
    // Whoever resumes from before this is told so.
    state.bounds.oldest_seq = std::max(state.bounds.oldest_seq, page->front().seq);
    return {replay_step::gone, wanted.after_seq};
  }
  std::vector<encoded_event> encoded;
  std::ranges::transform(*page, std::back_inserter(encoded), encode);
  page_view view;
  std::ranges::transform(encoded, std::back_inserter(view),
                         [](const encoded_event& e) { return &e; });
  const auto last = encoded.back().seq;
  send_page(*state.env, wanted, std::move(view));
  return {replay_step::page_sent, last};
}

caf::result<page_served> serve(self_ptr self, const serve_page& wanted) {
  auto& state = self->state;
  // A memory that ends before what is published would leave a gap behind it.
  if (!state.is_loaded)
    return page_served{replay_step::not_now, wanted.after_seq};
  if (state.ring.covers_after(wanted.after_seq))
    return from_memory(state, wanted);
  auto promise = self->make_response_promise<caf::typed_response_promise<page_served>>();
  const read_journal next{wanted.after_seq, state.env->sizes.page_events};
  ask<std::vector<protocol::event>>(self, state.env->readers, defaults::read_timeout, next,
                                    [self, wanted, promise](const journal_page& page) mutable {
                                      promise.deliver(from_table(self->state, wanted, page));
                                    });
  return promise;
}

position_result current_position(const journal_state& state) {
  if (!state.is_loaded)
    return fail(errc::db_unavailable, "the journal is being loaded");
  return position{state.bounds.epoch, state.bounds.oldest_seq, state.ring.newest_seq(),
                  state.config_version};
}

} // namespace

journal_actor::behavior_type journal(self_ptr self, environment_ptr env) {
  auto& state = self->state;
  state.env = std::move(env);
  state.ring.limit(state.env->sizes.ring_events, state.env->sizes.ring_bytes);
  start(self);
  self->send(self, look_due{});
  return {
      [self](committed_events& told) { take_or_read(self, told); },
      [self](catch_up) { look(self); },
      [self](const journal_pruned& what) {
        auto& oldest = self->state.bounds.oldest_seq;
        oldest = std::max(oldest, what.oldest_seq);
      },
      [self](look_due) {
        look(self);
        self->delayed_send(self, defaults::journal_look, look_due{});
      },
      [self](const ask_position&) { return current_position(self->state); },
      [self](const serve_page& wanted) { return serve(self, wanted); },
      [self](read_again) {
        if (self->state.now == stage::starting)
          start(self);
        else
          read_on(self);
      },
  };
}

} // namespace palang::actors
