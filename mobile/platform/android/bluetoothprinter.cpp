#include "mobile/platform/android/bluetoothprinter.h"

#include "mobile/platform/android/permission.h"

#include <QBluetoothAddress>
#include <QBluetoothSocket>
#include <QBluetoothUuid>
#include <QTimer>

namespace palang::mobile {

namespace {

constexpr auto patience = std::chrono::seconds(8);

/// One connection, one job; deletes itself when it was told.
class BluetoothJob : public QObject {
public:
  BluetoothJob(QObject* parent, QByteArray bytes, Printer::Done done)
      : QObject(parent), m_bytes(std::move(bytes)), m_done(std::move(done)),
        m_socket(QBluetoothServiceInfo::RfcommProtocol) {
    connect(&m_socket, &QBluetoothSocket::connected, this, [this] {
      if (m_bytes.isEmpty())
        return finish({});
      m_socket.write(m_bytes);
    });
    connect(&m_socket, &QBluetoothSocket::bytesWritten, this, [this] {
      if (m_socket.bytesToWrite() == 0)
        finish({});
    });
    connect(&m_socket, &QBluetoothSocket::errorOccurred, this,
            [this] { finish(m_socket.errorString()); });
    connect(&m_patience, &QTimer::timeout, this,
            [this] { finish(QStringLiteral("the printer does not answer")); });
  }
  void start(const QString& address) {
    m_patience.start(patience);
    m_socket.connectToService(QBluetoothAddress(address),
                              QBluetoothUuid(QBluetoothUuid::ServiceClassUuid::SerialPort));
  }
  void refuse() { finish(QStringLiteral("Bluetooth is not allowed")); }

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
  QBluetoothSocket m_socket;
  QTimer m_patience;
};

} // namespace

void BluetoothPrinter::print(const QByteArray& bytes, Done done) {
  auto* job = new BluetoothJob(this, bytes, std::move(done));
  askFor(Permission::Bluetooth, job, [job, address = m_address](bool isGranted) {
    isGranted ? job->start(address) : job->refuse();
  });
}

} // namespace palang::mobile
