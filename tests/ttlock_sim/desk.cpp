#include "tests/ttlock_sim/desk.hpp"

#include <memory>

namespace palang::ttlock_sim {

desk::desk(std::uint64_t seed)
    : s{seed}, token{s.w.people.log_in(s.w.now(), s.w.rules.account).access} {}

std::optional<http_reply> desk::reply(const std::string& path, form_fields fields,
                                      milliseconds wait) {
  fields.try_emplace("clientId", s.w.people.who().client_id);
  fields.try_emplace("accessToken", token);
  fields.try_emplace("date", std::to_string(to_ms(s.w.now())));
  const auto said = std::make_shared<std::optional<http_reply>>();
  cloud_.handle({.method = "POST",
                 .path = path,
                 .query = {},
                 .content_type = "application/x-www-form-urlencoded",
                 .body = write_form({fields.begin(), fields.end()}),
                 .host_now = {}},
                [said](http_reply r) { *said = std::move(r); });
  if (!*said)
    s.pass(wait);
  return *said;
}

desk::json desk::ask(const std::string& path, const form_fields& fields, milliseconds wait) {
  return json::parse(reply(path, fields, wait).value().body);
}

form_fields desk::login() {
  return {{"clientId", "sim-client"},
          {"clientSecret", "sim-secret"},
          {"username", "admin@example.com"},
          {"password", "780cdeac1a4f5f1706ae32f0e695b15b"}}; // MD5 of sim-password.
}

int desk::errcode_of(const std::string& path, const form_fields& fields) {
  return ask(path, fields).value("errcode", 0);
}

http_reply desk::raw(const http_request& request) {
  const auto said = std::make_shared<http_reply>();
  cloud_.handle(request, [said](http_reply r) { *said = std::move(r); });
  return *said;
}

desk::json desk::control(const std::string& path, const json& body) {
  return json::parse(control_
                         .handle({.method = "POST",
                                  .path = path,
                                  .query = {},
                                  .content_type = "application/json",
                                  .body = body.dump(),
                                  .host_now = {}})
                         .body);
}

desk::json desk::view(const std::string& path) {
  return json::parse(control_
                         .handle({.method = "GET",
                                  .path = path,
                                  .query = {},
                                  .content_type = {},
                                  .body = {},
                                  .host_now = {}})
                         .body);
}

} // namespace palang::ttlock_sim
