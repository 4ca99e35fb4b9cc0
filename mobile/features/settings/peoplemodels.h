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
  explicit DeviceListModel(QObject* parent = nullptr);
};

} // namespace palang::mobile
