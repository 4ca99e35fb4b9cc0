#include "mobile/core/handoversender.h"

#include <QHostAddress>

namespace palang::mobile {

using namespace std::chrono_literals;
using protocol::handover_answer;

namespace {

constexpr auto pause = 500ms;
constexpr auto deadline = 60s;
constexpr int tries = 3;

std::span<const std::uint8_t> viewOf(const QByteArray& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.constData()),
          static_cast<std::size_t>(bytes.size())};
}

} // namespace

HandoverSender::HandoverSender(Patience patience, QObject* parent)
    : QObject{parent}, m_patience{patience} {
  for (auto* timer : {&m_silence, &m_pause, &m_deadline})
    timer->setSingleShot(true);
  connect(&m_socket, &QTcpSocket::connected, this, [this] {
    m_silence.start(m_patience.silence);
    m_talk.emplace(m_invitation.secret, m_offer, m_sealed);
  });
  connect(&m_socket, &QTcpSocket::readyRead, this, &HandoverSender::hear);
  connect(&m_socket, &QTcpSocket::bytesWritten, this,
          [this] { m_silence.start(m_patience.silence); });
  connect(&m_socket, &QTcpSocket::errorOccurred, this, &HandoverSender::loseConnection);
  connect(&m_silence, &QTimer::timeout, this, &HandoverSender::loseConnection);
  connect(&m_pause, &QTimer::timeout, this, &HandoverSender::tryNext);
  connect(&m_deadline, &QTimer::timeout, this,
          [this] { finish(m_wasAnswered ? End::Cut : End::Unreachable); });
}

void HandoverSender::start(const protocol::handover_invitation& invitation,
                           const protocol::handover_offer& offer, crypto::bytes sealed) {
  stop();
  m_invitation = invitation;
  m_offer = offer;
  m_sealed = std::move(sealed);
  m_next = 0;
  m_tries = 0;
  m_wasAnswered = false;
  m_deadline.start(deadline);
  tryNext();
}

void HandoverSender::stop() {
  for (auto* timer : {&m_silence, &m_pause, &m_deadline})
    timer->stop();
  m_talk.reset();
  m_socket.abort();
}

void HandoverSender::tryNext() {
  const auto address = m_invitation.addresses[m_next];
  m_silence.start(m_patience.connecting);
  m_socket.connectToHost(QHostAddress{address}, m_invitation.port);
}

void HandoverSender::hear() {
  m_silence.start(m_patience.silence);
  const auto reply = m_talk->take(viewOf(m_socket.readAll()));
  if (!reply)
    return loseConnection();
  m_wasAnswered = true;
  m_socket.write(reinterpret_cast<const char*>(reply->data()), static_cast<qint64>(reply->size()));
  const auto outcome = m_talk->outcome();
  if (!outcome)
    return;
  if (*outcome == handover_answer::damaged)
    return loseConnection(); // Once more.
  m_refusal = *outcome;
  finish(*outcome == handover_answer::kept ? End::Kept : End::Refused);
}

void HandoverSender::loseConnection() {
  m_silence.stop();
  m_talk.reset();
  m_socket.abort();
  // One that answered once is the right one.
  if (!m_wasAnswered && ++m_next < m_invitation.addresses.size())
    return m_pause.start(0ms);
  if (++m_tries == tries)
    return finish(m_wasAnswered ? End::Cut : End::Unreachable);
  m_next = m_wasAnswered ? m_next : 0;
  m_pause.start(pause);
}

void HandoverSender::finish(End end) {
  stop();
  emit finished(end);
}

} // namespace palang::mobile
