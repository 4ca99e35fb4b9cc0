#pragma once

#include "shared/protocol/messages.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace palang::mobile {

/// A lock or a gateway, as far as a feed names it.
struct LiveDevice {
  std::string name;
};

/// Something that a lock recorded.
struct LiveLockRecord {
  std::string lockId;
  std::optional<instant> openedAt; ///< It opened, then.
  std::string text_id;
  std::string text_en;
};

/// One record that a handheld kept while it was offline and the server has now.
struct LiveLateRecord {
  std::int64_t deviceNo = 0;
  std::int64_t delayMs = 0;
};

/// One event, read once for all models of the screen.
struct LiveEvent {
  instant at{};
  std::string kind; ///< PROTOCOL 3.2, e.g. "session.entered".
  std::variant<std::monostate, protocol::session, protocol::gate, protocol::alert, LiveDevice,
               LiveLockRecord, LiveLateRecord>
      what;

  [[nodiscard]] const protocol::session* session() const {
    return std::get_if<protocol::session>(&what);
  }
  [[nodiscard]] const protocol::gate* gate() const { return std::get_if<protocol::gate>(&what); }
  [[nodiscard]] const protocol::alert* alert() const { return std::get_if<protocol::alert>(&what); }
};

/// nullopt for what this program does not know or cannot read.
[[nodiscard]] std::optional<LiveEvent> readLiveEvent(const protocol::event& e);

/// What must have been told of these sessions: an entry and perhaps an exit each; newest first.
[[nodiscard]] std::vector<LiveEvent> eventsOf(const std::vector<protocol::session>& sessions);

} // namespace palang::mobile
