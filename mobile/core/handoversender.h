#pragma once

#include "shared/protocol/handover_talk.hpp"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <cstddef>
#include <optional>

namespace palang::mobile {

/// Gives a sealed outbox to the device that showed an invitation (PROTOCOL 6.2). Tries its
/// addresses one after the other, and again after a cut; over within a minute, whatever happens.
/// Thread: the store's.
class HandoverSender : public QObject {
  Q_OBJECT

public:
  enum class End {
    Kept,        ///< The other device has it on its disk and said so.
    Unreachable, ///< Nobody answered at any of its addresses.
    Cut,         ///< Somebody did, and went away: it may have it or not.
    Refused      ///< refusal() says why.
  };
  Q_ENUM(End)

  /// In one network an answer takes milliseconds; a wrong address should not cost the person's
  /// time.
  struct Patience {
    std::chrono::milliseconds connecting{2'000};
    std::chrono::milliseconds silence{6'000}; ///< Without a byte.
  };
  HandoverSender() : HandoverSender(Patience{}) {}
  explicit HandoverSender(Patience patience, QObject* parent = nullptr);

  /// Ends what went on before, without telling. The copy is the same at each try of one hand-over,
  /// so that the other device knows it again.
  void start(const protocol::handover_invitation& invitation, const protocol::handover_offer& offer,
             crypto::bytes sealed);
  void stop();
  [[nodiscard]] bool isBusy() const { return m_deadline.isActive(); }
  /// Of End::Refused.
  [[nodiscard]] protocol::handover_answer refusal() const { return m_refusal; }

signals:
  void finished(palang::mobile::HandoverSender::End end);

private:
  void tryNext();
  void hear();
  void loseConnection();
  void finish(End end);

  Patience m_patience;
  QTcpSocket m_socket;
  QTimer m_silence;
  QTimer m_pause; ///< Before the next try.
  QTimer m_deadline;
  protocol::handover_invitation m_invitation;
  protocol::handover_offer m_offer;
  crypto::bytes m_sealed;
  std::optional<protocol::handover_giving> m_talk; ///< While connected.
  std::size_t m_next = 0;                          ///< Address of this try.
  int m_tries = 0;                                 ///< Rounds over that came to nothing.
  bool m_wasAnswered = false;
  protocol::handover_answer m_refusal{};
};

} // namespace palang::mobile
