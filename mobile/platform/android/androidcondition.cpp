#include "mobile/platform/android/androidcondition.h"

#include <QCoreApplication>
#include <QJniObject>

namespace palang::mobile {

namespace {

constexpr jint batteryPropertyCapacity = 4;

QJniObject batteryManager() {
  const QJniObject context = QNativeInterface::QAndroidApplication::context();
  return context.callObjectMethod("getSystemService", "(Ljava/lang/String;)Ljava/lang/Object;",
                                  QJniObject::fromString("batterymanager").object<jstring>());
}

} // namespace

std::optional<int> AndroidCondition::battery() const {
  const auto manager = batteryManager();
  if (!manager.isValid())
    return std::nullopt;
  const auto percent = manager.callMethod<jint>("getIntProperty", "(I)I", batteryPropertyCapacity);
  return percent >= 0 && percent <= 100 ? std::optional{percent} : std::nullopt;
}

bool AndroidCondition::isCharging() const {
  const auto manager = batteryManager();
  return manager.isValid() && manager.callMethod<jboolean>("isCharging");
}

} // namespace palang::mobile
