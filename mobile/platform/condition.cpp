#include "mobile/platform/condition.h"

#include <QDir>
#include <QFile>

#include <filesystem>

namespace palang::mobile {

namespace {

QString read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString{};
}

/// The folder of the first battery; empty without one.
QString batteryIn(const QString& folder) {
  const QDir supplies(folder);
  for (const auto& name : supplies.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
    if (read(supplies.filePath(name + QStringLiteral("/type"))) == QLatin1String("Battery"))
      return supplies.filePath(name);
  return {};
}

} // namespace

std::optional<int> SystemCondition::battery() const {
  const auto found = batteryIn(m_folder);
  bool isNumber = false;
  const int percent = read(found + QStringLiteral("/capacity")).toInt(&isNumber);
  return !found.isEmpty() && isNumber ? std::optional{percent} : std::nullopt;
}

bool SystemCondition::isCharging() const {
  const auto found = batteryIn(m_folder);
  const auto status = found.isEmpty() ? QString{} : read(found + QStringLiteral("/status"));
  return status == QLatin1String("Charging") || status == QLatin1String("Full");
}

qint64 freeBytes(const QString& folder) {
  // Not QStorageInfo: it knows no folder whose mount is not listed, as in a chroot.
  std::error_code failed;
  const auto space = std::filesystem::space(folder.toStdString(), failed);
  return failed ? -1 : static_cast<qint64>(space.available);
}

} // namespace palang::mobile
