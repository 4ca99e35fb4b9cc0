#include "tests/ttlock_sim/api/control_api.hpp"
#include "tests/ttlock_sim/api/settings_json.hpp"
#include "tests/ttlock_sim/api/world_json.hpp"

/// The control calls that only look.
namespace palang::ttlock_sim {

using json = nlohmann::ordered_json;

json control_api::time_now() const {
  const auto next = world_->plan.next();
  return {{"now_ms", to_ms(world_->now())},
          {"speed", around_->speed()},
          {"next_ms", next ? json(to_ms(*next)) : json(nullptr)}};
}

json control_api::state() const {
  auto locks = json::array();
  for (const auto& [id, l] : world_->locks())
    locks.push_back(to_json(l, world_->now()));
  auto gateways = json::array();
  for (const auto& [id, g] : world_->gateways())
    gateways.push_back(to_json(g));
  return {{"time", time_now()},
          {"is_cloud_down", world_->is_cloud_down()},
          {"locks", locks},
          {"gateways", gateways},
          {"settings", settings_to_json(world_->rules)}};
}

json control_api::truth(lock_id of) const {
  auto records = json::array();
  std::size_t lost = 0;
  for (const auto& fate : world_->truth()) {
    if (of != 0 && fate.record.lock != of)
      continue;
    lost += fate.is_lost() ? 1U : 0U;
    records.push_back(to_json(fate));
  }
  return {{"lost", lost}, {"records", records}};
}

json control_api::commands(lock_id of) const {
  auto all = json::array();
  for (const auto& [id, l] : world_->locks()) {
    if (of != 0 && id != of)
      continue;
    for (const auto& c : l.commands) {
      json one{{"lock_id", id}};
      one.update(to_json(c));
      all.push_back(one);
    }
  }
  return {{"commands", all}};
}

json control_api::callbacks(std::size_t from) const {
  const auto& log = world_->mail.log();
  auto sent = json::array();
  for (auto i = from; i < log.size(); ++i)
    sent.push_back(to_json(log[i]));
  return {{"open", world_->mail.open_count()}, {"total", log.size()}, {"deliveries", sent}};
}

json control_api::calls() const {
  return {{"limit", world_->calls.limit},
          {"used", world_->calls.used(world_->now())},
          {"month", quota::month_of(world_->now())},
          {"by_month", world_->calls.all()}};
}

} // namespace palang::ttlock_sim
