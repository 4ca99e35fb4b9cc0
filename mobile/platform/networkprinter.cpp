#include "mobile/platform/networkprinter.h"

#include "mobile/platform/printjob.h"

#include <QTcpSocket>

namespace palang::mobile {

namespace {

constexpr auto patience = std::chrono::seconds(5);

class NetworkJob : public PrintJob {
public:
  NetworkJob(QObject* parent, QByteArray bytes, Printer::Done done)
      : PrintJob(parent, std::move(bytes), std::move(done)) {
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
      m_socket.write(this->bytes());
      m_socket.disconnectFromHost(); // Once everything is written.
    });
    connect(&m_socket, &QTcpSocket::disconnected, this, [this] { finish({}); });
    connect(&m_socket, &QTcpSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError) { finish(m_socket.errorString()); });
  }
  void start(const QString& host, quint16 port) {
    waitAtMost(patience);
    m_socket.connectToHost(host, port);
  }

private:
  QTcpSocket m_socket;
};

} // namespace

void NetworkPrinter::print(const QByteArray& bytes, Done done) {
  (new NetworkJob(this, bytes, std::move(done)))->start(m_host, m_port);
}

} // namespace palang::mobile
