#pragma once

#include "mobile/core/client.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <optional>
#include <string>

class QNetworkReply;

namespace palang::mobile {

/// A photo of a car, as it came in or left: of this device, or fetched from the server while it
/// is online. A photo whose hash is another than the session says is not shown.
class ServerPhoto : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  /// For an Image; empty while there is none.
  [[nodiscard]] const QUrl& url() const { return m_url; }
  /// `sha256` nullopt: nothing.
  void show(Client& client, const std::optional<std::string>& sha256);

signals:
  void changed();

private:
  void fetch(Client& client, const std::string& sha256);
  void take(const std::string& sha256, QNetworkReply* reply);
  void settle(const QUrl& url);

  QNetworkAccessManager m_network;
  QPointer<QNetworkReply> m_reply;
  QUrl m_url;
};

} // namespace palang::mobile
