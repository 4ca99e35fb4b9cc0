#include "mobile/sync/shell.h"

#include "mobile/core/synccontroller.h"

#include <QEventLoop>
#include <QTimer>

#include <cstdlib>
#include <iostream>
#include <optional>

namespace palang::mobile {

Shell::Shell(const CommonOptions& options)
    : m_options{options}, m_client{m_clock, clientOptions()} {}

bool Shell::start() {
  const auto opened = m_client.start();
  if (!opened) {
    complain(opened.error());
    return false;
  }
  if (opened->wasSalvaged)
    complain("salvaged", std::to_string(opened->salvagedRecords)
                             + " records were taken over; the damaged file is "
                             + opened->asidePath.toStdString());
  const bool logsIn = !m_options.isOffline && !m_options.server.empty() && !m_options.user.empty();
  return !logsIn || !m_client.needsLogin() || logIn({});
}

bool Shell::waitUntil(const std::function<bool()>& condition, int seconds) const {
  // The only clock here: a second one that is a little behind would sleep on until something else
  // happens.
  QTimer limit;
  limit.setSingleShot(true);
  limit.start(std::chrono::seconds{seconds});
  QEventLoop loop;
  while (!condition()) {
    if (!limit.isActive())
      return false;
    loop.processEvents(QEventLoop::WaitForMoreEvents);
  }
  return true;
}

bool Shell::waitUntilOnline(int seconds) {
  return waitUntil(
      [this] {
        return m_client.isOnline() && m_client.config() && m_client.store().replicaAsOf()
               && (!m_options.hasDevice || m_client.deviceNo());
      },
      seconds);
}

bool Shell::logIn(const std::string& enrolment) {
  std::optional<bool> answer;
  const auto yes =
      QObject::connect(&m_client, &Client::loggedIn, &m_client, [&] { answer = true; });
  const auto no = QObject::connect(&m_client, &Client::loginFailed, &m_client,
                                   [&](const QString& code, const QString& message) {
                                     complain(code.toStdString(), message.toStdString());
                                     answer = false;
                                   });
  const auto* password = std::getenv("PALANG_PASSWORD");
  m_client.login(QString::fromStdString(m_options.server), QString::fromStdString(m_options.user),
                 QString::fromUtf8(password == nullptr ? "" : password),
                 QString::fromStdString(enrolment));
  const bool isAnswered = waitUntil([&] { return answer.has_value(); }, m_options.timeoutS);
  QObject::disconnect(yes);
  QObject::disconnect(no);
  if (!isAnswered)
    complain("unreachable", "no answer to the log-in");
  return answer.value_or(false);
}

bool Shell::reach() {
  const auto isDecided = [this] { return m_client.isOnline() || m_client.needsLogin(); };
  (void)waitUntil(isDecided, m_options.timeoutS);
  const bool mayLogIn = !m_options.server.empty() && !m_options.user.empty();
  if (m_client.needsLogin() && (!mayLogIn || !logIn({})))
    return false;
  return waitUntil([this] { return m_client.isOnline(); }, m_options.timeoutS);
}

int Shell::outcome() {
  const auto counts = m_client.store().counts();
  if (!counts)
    complain(counts.error());
  const bool isClear = counts && counts->pending == 0 && counts->quarantined == 0
                       && m_client.photosPending() == 0 && carriedCount(m_client) == 0;
  return isClear ? isDone : isUnfinished;
}

Client::Options Shell::clientOptions() const {
  Client::Options o;
  o.dataDir = QString::fromStdString(m_options.data);
  o.app = "sync";
  o.hasDevice = m_options.hasDevice;
  o.topics = m_options.topics;
  o.connects = !m_options.isOffline;
  return o;
}

int carriedCount(Client& client) {
  const auto waiting = client.carried().waiting();
  return waiting ? static_cast<int>(waiting->size()) : 0;
}

void say(const std::string& line) {
  std::cout << line << std::endl;
}

void complain(const std::string& code, const std::string& message) {
  std::cerr << code << ": " << message << std::endl;
}

void complain(const error& why) {
  complain(std::string{to_string(why.code)},
           why.field.empty() ? why.message : why.field + ": " + why.message);
}

} // namespace palang::mobile
