#pragma once

#include "shared/core/clock.hpp"
#include "shared/protocol/messages.hpp"

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace palang::mobile {

class ClockEstimator;

/// One WebSocket to the server: hello, heartbeat every 10 s, full-jitter back-off from the first
/// try, clock samples. It carries messages and knows nothing of what they mean. Thread: its own.
class Link : public QObject {
  Q_OBJECT

public:
  enum class State {
    Idle,       ///< Not asked to connect, or refused (see refused()): tries again only when asked.
    Connecting, ///< Trying or waiting for the next try.
    Up,         ///< Greeted, the database is up.
    DatabaseDown, ///< Greeted, but the server's database is down.
  };
  Q_ENUM(State)

  Link(const clock& time, QObject* parent = nullptr);
  ~Link() override;

  /// Starts (or goes on) connecting to `url` (ws:// or wss://, path /v1) and greets with
  /// `greeting`.
  void open(const QUrl& url, const protocol::hello& greeting);
  void setResume(const std::optional<protocol::resume_point>& resume); ///< For the next hello.
  void close();
  /// A person asked (a tap on the indicator): tries or pings at once and forgets earlier failures.
  void checkNow();
  /// Gives up a connection that answers but does no work, and reconnects with back-off.
  void restart();
  /// Only when State is Up or DatabaseDown; otherwise dropped (the owner's state machine sends
  /// again).
  bool send(const protocol::client_message& message);
  /// The sync succeeded: the back-off starts from the beginning next time.
  void confirmHealthy();

  [[nodiscard]] State state() const;
  /// A try is on its way; false while waiting for the next one, and once connected.
  [[nodiscard]] bool isChecking() const;
  /// server time - device time, from the sample with the lowest round trip; nullopt before the
  /// first.
  [[nodiscard]] std::optional<milliseconds> clockOffset() const;
  [[nodiscard]] std::optional<milliseconds> roundTrip() const;
  [[nodiscard]] std::optional<instant> stateSince() const;
  [[nodiscard]] QString detail() const; ///< Why it is down, in words.
  [[nodiscard]] ClockEstimator& clockEstimator();

signals:
  /// state() or isChecking() is another.
  void stateChanged();
  void welcomed(const palang::protocol::welcome& w);
  /// Every message but welcome and pong, in order.
  void received(const palang::protocol::server_message& m);
  /// Every message of the frame was handed out.
  void frameEnded();
  void clockSampled();
  /// A close that needs a person: 4401 log in, 4403, 4409 taken over (no more tries until asked);
  /// 1003, 1009, 4400 our fault.
  void refused(quint16 closeCode, const QString& reason);

private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace palang::mobile
