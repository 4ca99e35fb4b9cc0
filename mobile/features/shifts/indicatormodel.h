#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// Attendants against their peers: those with most outside the usual first. A reason to look, not a
/// finding. Filter: `gate`.
class IndicatorModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit IndicatorModel(QObject* parent = nullptr);
};

} // namespace palang::mobile
