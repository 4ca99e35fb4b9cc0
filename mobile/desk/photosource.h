#pragma once

#include "mobile/base/serverphoto.h"
#include "mobile/base/workplace.h"

namespace palang::mobile {

/// A photo for an Image, by its SHA-256.
class PhotoSource : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString sha256 READ sha256 WRITE setSha256 NOTIFY sha256Changed)
  Q_PROPERTY(QUrl url READ url NOTIFY urlChanged)

public:
  explicit PhotoSource(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] QString sha256() const { return m_sha256; }
  void setSha256(const QString& sha256);
  /// Empty while there is none.
  [[nodiscard]] QUrl url() const { return m_photo.url(); }

signals:
  void workplaceChanged();
  void sha256Changed();
  void urlChanged();

private:
  void show();

  Workplace* m_workplace = nullptr;
  QString m_sha256;
  ServerPhoto m_photo;
};

} // namespace palang::mobile
