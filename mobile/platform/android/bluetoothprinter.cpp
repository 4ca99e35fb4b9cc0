#include "mobile/platform/android/bluetoothprinter.h"

#include "mobile/platform/android/permission.h"
#include "mobile/platform/printjob.h"

#include <QBluetoothAddress>
#include <QBluetoothSocket>
#include <QBluetoothUuid>

namespace palang::mobile {

namespace {

constexpr auto patience = std::chrono::seconds(8);

class BluetoothJob : public PrintJob {
public:
  BluetoothJob(QObject* parent, QByteArray bytes, Printer::Done done)
      : PrintJob(parent, std::move(bytes), std::move(done)),
        m_socket(QBluetoothServiceInfo::RfcommProtocol) {
    connect(&m_socket, &QBluetoothSocket::connected, this, [this] {
      if (this->bytes().isEmpty())
        return finish({});
      m_socket.write(this->bytes());
    });
    connect(&m_socket, &QBluetoothSocket::bytesWritten, this, [this] {
      if (m_socket.bytesToWrite() == 0)
        finish({});
    });
    connect(&m_socket, &QBluetoothSocket::errorOccurred, this,
            [this] { finish(m_socket.errorString()); });
  }
  void start(const QString& address) {
    waitAtMost(patience);
    m_socket.connectToService(QBluetoothAddress(address),
                              QBluetoothUuid(QBluetoothUuid::ServiceClassUuid::SerialPort));
  }
  void refuse() { finish(QStringLiteral("Bluetooth is not allowed")); }

private:
  QBluetoothSocket m_socket;
};

} // namespace

void BluetoothPrinter::print(const QByteArray& bytes, Done done) {
  auto* job = new BluetoothJob(this, bytes, std::move(done));
  askFor(Permission::Bluetooth, job, [job, address = m_address](bool isGranted) {
    isGranted ? job->start(address) : job->refuse();
  });
}

} // namespace palang::mobile
