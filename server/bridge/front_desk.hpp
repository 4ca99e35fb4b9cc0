#pragma once

#include "server/actors/environment.hpp"
#include "server/bridge/network_outbound.hpp"
#include "server/gateway/gateway.hpp"
#include "server/ttlock/credential.hpp"

#include <caf/event_based_actor.hpp>
#include <caf/stateful_actor.hpp>

#include <memory>
#include <string>

namespace palang::bridge {

/// One HTTP request and the way to answer it.
struct exchange {
  gateway::http_request request;
  gateway::responder respond;
};
using exchange_ptr = std::shared_ptr<const exchange>;

struct front_desk_state {
  std::shared_ptr<const actors::environment> env;
  const network_outbound* out = nullptr;
  std::string callback_secret; ///< Empty: no callback is known.
  ttlock::credential_key credential_key{};
  static inline const char* name = "front-desk";
};

using desk = caf::stateful_actor<front_desk_state>*;

/// Answers HTTP by asking the actors. Keeps nothing between requests; every request gets exactly
/// one answer.
caf::behavior front_desk(desk self, front_desk_state with);

} // namespace palang::bridge

CAF_ALLOW_UNSAFE_MESSAGE_TYPE(palang::bridge::exchange_ptr)
