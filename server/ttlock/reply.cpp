#include "server/ttlock/reply.hpp"

#include "server/ttlock/budget.hpp"
#include "server/ttlock/mask.hpp"

#include <utility>

namespace palang::ttlock {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t max_detail_bytes = 200;

std::optional<milliseconds> pause_after(failure what) {
  switch (what) {
  case failure::busy:
    return 3s; // Between two commands to one lock.
  case failure::failed:
  case failure::token:
    return 5s;
  case failure::unreachable:
    return 10s;
  case failure::server:
  case failure::unreadable:
    return 30s;
  case failure::offline:
  case failure::quota:
  case failure::withheld:
  case failure::unknown:
    return 60s;
  case failure::clock:
    return 5min; // Until the system's time service has caught up.
  default:
    return std::nullopt;
  }
}

cloud_error error_of(const http_error& why, bool is_command) {
  auto error = make_error(failure::unreachable, why.message);
  error.is_outcome_unknown = is_command && why.was_sent;
  return error;
}

cloud_error error_of_status(const http_reply& reply, bool is_command) {
  const auto status = reply.status;
  const auto what = status == 429 || status == 503 ? failure::busy
                    : status >= 500                ? failure::server
                                                   : failure::unreadable;
  auto error = make_error(what, "HTTP status " + std::to_string(status));
  // 504 and the like come from a proxy that gave up; 429 and 503 mean that nobody began.
  error.is_outcome_unknown = is_command && what != failure::busy;
  if (reply.retry_after)
    error.retry_after = reply.retry_after;
  return error;
}

cloud_error error_of_code(int errcode, const json& root, bool is_command, instant now) {
  auto error = make_error(failure_of(errcode), "errcode " + std::to_string(errcode));
  const auto words = describe_errcode(errcode);
  error.errcode = errcode;
  error.text_id = words.text_id;
  error.text_en = words.text_en;
  if (error.what == failure::unknown)
    error.detail += ": " + masked(text_of(root, "errmsg"), max_detail_bytes);
  error.is_outcome_unknown = is_command && error.what == failure::server;
  if (is_month_used_up(errcode))
    error.retry_after = budget_month_of(now).ends - now;
  return error;
}

} // namespace

cloud_error make_error(failure what, std::string detail) {
  const auto words = describe_failure(what);
  return {what,
          0,
          std::string{words.text_id},
          std::string{words.text_en},
          std::move(detail),
          false,
          pause_after(what)};
}

tl::expected<json, cloud_error> read_reply(const tl::expected<http_reply, http_error>& reply,
                                           bool is_command, instant now) {
  constexpr unsigned fine = 200;
  if (!reply)
    return tl::unexpected(error_of(reply.error(), is_command));
  auto root = parse_json(reply->body);
  if (const int errcode = code_of(root, "errcode"); errcode != 0)
    return tl::unexpected(error_of_code(errcode, root, is_command, now));
  if (reply->status != fine)
    return tl::unexpected(error_of_status(*reply, is_command));
  if (!root.is_object()) {
    auto error = make_error(failure::unreadable, "the reply is no JSON object");
    error.is_outcome_unknown = is_command;
    return tl::unexpected(std::move(error));
  }
  return root;
}

} // namespace palang::ttlock
