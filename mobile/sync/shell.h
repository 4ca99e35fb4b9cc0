#pragma once

#include "mobile/core/client.h"
#include "mobile/core/monotonicclock.h"

#include <QCoreApplication>

#include <functional>
#include <string>
#include <vector>

namespace palang::mobile {

/// What every command takes.
struct CommonOptions {
  std::string data;
  std::string server;
  std::string user;
  bool isOffline = false;
  bool isJson = false;
  bool hasDevice = true;
  std::vector<std::string> topics{"session", "gate", "config"};
  int timeoutS = 30;
};

/// Exit codes.
inline constexpr int isDone = 0;
inline constexpr int isUnfinished = 1; ///< Something is pending, quarantined or refused.
inline constexpr int isMisused = 2;

/// A client without a screen, driven by one command. Thread: main.
class Shell {
public:
  explicit Shell(const CommonOptions& options);

  /// Opens the data folder and, unless --offline, logs in when `--server` and `--user` are given
  /// and it is needed, and begins to connect. Tells on stderr why not.
  [[nodiscard]] bool start();
  /// Runs the event loop until `condition` holds or `seconds` are over.
  [[nodiscard]] bool waitUntil(const std::function<bool()>& condition, int seconds) const;
  /// Waits until the server greeted and what this device keeps of the site is complete.
  [[nodiscard]] bool waitUntilOnline(int seconds);
  [[nodiscard]] bool logIn(const std::string& enrolment);
  /// Waits until the server greeted; when it wants a log-in and `--server` and `--user` are given,
  /// logs in again.
  [[nodiscard]] bool reach();

  [[nodiscard]] Client& client() { return m_client; }
  [[nodiscard]] const CommonOptions& options() const { return m_options; }
  /// Done when nothing waits for anybody, else isUnfinished.
  [[nodiscard]] int outcome();

private:
  [[nodiscard]] Client::Options clientOptions() const;

  CommonOptions m_options;
  MonotonicClock m_clock;
  Client m_client;
};

/// Other devices' copies that wait on this one.
[[nodiscard]] int carriedCount(Client& client);
/// One line on stdout, at once: whoever reads it may act on it.
void say(const std::string& line);
/// One line on stderr: `code: message`.
void complain(const std::string& code, const std::string& message);
void complain(const error& why);

} // namespace palang::mobile
