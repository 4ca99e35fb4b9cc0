#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace palang::mobile {

/// Where a server is, from what a person types: "10.0.0.5", "parkir.example:8181", "https://…",
/// "ws://…/v1". Without a scheme: plain, port 8181. A path before /v1 (a reverse proxy's) is kept.
/// nullopt when there is no host in it or the scheme is another.
struct ServerAddress {
  QUrl socket; ///< ws:// or wss://, path …/v1

  [[nodiscard]] static std::optional<ServerAddress> parse(const QString& typed);
  /// `path` after /v1, e.g. "/login".
  [[nodiscard]] QUrl http(const QString& path) const;
};

} // namespace palang::mobile
