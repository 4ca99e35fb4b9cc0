#include "mobile/core/link.h"
#include "mobile/core/synccontroller.h"
#include "mobile/sync/commands.h"
#include "mobile/sync/printing.h"
#include "shared/protocol/codec.hpp"

#include <utility>
#include <vector>

namespace palang::mobile::commands {

namespace {

using protocol::number;
using protocol::text;

/// A name and its value as JSON.
using Facts = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] std::string connectionWord(Shell& shell) {
  if (shell.options().isOffline)
    return "offline";
  switch (shell.client().link().state()) {
  case Link::State::Idle:
    return shell.client().needsLogin() ? "login_needed" : "idle";
  case Link::State::Connecting:
    return "connecting";
  case Link::State::Up:
    return "up";
  case Link::State::DatabaseDown:
    return "database_down";
  }
  return {};
}

[[nodiscard]] std::string timeOrNull(const std::optional<instant>& at, bool isJson) {
  if (!at)
    return "null";
  return isJson ? number(to_ms(*at)) : text(isoTime(*at));
}

[[nodiscard]] Facts factsOf(Shell& shell, const Counts& counts) {
  auto& client = shell.client();
  const bool isJson = shell.options().isJson;
  const auto identity = client.identity();
  const auto deviceNo = client.deviceNo();
  return {{"person", identity ? text(identity->user.username) : "null"},
          {"site", identity ? text(identity->siteName) : "null"},
          {"server", identity ? text(identity->serverUrl) : "null"},
          {"connection", text(connectionWord(shell))},
          {"device_id", text(to_string(client.deviceId()))},
          {"device_no", deviceNo ? number(*deviceNo) : "null"},
          {"pending", number(counts.pending)},
          {"quarantined", number(counts.quarantined)},
          {"photos_pending", number(client.photosPending())},
          {"carried", number(carriedCount(client))},
          {"oldest_pending", timeOrNull(counts.oldestPending, isJson)},
          {"config_version", number(client.configVersion())},
          {"replica_as_of", timeOrNull(client.store().replicaAsOf(), isJson)},
          {"clock_offset_ms", number(client.clockInfo().offset_ms)},
          {"clock_source", text(to_string(client.clockInfo().source))}};
}

[[nodiscard]] std::string asObject(const Facts& facts) {
  std::string json;
  for (const auto& [name, value] : facts)
    json += (json.empty() ? "" : ",") + text(name) + ":" + value;
  return "{" + json + "}";
}

} // namespace

int status(Shell& shell) {
  constexpr int patienceS = 5;
  if (!shell.options().isOffline && !shell.client().needsLogin())
    (void)shell.waitUntil([&] { return shell.client().isOnline(); }, patienceS);
  const auto counts = shell.client().store().counts();
  if (!counts) {
    complain(counts.error());
    return isUnfinished;
  }
  const auto facts = factsOf(shell, *counts);
  if (shell.options().isJson)
    say(asObject(facts));
  else
    for (const auto& [name, value] : facts)
      say(name + " " + protocol::string_of(value).value_or(value));
  return shell.outcome();
}

int list(Shell& shell, const std::string& state, int limit) {
  const auto wanted = sync::record_state_from(state);
  if (!state.empty() && !wanted) {
    complain("invalid", "there is no state " + state);
    return isMisused;
  }
  const auto rows = shell.client().store().rows(wanted, limit);
  if (!rows) {
    complain(rows.error());
    return isUnfinished;
  }
  for (const auto& row : *rows)
    say(shell.options().isJson ? asJson(row) : asLine(row));
  return isDone;
}

} // namespace palang::mobile::commands
