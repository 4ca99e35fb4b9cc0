#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// Who may log in.
class UserListModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit UserListModel(QObject* parent = nullptr);
};

/// The handhelds; those that wait for approval first.
class DeviceListModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  /// None: no device shows this. Other: the device has this id and another key, so it is not the
  /// one that the server knows.
  enum class Match { None, Device, Other };
  Q_ENUM(Match)

  explicit DeviceListModel(QObject* parent = nullptr);

  /// What a handheld shows at its log-in, scanned or typed (pairing.h).
  Q_INVOKABLE [[nodiscard]] palang::mobile::DeviceListModel::Match match(const QString& code) const;
  /// What a new handheld scans to know where the server is.
  Q_INVOKABLE [[nodiscard]] QString serverCode(const QString& address) const;
  /// Its `deviceId`; empty for none.
  Q_INVOKABLE [[nodiscard]] QString deviceOf(const QString& code) const;

private:
  [[nodiscard]] const std::vector<protocol::device>& devices() const;
  [[nodiscard]] const protocol::device* find(const QString& code) const;
};

} // namespace palang::mobile
