#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// Stays that fit some question, the newest first. Filters: `status`, `gate`, `type`, `plate`,
/// `entryBy`, `exitBy`, `flag`, `amount` (free, different, under, over), `noExitPhoto`, `byExit`
/// (true or false), `hourMs`: only within the hour that begins then. With `aroundMs` and `gate`:
/// only those that passed within some minutes of it.
class StayListModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit StayListModel(QObject* parent = nullptr);

private:
  [[nodiscard]] protocol::session_list question(const std::optional<std::string>& after) const;
};

} // namespace palang::mobile
