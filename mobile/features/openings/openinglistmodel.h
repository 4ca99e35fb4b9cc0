#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// Each opening of a gate with its cause, the newest first. Filters: `suspect`, `judged` (true or
/// false), `gate`, `lock`, `state`, `cause`.
class OpeningListModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit OpeningListModel(QObject* parent = nullptr);
};

} // namespace palang::mobile
