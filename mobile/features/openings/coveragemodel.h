#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// For each lock, hour by hour of the period, whether the absence of openings means that there were
/// none. Long periods are gathered into cells of several hours; a cell is as blind as its worst
/// hour.
class CoverageModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit CoverageModel(QObject* parent = nullptr);
};

} // namespace palang::mobile
