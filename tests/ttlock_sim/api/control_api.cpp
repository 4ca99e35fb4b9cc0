#include "tests/ttlock_sim/api/control_api.hpp"

#include "tests/ttlock_sim/model/form.hpp"

#include <cstdlib>
#include <utility>

namespace palang::ttlock_sim {

namespace {

using json = nlohmann::ordered_json;

http_reply reply_with(const result<json>& body) {
  http_reply reply;
  reply.content_type = "application/json";
  const json said = body ? *body : json{{"error", body.error().message}};
  reply.body = said.dump(-1, ' ', false, json::error_handler_t::replace);
  if (!body)
    reply.status = body.error().code == errc::not_found ? 404 : 400;
  return reply;
}

std::int64_t number_of(const http_request& request, const std::string& name) {
  const auto fields = read_form(request.query);
  const auto found = fields.find(name);
  return found == fields.end() ? 0 : std::strtoll(found->second.c_str(), nullptr, 10);
}

} // namespace

http_reply control_api::handle(const http_request& request) {
  try {
    if (request.method == "GET")
      return reply_with(ask(request.path, request));
    return reply_with(
        call(request.path, request.body.empty() ? json::object() : json::parse(request.body)));
  } catch (const json::exception& e) {
    return reply_with(fail(errc::invalid, e.what()));
  }
}

control_api::asked control_api::ask(const std::string& what, const http_request& request) {
  if (what == "/state")
    return state();
  if (what == "/time")
    return time_now();
  if (what == "/truth")
    return truth(number_of(request, "lock_id"));
  if (what == "/commands")
    return commands(number_of(request, "lock_id"));
  if (what == "/callbacks")
    return callbacks(static_cast<std::size_t>(number_of(request, "from")));
  if (what == "/calls")
    return calls();
  return fail(errc::not_found, "GET " + what + " is not a call");
}

control_api::asked control_api::call(const std::string& what, const json& body) {
  if (what == "/events")
    return events(body);
  if (what == "/gateways/cut")
    return gateway_link(body, false);
  if (what == "/gateways/restore")
    return gateway_link(body, true);
  if (what == "/locks")
    return set_lock(body);
  if (what == "/settings")
    return settings_changed(body);
  if (what == "/faults")
    return add_fault(body);
  if (what == "/commands/next")
    return script_command(body);
  if (what == "/tokens")
    return tokens(body);
  if (what == "/quota")
    return quota_set(body);
  if (what == "/cloud")
    return cloud(body);
  if (what == "/callbacks")
    return call_back(body);
  if (what == "/callbacks/url")
    return callback_url(body);
  if (what == "/time")
    return time(body);
  if (what == "/time/advance")
    return advance(body);
  return fail(errc::not_found, "POST " + what + " is not a call");
}

result<void> control_api::plan(const json& script) {
  try {
    for (const auto& step : script) {
      const auto what = step.at("call").get<std::string>();
      if (what.starts_with("/time"))
        return fail(errc::invalid, "a script cannot turn the clock that it runs on");
      world_->plan.after(milliseconds{step.at("after_ms").get<std::int64_t>()},
                         [this, what, body = step.value("body", json::object())] {
                           (void)reply_with(call(what, body));
                         });
    }
  } catch (const json::exception& e) {
    return fail(errc::invalid, e.what());
  }
  return {};
}

} // namespace palang::ttlock_sim
