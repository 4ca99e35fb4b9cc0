#include "tests/ttlock_sim/api/control_api.hpp"
#include "tests/ttlock_sim/api/settings_json.hpp"
#include "tests/ttlock_sim/api/world_json.hpp"

#include <string>
#include <utility>

/// The control calls that change the world.
namespace palang::ttlock_sim {

namespace {

using json = nlohmann::ordered_json;

constexpr std::int64_t max_events = 100'000;

json done() {
  return {{"ok", true}};
}

result<lock_event> event_of(const json& j) {
  const auto word = j.value("by", std::string{"card"});
  const auto known = kind_of(word);
  if (!known)
    return fail(errc::invalid, "no such event: " + word);
  lock_event e;
  e.kind = *known;
  e.kind.type_from_lock = j.value("type_from_lock", e.kind.type_from_lock);
  e.kind.type = j.value("type", e.kind.type);
  e.kind.is_success = j.value("success", e.kind.is_success);
  e.kind.opens = j.value("opens", e.kind.opens);
  e.username = j.value("username", std::string{});
  e.passcode = j.value("passcode", std::string{});
  if (j.contains("at_ms"))
    e.happened = from_ms(j["at_ms"].get<std::int64_t>());
  return e;
}

} // namespace

control_api::asked control_api::events(const json& body) {
  if (body.is_array()) {
    auto all = json::array();
    for (const auto& one : body) {
      auto made = events(one);
      if (!made)
        return made;
      all.push_back(std::move(*made));
    }
    return all;
  }
  auto* const l = world_->find_lock(body.at("lock_id").get<lock_id>());
  if (l == nullptr)
    return fail(errc::invalid, "no such lock");
  const auto event = event_of(body);
  if (!event)
    return fail(event.error());
  const auto count = body.value("count", std::int64_t{1});
  if (count < 1 || count > max_events)
    return fail(errc::invalid, "count is 1 to " + std::to_string(max_events));
  const auto every = milliseconds{body.value("every_ms", std::int64_t{0})};
  auto wait = milliseconds{body.value("in_ms", std::int64_t{0})};
  auto numbers = json::array();
  for (std::int64_t i = 0; i < count; ++i, wait += every) {
    if (wait > milliseconds{0})
      world_->plan.after(wait, [this, l, event = *event] { world_->happen(*l, event); });
    else
      numbers.push_back(world_->happen(*l, *event));
  }
  return json{{"numbers", numbers}};
}

control_api::asked control_api::gateway_link(const json& body, bool is_online) {
  auto* const g = world_->find_gateway(body.at("gateway_id").get<gateway_id>());
  if (g == nullptr)
    return fail(errc::invalid, "no such gateway");
  if (is_online)
    world_->restore(*g);
  else
    world_->cut(*g);
  return done();
}

control_api::asked control_api::set_lock(const json& body) {
  auto* const l = world_->find_lock(body.at("lock_id").get<lock_id>());
  if (l == nullptr)
    return fail(errc::invalid, "no such lock");
  read_lock(*l, body, world_->now());
  if (body.contains("is_reachable"))
    world_->set_reachable(*l, body["is_reachable"].get<bool>());
  return to_json(*l, world_->now());
}

control_api::asked control_api::settings_changed(const json& body) {
  auto changed = merged(world_->rules, body);
  if (!changed)
    return fail(changed.error());
  world_->rules = std::move(*changed);
  return settings_to_json(world_->rules);
}

control_api::asked control_api::add_fault(const json& body) {
  if (body.value("clear", false)) {
    faults_->clear();
    return done();
  }
  fault f;
  f.path = body.value("path", f.path);
  f.count = body.value("count", f.count);
  if (body.contains("errcode"))
    f.errcode = body["errcode"].get<int>();
  f.http_status = body.value("http_status", f.http_status);
  f.slow = milliseconds{body.value("slow_ms", std::int64_t{0})};
  const auto drop = body.value("drop", std::string{"none"});
  if (drop != "none" && drop != "before" && drop != "after")
    return fail(errc::invalid, "drop is none, before or after");
  f.dropped = drop == "none"     ? fault::drop::none
              : drop == "before" ? fault::drop::before
                                 : fault::drop::after;
  faults_->add(std::move(f));
  return done();
}

control_api::asked control_api::script_command(const json& body) {
  using kind = outcome::kind;
  constexpr std::pair<const char*, kind> words[] = {{"done", kind::done},
                                                    {"no_move", kind::no_move},
                                                    {"timeout", kind::timeout},
                                                    {"timeout_moves", kind::timeout_moves},
                                                    {"refused", kind::refused}};
  const auto wanted = body.at("outcome").get<std::string>();
  for (const auto& [word, is] : words) {
    if (wanted != word)
      continue;
    for (auto left = body.value("count", 1); left > 0; --left)
      remote_->script({is, is == kind::refused ? body.value("errcode", 1) : 0});
    return done();
  }
  return fail(errc::invalid, "no such outcome: " + wanted);
}

control_api::asked control_api::tokens(const json& body) {
  const auto what = body.at("do").get<std::string>();
  if (what == "expire")
    world_->people.end_access(world_->now());
  else if (what == "forget")
    world_->people.forget_access();
  else if (what == "expire_refresh")
    world_->people.end_refresh();
  else
    return fail(errc::invalid, "do is expire, forget or expire_refresh");
  return done();
}

control_api::asked control_api::quota_set(const json& body) {
  world_->calls.limit = body.value("limit", world_->calls.limit);
  if (body.contains("used"))
    world_->calls.set_used(body["used"].get<std::int64_t>(), world_->now());
  return calls();
}

control_api::asked control_api::cloud(const json& body) {
  if (body.contains("is_down"))
    world_->set_cloud_down(body["is_down"].get<bool>());
  if (body.contains("is_cut_off"))
    world_->set_server_cut_off(body["is_cut_off"].get<bool>());
  return done();
}

control_api::asked control_api::time(const json& body) {
  const auto speed = body.at("speed").get<double>();
  if (!(speed >= 0 && speed <= 1e6))
    return fail(errc::invalid, "speed is 0 to 1000000");
  around_->set_speed(speed);
  return time_now();
}

control_api::asked control_api::advance(const json& body) {
  const auto by = body.at("ms").get<std::int64_t>();
  if (by < 0)
    return fail(errc::invalid, "time goes forward only");
  around_->advance(milliseconds{by});
  return time_now();
}

control_api::asked control_api::callback_url(const json& body) {
  if (auto set = around_->set_callback_url(body.at("url").get<std::string>()); !set)
    return fail(std::move(set.error()));
  return done();
}

control_api::asked control_api::call_back(const json& body) {
  const auto method = body.value("method", std::string{"POST"});
  if (method != "POST" && method != "GET")
    return fail(errc::invalid, "method is GET or POST");
  world_->mail.put(body.value("body", std::string{}), method == "GET");
  return done();
}

} // namespace palang::ttlock_sim
