#pragma once

#include "server/ttlock/call.hpp"
#include "server/ttlock/fields.hpp"
#include "server/ttlock/http.hpp"
#include "shared/core/clock.hpp"

#include <tl/expected.hpp>

/// What the cloud's answers have in common. Internal: for sources only. Thread: any.
namespace palang::ttlock {

/// The JSON object of a reply that is no error. `is_command`: when nobody can tell whether it was
/// carried out, the error says so.
[[nodiscard]] tl::expected<json, cloud_error>
read_reply(const tl::expected<http_reply, http_error>& reply, bool is_command, instant now);

/// Of our own making, with the words of its class.
[[nodiscard]] cloud_error make_error(failure what, std::string detail);

} // namespace palang::ttlock
