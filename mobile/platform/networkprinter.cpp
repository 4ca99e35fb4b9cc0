#include "mobile/platform/networkprinter.h"

#include <QTcpSocket>
#include <QTimer>

namespace palang::mobile {

namespace {

constexpr auto patience = std::chrono::seconds(5);

/// One connection, one job; deletes itself when it was told.
class Job : public QObject {
public:
  Job(QObject* parent, QByteArray bytes, Printer::Done done)
      : QObject(parent), m_bytes(std::move(bytes)), m_done(std::move(done)) {
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
      m_socket.write(m_bytes);
      m_socket.disconnectFromHost(); // Once everything is written.
    });
    connect(&m_socket, &QTcpSocket::disconnected, this, [this] { finish({}); });
    connect(&m_socket, &QTcpSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError) { finish(m_socket.errorString()); });
    connect(&m_patience, &QTimer::timeout, this,
            [this] { finish(QStringLiteral("the printer does not answer")); });
  }
  void start(const QString& host, quint16 port) {
    m_patience.start(patience);
    m_socket.connectToHost(host, port);
  }

private:
  void finish(const QString& why) {
    m_patience.stop();
    m_socket.disconnect(this);
    if (const auto done = std::exchange(m_done, {}))
      done(why);
    deleteLater();
  }

  QByteArray m_bytes;
  Printer::Done m_done;
  QTcpSocket m_socket;
  QTimer m_patience;
};

} // namespace

void NetworkPrinter::print(const QByteArray& bytes, Done done) {
  (new Job(this, bytes, std::move(done)))->start(m_host, m_port);
}

} // namespace palang::mobile
