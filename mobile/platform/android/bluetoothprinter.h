#pragma once

#include "mobile/platform/printer.h"

#include <QObject>

namespace palang::mobile {

/// A paired printer with the serial port profile, by its address.
class BluetoothPrinter : public QObject, public Printer {
  Q_OBJECT

public:
  explicit BluetoothPrinter(QString address) : m_address(std::move(address)) {}

  void print(const QByteArray& bytes, Done done) override;
  void probe(Done done) override { print({}, std::move(done)); }

private:
  QString m_address;
};

} // namespace palang::mobile
