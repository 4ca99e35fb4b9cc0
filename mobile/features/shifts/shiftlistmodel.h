#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// Shifts with what was counted and what should have been there, the newest first. Filters:
/// `person` (a username) and `different` (true: only those whose cash does not agree).
class ShiftListModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit ShiftListModel(QObject* parent = nullptr);
};

/// As a page shows a shift: shiftId, person, device, opened, closed, hours, openingCash, counted,
/// expected, difference, differs, tone, icon, state, records.
[[nodiscard]] QVariantMap shiftFacts(const protocol::shift& s, const SiteView& site);

} // namespace palang::mobile
