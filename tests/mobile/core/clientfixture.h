#pragma once

#include "scriptedserver.h"

#include "mobile/core/client.h"
#include "mobile/core/synccontroller.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace palang::test {

/// Real time that a test can push forward.
class PushedClock final : public clock {
public:
  [[nodiscard]] instant now() const override { return m_real.now() + m_pushed + m_wallOff; }
  [[nodiscard]] milliseconds monotonic() const override { return m_real.monotonic() + m_pushed; }
  void advance(milliseconds by) { m_pushed += by; }
  /// Somebody sets the wall clock; no time passes.
  void setWall(milliseconds by) { m_wallOff += by; }

private:
  system_clock m_real;
  milliseconds m_pushed{0};
  milliseconds m_wallOff{0};
};

/// Runs the event loop until `condition` holds; false after five seconds.
[[nodiscard]] bool eventually(const std::function<bool()>& condition);
/// Lets everything that is on its way arrive: a ping's round trip through the same sockets.
void settle(mobile::Client& client);

/// A site with gates in-1 and out-1 and a tariff of Rp5.000 for the first hour of a MOBIL.
[[nodiscard]] protocol::config demoConfig();

/// Qt's event loop, which sockets need before they are made.
struct NeedsApplication {
  NeedsApplication();
};

/// A scripted server and one device's client; the client can be restarted on the same folder.
struct ClientFixture : NeedsApplication {
  ClientFixture();
  ~ClientFixture();

  /// Ends the client, as a crash would, and starts it anew.
  void restart();
  void make(mobile::Client::Options options);
  void logIn();
  /// Logs in and waits until the replica is complete.
  void goOnline();
  /// Breaks the connection and keeps the client from coming back until goBack().
  void goOffline();
  void goBack();

  /// Records an entry of `plate` at in-1.
  mobile::Client::Recorded enter(const std::string& plate);
  /// Records that the recorded session leaves at out-1.
  mobile::Client::Recorded leave(const mobile::Client::Recorded& entry);
  [[nodiscard]] std::vector<std::string> settledWords() const { return verdicts; }
  [[nodiscard]] sync::record_state stateOf(const mobile::Client::Recorded& r) const;
  [[nodiscard]] int timesSent(const mobile::Client::Recorded& r) const;

  QTemporaryDir dir;
  PushedClock clock;
  ScriptedServer server;
  std::unique_ptr<mobile::Client> client;
  std::vector<std::string> verdicts;      ///< Of recordSettled.
  std::vector<std::string> notices;       ///< Codes.
  std::vector<std::string> loginFailures; ///< Codes.
  std::vector<mobile::SyncSummary> summaries;
  int resyncs = 0;
};

} // namespace palang::test
