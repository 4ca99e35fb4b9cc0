#include "mobile/desk/photosource.h"

namespace palang::mobile {

PhotoSource::PhotoSource(QObject* parent) : QObject{parent} {
  connect(&m_photo, &ServerPhoto::changed, this, &PhotoSource::urlChanged);
}

void PhotoSource::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  emit workplaceChanged();
  show();
}

void PhotoSource::setSha256(const QString& sha256) {
  if (sha256 == m_sha256)
    return;
  m_sha256 = sha256;
  emit sha256Changed();
  show();
}

void PhotoSource::show() {
  if (m_workplace != nullptr)
    m_photo.show(m_workplace->client(),
                 m_sha256.isEmpty() ? std::nullopt : std::optional(m_sha256.toStdString()));
}

} // namespace palang::mobile
