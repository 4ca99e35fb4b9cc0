#pragma once

#include "shared/protocol/handover_talk.hpp"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <optional>

class QTcpSocket;

namespace palang::mobile {

/// Waits for another device in the same network to give its sealed outbox (PROTOCOL 6.2). It
/// listens from start() to stop(), for openFor at the most, and takes one copy; the same one again
/// is told that it is kept. Thread: the store's.
class HandoverListener : public QObject {
  Q_OBJECT

public:
  static constexpr std::chrono::minutes openFor{10};

  explicit HandoverListener(QObject* parent = nullptr);

  /// Begins anew, with a new secret. `addresses`: this device's own, at which others may reach it;
  /// a single one is the only one that it listens at. `keeper` as of the talk. Errors: not_found
  /// (no address), db_unavailable (it may not listen).
  [[nodiscard]] result<void> start(const QList<QHostAddress>& addresses, std::uint16_t deviceNo,
                                   protocol::handover_taking::keeper keeper);
  void stop();
  /// nullopt while it does not listen.
  [[nodiscard]] const std::optional<protocol::handover_invitation>& invitation() const {
    return m_invitation;
  }

signals:
  /// Somebody with the secret has begun to send.
  void arriving();
  void kept(const palang::protocol::handover_offer& offer);
  /// An offer came to nothing; `why` is never send or kept.
  void refused(palang::protocol::handover_answer why);
  /// Somebody with the secret went away before the end.
  void cut();
  /// Nobody came; it listens no more.
  void timedOut();

private:
  void welcome();
  void serve(QTcpSocket* socket);
  void tell(const protocol::handover_taking& talk);

  QTcpServer m_server;
  QTimer m_closing;
  protocol::handover_taking::keeper m_keeper;
  std::optional<protocol::handover_invitation> m_invitation;
  std::optional<crypto::sha256> m_taken;
};

} // namespace palang::mobile
