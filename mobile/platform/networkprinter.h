#pragma once

#include "mobile/platform/printer.h"

#include <QObject>

namespace palang::mobile {

/// A printer that listens on TCP, usually on port 9100 ("raw" printing).
class NetworkPrinter : public QObject, public Printer {
  Q_OBJECT

public:
  NetworkPrinter(QString host, quint16 port) : m_host(std::move(host)), m_port(port) {}

  void print(const QByteArray& bytes, Done done) override;
  void probe(Done done) override { print({}, std::move(done)); }

private:
  QString m_host;
  quint16 m_port;
};

} // namespace palang::mobile
