#pragma once

#include "server/ledger/voice.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace palang::ledger {

/// What a notice or the cloud's list says of a gateway. Empty texts: not told.
struct gateway_news {
  std::string id;
  std::string name;
  std::string mac;
  std::string network;
  bool is_online = false;
  /// How late it may be when it says offline; nullopt: it may have been so since it was last heard.
  std::optional<milliseconds> lag;
};

/// Keeps the gateway. A change of its state tells gateway.online or gateway.offline, raises or
/// resolves gateway_offline, and begins or ends its gap; a gap begins when the gateway was last
/// certainly heard, `lag` ago at most.
[[nodiscard]] result<void> note_gateway(const voice& v, const gateway_news& news);

/// The cloud does not know it any more: it is offline, and nobody waits for it.
[[nodiscard]] result<void> forget_gateway(const voice& v, storage::stored_gateway row);

} // namespace palang::ledger
