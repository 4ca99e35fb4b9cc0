#pragma once

#include <QHostAddress>
#include <QList>

namespace palang::mobile {

/// How other devices nearby reach this one.
class LocalNetwork {
public:
  virtual ~LocalNetwork() = default;
  /// This device's own IPv4 addresses, the likeliest first; empty: it is in no network.
  [[nodiscard]] virtual QList<QHostAddress> addresses() const = 0;
};

/// Of the interfaces that are up now; Wi-Fi and cable before others, such as mobile data.
class SystemNetwork : public LocalNetwork {
public:
  [[nodiscard]] QList<QHostAddress> addresses() const override;
};

/// One address that somebody named.
class NamedNetwork : public LocalNetwork {
public:
  explicit NamedNetwork(QHostAddress address) : m_address(std::move(address)) {}

  [[nodiscard]] QList<QHostAddress> addresses() const override { return {m_address}; }

private:
  QHostAddress m_address;
};

} // namespace palang::mobile
