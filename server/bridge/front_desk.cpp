#include "server/bridge/front_desk.hpp"

#include "server/bridge/http_answers.hpp"
#include "server/bridge/routes.hpp"
#include "server/ops/log.hpp"

#include <array>
#include <exception>

namespace palang::bridge {

namespace {

using gateway::listener;

struct route {
  listener from;
  std::string_view method;
  std::string_view path; ///< One that ends in '/' takes one more segment.
  route_action run;
};

constexpr std::array routes{
    route{listener::client, "POST", "/v1/login", log_in},
    route{listener::client, "POST", "/v1/logout", log_out},
    route{listener::client, "PUT", "/v1/photos/", put_photo},
    route{listener::client, "GET", "/v1/photos/", get_photo},
    route{listener::client, "PUT", "/v1/outboxes/", put_outbox},
    route{listener::intake, "POST", "/ttlock/callback/", take_callback},
    route{listener::intake, "GET", "/ttlock/callback/", test_callback},
    route{listener::ops, "GET", "/healthz", tell_health},
    route{listener::ops, "GET", "/readyz", tell_readiness},
    route{listener::ops, "GET", "/metrics", tell_metrics},
};

/// What follows the route's path; nullopt when the request's path is another.
std::optional<std::string> tail_of(const route& r, const gateway::http_request& request) {
  const std::string_view path = request.path;
  if (r.from != request.from || !path.starts_with(r.path))
    return std::nullopt;
  const auto tail = path.substr(r.path.size());
  const bool is_match =
      r.path.ends_with('/') ? !tail.empty() && tail.find('/') == tail.npos : tail.empty();
  return is_match ? std::optional<std::string>{tail} : std::nullopt;
}

gateway::http_response not_allowed(const std::string& methods) {
  auto r = refusal({errc::method_not_allowed, "this path takes " + methods, {}});
  r.headers.emplace_back("Allow", methods);
  return r;
}

void dispatch(desk self, const exchange_ptr& call) {
  std::string allowed;
  for (const auto& r : routes) {
    const auto tail = tail_of(r, call->request);
    if (!tail)
      continue;
    if (r.method == call->request.method)
      return r.run(self, call, *tail);
    allowed += (allowed.empty() ? "" : ", ") + std::string{r.method};
  }
  call->respond(allowed.empty() ? refusal({errc::not_found, "no such path", {}})
                                : not_allowed(allowed));
}

} // namespace

caf::behavior front_desk(desk self, front_desk_state with) {
  self->state = std::move(with);
  return {
      [self](const exchange_ptr& call) {
        try {
          dispatch(self, call);
        } catch (const std::exception& e) {
          log::error("request-threw", {{log::key::reason, e.what()}});
          call->respond(
              refusal({errc::internal, "an internal error; it is in the server's log", {}}));
        }
      },
  };
}

} // namespace palang::bridge
