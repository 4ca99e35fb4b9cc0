#include "mobile/core/serveraddress.h"

#include <QMap>

namespace palang::mobile {

std::optional<ServerAddress> ServerAddress::parse(const QString& typed) {
  static const QMap<QString, QString> socketSchemes{
      {QStringLiteral("ws"), QStringLiteral("ws")},
      {QStringLiteral("http"), QStringLiteral("ws")},
      {QStringLiteral("wss"), QStringLiteral("wss")},
      {QStringLiteral("https"), QStringLiteral("wss")}};
  const auto trimmed = typed.trimmed();
  const bool hasScheme = trimmed.contains(QStringLiteral("://"));
  QUrl url{hasScheme ? trimmed : QStringLiteral("ws://") + trimmed, QUrl::StrictMode};
  if (!url.isValid() || url.host().isEmpty() || !socketSchemes.contains(url.scheme()))
    return std::nullopt;
  if (!hasScheme && url.port() == -1)
    url.setPort(8181);
  auto path = url.path();
  while (path.endsWith(u'/'))
    path.chop(1);
  if (!path.endsWith(QStringLiteral("/v1")))
    path += QStringLiteral("/v1");
  url.setScheme(socketSchemes.value(url.scheme()));
  url.setPath(path);
  return ServerAddress{
      url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)};
}

QUrl ServerAddress::http(const QString& path) const {
  auto url = socket;
  url.setScheme(url.scheme() == QStringLiteral("wss") ? QStringLiteral("https")
                                                      : QStringLiteral("http"));
  url.setPath(url.path() + path);
  return url;
}

} // namespace palang::mobile
