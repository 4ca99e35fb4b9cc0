#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// What devices submitted and what the server answered, the newest first. Filters: `device` (its
/// number), `accepted` and `offline` (true or false).
class SyncLogModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit SyncLogModel(QObject* parent = nullptr);
};

} // namespace palang::mobile
