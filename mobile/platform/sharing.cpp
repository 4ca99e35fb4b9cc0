#include "mobile/platform/sharing.h"

#include <QDir>

namespace palang::mobile {

QString FolderSharing::share(const QImage& picture, const QString& name) {
  const QDir folder(m_folder);
  const auto path = folder.absoluteFilePath(name + QStringLiteral(".png"));
  return folder.mkpath(QStringLiteral(".")) && picture.save(path) ? path : QString{};
}

} // namespace palang::mobile
