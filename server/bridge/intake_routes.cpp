#include "server/bridge/http_answers.hpp"
#include "server/bridge/routes.hpp"
#include "shared/core/crypto.hpp"

namespace palang::bridge {

void take_callback(desk self, const exchange_ptr& call, const std::string& secret) {
  const auto& known = self->state.callback_secret;
  if (known.empty() || !crypto::equal_constant_time(secret, known))
    return call->respond(refusal({errc::not_found, "no such path", {}}));
  if (!self->state.out->is_db_up())
    return call->respond(refusal({errc::db_unavailable, "the database is down", {}}));
  // Not "success": the cloud keeps what nobody has committed.
  call->respond(refusal({errc::not_supported, "this server has no TTLock side", {}}));
}

} // namespace palang::bridge
