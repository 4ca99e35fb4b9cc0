#include "mobile/platform/android/permission.h"

#include <QCoreApplication>
#include <QPermissions>
#include <QtCore/private/qandroidextras_p.h>

namespace palang::mobile {

namespace {

using Answer = std::function<void(bool)>;

template <class What>
void ask(const What& what, QObject* context, const Answer& answer) {
  if (qApp->checkPermission(what) == Qt::PermissionStatus::Granted)
    return answer(true);
  qApp->requestPermission(what, context, [answer](const QPermission& permission) {
    answer(permission.status() == Qt::PermissionStatus::Granted);
  });
}

} // namespace

void askFor(Permission what, QObject* context, Answer answer) {
  switch (what) {
  case Permission::Camera:
    return ask(QCameraPermission{}, context, answer);
  case Permission::Bluetooth:
    return ask(QBluetoothPermission{}, context, answer);
  case Permission::Notices:
    // Qt has no type of its own for it; below Android 13 it is granted.
    QtAndroidPrivate::requestPermission(QStringLiteral("android.permission.POST_NOTIFICATIONS"))
        .then(context, [answer](QtAndroidPrivate::PermissionResult result) {
          answer(result == QtAndroidPrivate::Authorized);
        });
  }
}

} // namespace palang::mobile
