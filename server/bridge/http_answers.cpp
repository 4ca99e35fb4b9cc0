#include "server/bridge/http_answers.hpp"

#include "server/config/defaults.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::bridge {

unsigned status_of(errc code) noexcept {
  switch (code) {
  case errc::unauthorized:
  case errc::bad_credentials:
    return 401;
  case errc::forbidden:
  case errc::device_pending:
  case errc::device_revoked:
    return 403;
  case errc::not_found:
    return 404;
  case errc::method_not_allowed:
    return 405;
  case errc::too_large:
    return 413;
  case errc::unsupported_media_type:
    return 415;
  case errc::hash_mismatch:
    return 422;
  case errc::upgrade_required:
    return 426;
  case errc::too_many_attempts:
    return 429;
  case errc::corrupt:
  case errc::internal:
    return 500;
  case errc::db_unavailable:
  case errc::busy:
  case errc::shutting_down:
  case errc::not_supported:
    return 503;
  default:
    return 400;
  }
}

gateway::http_response answer(unsigned status, std::string json) {
  gateway::http_response r;
  r.status = status;
  r.body = std::move(json);
  return r;
}

gateway::http_response refusal(const error& why, std::optional<std::chrono::seconds> retry_after) {
  auto r = answer(status_of(why.code), protocol::encode_http_error(why));
  if (!retry_after && r.status == 503)
    retry_after = defaults::retry_after;
  if (retry_after)
    r.headers.emplace_back("Retry-After", std::to_string(retry_after->count()));
  if (r.status == 401)
    r.headers.emplace_back("WWW-Authenticate", "Bearer");
  return r;
}

} // namespace palang::bridge
