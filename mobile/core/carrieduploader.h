#pragma once

#include "mobile/core/carriedstore.h"
#include "mobile/core/link.h"
#include "mobile/core/photouploader.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <set>

namespace palang::mobile {

/// Brings the carried copies to the server (PROTOCOL 4.1), one at a time, while the link is up. One
/// that fails stays and is tried again; only the server's receipt ends it. Thread: the store's.
class CarriedUploader : public QObject {
  Q_OBJECT

public:
  CarriedUploader(CarriedStore& copies, Link& link, QObject* parent = nullptr);

  /// As PhotoUploader's.
  void setTarget(std::optional<PhotoUploader::Target> target);
  /// Tries at once.
  void start();

signals:
  /// One was delivered, or says now why not.
  void changed();

private:
  void uploadNext();
  void upload(const CarriedCopy& copy);
  void finish(const std::string& sha256, QNetworkReply* reply);
  void keepTrouble(const std::string& sha256, const error& why);

  CarriedStore& m_copies;
  Link& m_link;
  std::optional<PhotoUploader::Target> m_target;
  QNetworkAccessManager m_network;
  QNetworkReply* m_current = nullptr;
  std::set<std::string> m_failed; ///< Of this round.
  QTimer m_retry;
};

} // namespace palang::mobile
