#include "mobile/core/handoverlistener.h"

#include <QTcpSocket>

#include <algorithm>
#include <memory>

namespace palang::mobile {

using namespace std::chrono_literals;
using protocol::handover_answer;

namespace {

/// One gives; the others are strangers, or its earlier tries that the network has not buried yet.
constexpr int mostGuests = 4;
/// Without a byte.
constexpr auto patience = 10s;
constexpr qint64 mostAtOnce = 64 * 1024;

std::span<const std::uint8_t> viewOf(const QByteArray& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.constData()),
          static_cast<std::size_t>(bytes.size())};
}

void write(QTcpSocket& socket, const crypto::bytes& bytes) {
  socket.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
}

} // namespace

HandoverListener::HandoverListener(QObject* parent) : QObject{parent} {
  m_server.setMaxPendingConnections(mostGuests);
  m_closing.setSingleShot(true);
  connect(&m_server, &QTcpServer::newConnection, this, &HandoverListener::welcome);
  connect(&m_closing, &QTimer::timeout, this, [this] {
    stop();
    emit timedOut();
  });
}

result<void> HandoverListener::start(const QList<QHostAddress>& addresses, std::uint16_t deviceNo,
                                     protocol::handover_taking::keeper keeper) {
  stop();
  if (addresses.isEmpty())
    return fail(errc::not_found, "this device is in no network");
  const auto at =
      addresses.size() == 1 ? addresses.constFirst() : QHostAddress{QHostAddress::AnyIPv4};
  if (!m_server.listen(at))
    return fail(errc::db_unavailable, m_server.errorString().toStdString());
  m_taken.reset();
  protocol::handover_invitation invitation{keeper.site_no, deviceNo, m_server.serverPort(), {}, {}};
  crypto::random_fill(invitation.secret);
  for (const auto& address : addresses)
    invitation.addresses.push_back(address.toIPv4Address());
  invitation.addresses.resize(
      std::min(invitation.addresses.size(), protocol::max_handover_addresses));
  m_invitation = std::move(invitation);
  m_keeper = std::move(keeper);
  m_closing.start(openFor);
  return {};
}

void HandoverListener::stop() {
  m_closing.stop();
  m_server.close();
  m_invitation.reset();
  // Lets what was answered go out; nothing more is read.
  for (auto* socket : m_server.findChildren<QTcpSocket*>()) {
    socket->disconnect(this);
    socket->disconnectFromHost();
  }
}

void HandoverListener::welcome() {
  while (auto* socket = m_server.nextPendingConnection()) {
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (m_server.findChildren<QTcpSocket*>().size() <= mostGuests)
      serve(socket);
    else
      socket->abort();
  }
}

void HandoverListener::serve(QTcpSocket* socket) {
  auto keeper = m_keeper;
  keeper.judge = [this](const protocol::handover_offer& offer) {
    if (!m_taken)
      return m_keeper.judge(offer);
    return *m_taken == offer.sha256 ? handover_answer::kept : handover_answer::spent;
  };
  // An earlier try may still arrive beside the one that followed it.
  keeper.keep = [this](const protocol::handover_offer& offer, const crypto::bytes& sealed) {
    return m_taken == offer.sha256 ? result<void>{} : m_keeper.keep(offer, sealed);
  };
  const auto talk =
      std::make_shared<protocol::handover_taking>(m_invitation->secret, std::move(keeper));
  auto* silence = new QTimer{socket};
  silence->setSingleShot(true);
  silence->start(patience);
  socket->setReadBufferSize(mostAtOnce);
  connect(silence, &QTimer::timeout, socket, &QTcpSocket::abort);
  connect(socket, &QTcpSocket::disconnected, this, [this, talk] {
    if (talk->offer() && !talk->is_over())
      emit cut();
  });
  connect(socket, &QTcpSocket::readyRead, this, [this, socket, talk, silence] {
    silence->start(patience);
    const auto reply = talk->take(viewOf(socket->readAll()));
    write(*socket, reply);
    if (!reply.empty())
      tell(*talk);
    if (talk->is_over())
      socket->disconnectFromHost();
  });
  write(*socket, talk->greeting());
}

void HandoverListener::tell(const protocol::handover_taking& talk) {
  switch (*talk.said()) {
  case handover_answer::send:
    return emit arriving();
  case handover_answer::kept:
    m_taken = talk.offer()->sha256;
    return emit kept(*talk.offer());
  case handover_answer::stranger:
    return; // Nobody whom the person here waits for.
  default:
    return emit refused(*talk.said());
  }
}

} // namespace palang::mobile
