#include "tests/ttlock_sim/api/cloud_api.hpp"

#include "tests/ttlock_sim/api/fields.hpp"
#include "tests/ttlock_sim/api/routes.hpp"
#include "tests/ttlock_sim/model/errcodes.hpp"

#include <utility>

namespace palang::ttlock_sim {

namespace {

constexpr auto token_path = "/oauth2/token";

http_reply reply_with(const json& body) {
  http_reply reply;
  reply.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
  return reply;
}

http_reply reply_with(int code) {
  return reply_with(error_body(code));
}

http_reply plain(unsigned status) {
  return {.status = status,
          .content_type = "text/html",
          .body = "<html><body>" + std::to_string(status) + "</body></html>"};
}

bool is_near(instant date, instant now) {
  return std::chrono::abs(date - now) <= std::chrono::minutes{5};
}

// A JSON body is not understood: the parameters seem to be missing.
bool is_form(const http_request& r) {
  return r.body.empty() || r.content_type.starts_with("application/x-www-form-urlencoded");
}

form_fields fields_of(const http_request& r) {
  auto fields = read_form(r.query);
  fields.merge(read_form(r.body));
  return fields;
}

} // namespace

json error_body(int code) {
  const auto text = text_of(code);
  json body;
  body["errcode"] = code;
  body["errmsg"] = text.errmsg;
  if (code != errcode::ok)
    body["description"] = text.description;
  return body;
}

void cloud_api::handle(const http_request& request, const respond& answer) {
  if (world_->is_cloud_down() || world_->is_server_cut_off())
    return answer({.body = {}, .is_dropped = true});
  const auto planned = faults_->take(request.path);
  if (!planned)
    return dispatch(request, answer);
  const auto finish = [planned = *planned, answer](http_reply reply) {
    reply.slow = planned.slow;
    reply.is_dropped = planned.dropped != fault::drop::none;
    answer(std::move(reply));
  };
  if (planned->dropped == fault::drop::before)
    return finish({});
  if (planned->http_status != 200)
    return finish(plain(planned->http_status));
  if (planned->errcode)
    return finish(reply_with(*planned->errcode));
  dispatch(request, finish);
}

void cloud_api::dispatch(const http_request& request, const respond& answer) {
  if (!is_form(request))
    return answer(plain(400));
  const bool is_token = request.path == token_path;
  const auto sync = is_token ? &token : find_route(request.path);
  const auto* const far = find_remote_route(request.path);
  if (sync == nullptr && far == nullptr)
    return answer(plain(404));
  if (request.method != "POST" && (is_token || request.method != "GET"))
    return answer(plain(405));
  const auto fields = fields_of(request);
  const auto code = is_token ? errcode::ok : refusal(request, fields);
  if (code != errcode::ok)
    return answer(reply_with(code));
  if (sync != nullptr) {
    const auto body = sync(*world_, fields);
    return answer(body ? reply_with(*body) : reply_with(body.error()));
  }
  const auto id = number_field(fields, "lockId");
  if (!id || !*id)
    return answer(reply_with(errcode::bad_parameter));
  remote_->send(**id, far->what, [this, id = **id, far, answer](int failure) {
    answer(failure != errcode::ok ? reply_with(failure)
                                  : reply_with(far->reply(*world_, *world_->find_lock(id))));
  });
}

int cloud_api::refusal(const http_request& request, const form_fields& fields) {
  auto& w = *world_;
  const auto& rules = w.rules.account;
  if (rules.is_wrong_region)
    return errcode::wrong_region;
  if (text_field(fields, "clientId") != w.people.who().client_id)
    return errcode::bad_client_id;
  if (!w.calls.take(request.path, w.now()))
    return errcode::quota_exceeded;
  switch (w.people.state_of(text_field(fields, "accessToken"), w.now())) {
  case token_state::unknown:
    return errcode::unknown_token;
  case token_state::ended:
    return errcode::ended_token;
  case token_state::valid:
    break;
  }
  const auto date = number_field(fields, "date");
  if (rules.date == date_check::off)
    return errcode::ok;
  if (!date || !*date)
    return errcode::bad_parameter;
  const auto at = from_ms(**date);
  const bool is_hosts =
      rules.date == date_check::either && request.host_now && is_near(at, *request.host_now);
  return is_near(at, w.now()) || is_hosts ? errcode::ok : errcode::bad_date;
}

} // namespace palang::ttlock_sim
