#include "server/actors/keeper.hpp"

#include "server/config/defaults.hpp"
#include "server/ops/log.hpp"

#include <caf/exit_reason.hpp>
#include <caf/sec.hpp>

#include <algorithm>

namespace palang::actors {

namespace {

using keeper_ptr = caf::stateful_actor<keeper_state>*;

caf::actor next_child(keeper_state& state) {
  for (std::size_t tries = 0; tries < state.children.size(); ++tries) {
    const auto& child = state.children[state.next];
    state.next = (state.next + 1) % state.children.size();
    if (child)
      return child;
  }
  return {};
}

caf::result<caf::message> pass_on(keeper_ptr self, caf::message_view& view) {
  auto child = next_child(self->state);
  if (!child)
    return caf::make_error(caf::sec::request_receiver_down);
  return self->delegate(child, view.move_content_to_message());
}

/// How often it failed lately, this time included.
int count_failure(keeper_state& state, milliseconds now) {
  state.failures.push_back(now);
  while (state.failures.front() + defaults::give_up_window < now)
    state.failures.pop_front();
  return static_cast<int>(state.failures.size());
}

milliseconds back_off(int failures) {
  const milliseconds longest = defaults::restart_longest;
  return std::min<milliseconds>(longest,
                                defaults::restart_first * (1 << std::min(failures - 1, 10)));
}

void child_failed(keeper_ptr self, std::size_t slot, const std::string& reason, const clock& time) {
  auto& state = self->state;
  state.children[slot] = nullptr;
  const auto failures = count_failure(state, time.monotonic());
  log::error("actor-failed", {{log::key::actor, state.role.name},
                              {log::key::attempt, failures},
                              {log::key::reason, reason}});
  if (failures >= defaults::failures_to_give_up)
    return state.role.give_up(state.role.name, reason);
  self->delayed_send(self, back_off(failures), restart_due{slot});
}

} // namespace

caf::behavior keeper(keeper_ptr self, kept_role role, const clock* time, ops::metrics* meters) {
  self->state.role = std::move(role);
  self->state.children.resize(self->state.role.count);
  self->set_default_handler(
      [self](caf::scheduled_actor*, caf::message_view& view) { return pass_on(self, view); });
  self->set_exit_handler([self, time](caf::exit_msg& gone) {
    auto& children = self->state.children;
    const auto child = std::ranges::find_if(
        children, [&](const caf::actor& c) { return c && c.address() == gone.source; });
    if (child == children.end())
      return self->quit(std::move(gone.reason));
    child_failed(self, static_cast<std::size_t>(child - children.begin()),
                 self->system().render(gone.reason), *time);
  });
  return {
      [self](start_now) {
        for (auto& child : self->state.children)
          child = self->state.role.spawn(self);
      },
      [self, meters](restart_due due) {
        self->state.children[due.slot] = self->state.role.spawn(self);
        meters->actor_restarted();
        if (self->state.role.on_restarted)
          self->state.role.on_restarted();
      },
  };
}

} // namespace palang::actors
