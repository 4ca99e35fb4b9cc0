#pragma once

#include <QString>

#include <optional>

namespace palang::mobile {

/// How the device itself is, for the check before a shift.
class Condition {
public:
  virtual ~Condition() = default;
  /// Percent; nullopt for a device without a battery.
  [[nodiscard]] virtual std::optional<int> battery() const = 0;
  [[nodiscard]] virtual bool isCharging() const = 0;
};

/// Of a desktop: what the kernel tells below `folder` (/sys/class/power_supply).
class SystemCondition : public Condition {
public:
  explicit SystemCondition(QString folder = QStringLiteral("/sys/class/power_supply"))
      : m_folder(std::move(folder)) {}

  [[nodiscard]] std::optional<int> battery() const override;
  [[nodiscard]] bool isCharging() const override;

private:
  QString m_folder;
};

/// Free bytes where the folder lies; -1 when that is not known.
[[nodiscard]] qint64 freeBytes(const QString& folder);

} // namespace palang::mobile
