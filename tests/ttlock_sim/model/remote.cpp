#include "tests/ttlock_sim/model/remote.hpp"

#include "tests/ttlock_sim/model/errcodes.hpp"

#include <algorithm>
#include <utility>

namespace palang::ttlock_sim {

std::string_view to_string(command what) noexcept {
  switch (what) {
  case command::unlock:
    return "unlock";
  case command::lock:
    return "lock";
  case command::open_state:
    return "open_state";
  case command::battery:
    return "battery";
  case command::read_clock:
    return "read_clock";
  case command::set_clock:
    return "set_clock";
  }
  return "unknown";
}

void remote::send(lock_id to, command what, answered done) {
  gateway* through = nullptr;
  if (const auto code = refusal(to, what, through); code != errcode::ok)
    return done(code);
  auto& l = *world_->find_lock(to);
  run(l, what, *through, decide(l, *through), done);
}

int remote::refusal(lock_id to, command what, gateway*& through) {
  const auto* l = world_->find_lock(to);
  if (l == nullptr)
    return errcode::no_such_lock;
  if (what == command::unlock && !l->is_remote_unlock_on)
    return errcode::not_supported;
  auto known = world_->gateways_of(to);
  for (auto& [ignored, g] : world_->gateways())
    if (known.empty() && !g.is_online && g.link_to(to) != nullptr)
      return errcode::gateway_offline;
  if (known.empty())
    return errcode::no_gateway;
  std::erase_if(known, [](const gateway* g) { return !g->is_listed_online; });
  if (known.empty())
    return errcode::gateway_offline;
  through = known.front();
  return through->is_busy(world_->now()) ? errcode::gateway_busy : errcode::ok;
}

outcome remote::decide(const lock& l, const gateway& through) {
  using kind = outcome::kind;
  const auto& rules = world_->rules.command;
  if (!through.is_online)
    return {kind::refused, rules.unnoticed_offline_errcode};
  if (!l.is_reachable)
    return {kind::refused, errcode::lock_offline};
  if (l.is_busy)
    return {kind::refused, errcode::lock_busy};
  if (!scripted_.empty()) {
    const auto next = scripted_.front();
    scripted_.pop_front();
    return next;
  }
  auto& chance = world_->chance;
  if (chance.chance(rules.timeout_probability))
    return {chance.chance(rules.timeout_moves_probability) ? kind::timeout_moves : kind::timeout};
  return {chance.chance(rules.no_move_probability) ? kind::no_move : kind::done};
}

void remote::run(lock& l, command what, gateway& through, outcome will, const answered& done) {
  using kind = outcome::kind;
  const bool is_timeout = will.is == kind::timeout || will.is == kind::timeout_moves;
  const bool moves = will.is == kind::done || will.is == kind::timeout_moves;
  const auto& rules = world_->rules.command;
  const int code = is_timeout ? rules.timeout_errcode : will.errcode;
  const auto takes = world_->chance.pick(rules.takes);
  const auto answer_after = is_timeout ? milliseconds{rules.timeout_ms} : takes;
  through.busy_until = world_->now() + answer_after;
  const auto index = l.commands.size();
  l.commands.push_back({.sent = world_->now(),
                        .answered = {},
                        .what = std::string{to_string(what)},
                        .through = through.id,
                        .errcode = code});
  if (moves)
    world_->plan.after(takes, [this, &l, what, index] {
      l.commands[index].has_moved = true;
      execute(l, what);
    });
  world_->plan.after(answer_after, [this, &l, &through, index, done] {
    auto& sent = l.commands[index];
    // A gateway that went away meanwhile cannot tell what the lock did.
    if (!through.is_online)
      sent.errcode = world_->rules.command.unnoticed_offline_errcode;
    sent.answered = world_->now();
    done(sent.errcode);
  });
}

void remote::execute(lock& l, command what) {
  const auto& admin = world_->people.who().username;
  if (what == command::unlock)
    world_->happen(l, {*kind_of("gateway"), admin, {}, {}});
  if (what == command::lock) {
    l.is_open = false;
    world_->happen(l, {*kind_of("lock_gateway"), admin, {}, {}});
  }
  if (what == command::set_clock)
    l.clock.set(milliseconds{0}, world_->now());
}

} // namespace palang::ttlock_sim
