#include "mobile/platform/localnetwork.h"

#include <QNetworkInterface>

#include <algorithm>

namespace palang::mobile {

namespace {

bool isUsable(const QNetworkInterface& i) {
  const auto flags = i.flags();
  return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning)
         && !flags.testFlag(QNetworkInterface::IsLoopBack)
         && !flags.testFlag(QNetworkInterface::IsPointToPoint);
}

bool isNear(const QNetworkInterface& i) {
  return i.type() == QNetworkInterface::Wifi || i.type() == QNetworkInterface::Ethernet;
}

} // namespace

QList<QHostAddress> SystemNetwork::addresses() const {
  auto interfaces = QNetworkInterface::allInterfaces();
  std::ranges::stable_partition(interfaces, isNear);
  QList<QHostAddress> out;
  for (const auto& i : interfaces)
    for (const auto& entry : isUsable(i) ? i.addressEntries() : QList<QNetworkAddressEntry>{})
      if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol && !entry.ip().isLoopback())
        out.append(entry.ip());
  return out;
}

} // namespace palang::mobile
