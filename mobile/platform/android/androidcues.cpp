#include "mobile/platform/android/androidcues.h"

#include <QCoreApplication>
#include <QJniObject>

namespace palang::mobile {

void AndroidCues::give(Cue cue) {
  const QJniObject context = QNativeInterface::QAndroidApplication::context();
  QJniObject::callStaticMethod<void>("org/palang/handheld/Feel",
                                     cue == Cue::Good ? "good" : "refused",
                                     "(Landroid/content/Context;)V", context.object());
  ToneCues::give(cue);
}

} // namespace palang::mobile
