#include "server/bridge/http_answers.hpp"
#include "server/bridge/routes.hpp"

namespace palang::bridge {

void tell_health(desk, const exchange_ptr& call, const std::string&) {
  call->respond(answer(200, R"({"status":"alive"})"));
}

void tell_readiness(desk self, const exchange_ptr& call, const std::string&) {
  if (self->state.out->is_db_up())
    call->respond(answer(200, R"({"status":"ready"})"));
  else
    call->respond(refusal({errc::db_unavailable, "the database is down", {}}));
}

void tell_metrics(desk self, const exchange_ptr& call, const std::string&) {
  auto r = answer(200, self->state.env->meters.text());
  r.content_type = "text/plain; version=0.0.4; charset=utf-8";
  call->respond(std::move(r));
}

} // namespace palang::bridge
