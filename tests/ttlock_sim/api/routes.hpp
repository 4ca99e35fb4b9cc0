#pragma once

#include "tests/ttlock_sim/model/form.hpp"
#include "tests/ttlock_sim/model/remote.hpp"
#include "tests/ttlock_sim/model/world.hpp"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <functional>
#include <string>

/// The paths of the cloud's interface. Each takes the request's fields and gives a reply's body or
/// an errcode.
namespace palang::ttlock_sim {

using json = nlohmann::ordered_json;
using reply_or_errcode = tl::expected<json, int>;
using route = reply_or_errcode (*)(world&, const form_fields&);

/// `POST /oauth2/token`
[[nodiscard]] reply_or_errcode token(world& w, const form_fields& fields);

/// nullptr: not a path that the cloud answers by itself.
[[nodiscard]] route find_route(const std::string& path);

/// A path whose answer comes from a lock.
struct remote_route {
  command what = command::unlock;
  json (*reply)(const world&, const lock&) = nullptr;
};
[[nodiscard]] const remote_route* find_remote_route(const std::string& path);

[[nodiscard]] reply_or_errcode lock_list(world& w, const form_fields& fields);
[[nodiscard]] reply_or_errcode lock_detail(world& w, const form_fields& fields);
[[nodiscard]] reply_or_errcode gateway_list(world& w, const form_fields& fields);
[[nodiscard]] reply_or_errcode gateway_detail(world& w, const form_fields& fields);
[[nodiscard]] reply_or_errcode gateway_locks(world& w, const form_fields& fields);
[[nodiscard]] reply_or_errcode lock_gateways(world& w, const form_fields& fields);
[[nodiscard]] reply_or_errcode record_list(world& w, const form_fields& fields);

/// `{"errcode":…,"errmsg":…}`, with the Chinese description on failures.
[[nodiscard]] json error_body(int code);

} // namespace palang::ttlock_sim
