#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// The gates' locks: state, battery, clock, and for each of the last hours whether it was heard.
class LockListModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit LockListModel(QObject* parent = nullptr);
};

/// The gateways that hear the locks.
class GatewayListModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit GatewayListModel(QObject* parent = nullptr);
};

} // namespace palang::mobile
