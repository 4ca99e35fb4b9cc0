#include "mobile/platform/android/androidbackground.h"

#include <QCoreApplication>
#include <QJniObject>

namespace palang::mobile {

void AndroidBackground::setWork(int pending, const QString& words) {
  const bool isWanted = pending > 0;
  if (!isWanted && !m_isRunning)
    return;
  m_isRunning = isWanted;
  const QJniObject context = QNativeInterface::QAndroidApplication::context();
  QJniObject::callStaticMethod<void>("org/palang/handheld/SyncService", isWanted ? "start" : "stop",
                                     "(Landroid/content/Context;Ljava/lang/String;)V",
                                     context.object(),
                                     QJniObject::fromString(words).object<jstring>());
}

} // namespace palang::mobile
