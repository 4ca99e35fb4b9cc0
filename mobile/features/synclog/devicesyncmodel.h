#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// The devices: when each was offline, which numbers are missing, what was refused, and whether its
/// clock can be believed. Those with something to look at come first.
class DeviceSyncModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit DeviceSyncModel(QObject* parent = nullptr);
};

} // namespace palang::mobile
