#pragma once

#include "mobile/core/link.h"
#include "mobile/core/photostore.h"
#include "mobile/core/serveraddress.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <optional>
#include <set>
#include <string>

namespace palang::mobile {

/// Uploads the photos that wait (PROTOCOL section 4), one at a time, while the link is up. A photo
/// that fails is never dropped: the next ones go first, and it is tried again. Thread: the store's.
class PhotoUploader : public QObject {
  Q_OBJECT

public:
  PhotoUploader(PhotoStore& photos, Link& link, QObject* parent = nullptr);

  /// Where to and by whose token; nullopt: nowhere for now.
  struct Target {
    ServerAddress server;
    std::string token;
  };
  void setTarget(std::optional<Target> target);
  /// While true the next photo does not begin.
  void setWaiting(bool isWaiting);
  /// A photo was added, or a person asked: tries at once.
  void start();

signals:
  /// One more is on the server.
  void uploaded();

private:
  [[nodiscard]] std::optional<WaitingPhoto> next() const;
  void uploadNext();
  void upload(const WaitingPhoto& photo);
  void finish(const std::string& sha256, QNetworkReply* reply);

  PhotoStore& m_photos;
  Link& m_link;
  std::optional<Target> m_target;
  QNetworkAccessManager m_network;
  QNetworkReply* m_current = nullptr;
  std::set<std::string> m_failed; ///< Of this round.
  bool m_isWaiting = false;
  QTimer m_retry;
};

} // namespace palang::mobile
