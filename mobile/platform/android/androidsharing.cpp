#include "mobile/platform/android/androidsharing.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJniObject>

namespace palang::mobile {

AndroidSharing::AndroidSharing(const QString& dataDir)
    : m_files(dataDir + QStringLiteral("/Karcis")) {}

QString AndroidSharing::share(const QImage& picture, const QString& name) {
  const auto path = m_files.share(picture, name);
  if (path.isEmpty())
    return {};
  const QJniObject context = QNativeInterface::QAndroidApplication::context();
  const bool isOpen = QJniObject::callStaticMethod<jboolean>(
      "org/palang/handheld/Share", "picture", "(Landroid/content/Context;Ljava/lang/String;)Z",
      context.object(), QJniObject::fromString(path).object<jstring>());
  return isOpen ? QFileInfo(path).fileName() : QString{};
}

} // namespace palang::mobile
