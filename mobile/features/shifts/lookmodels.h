#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// The records behind a number: whatever list an indicator names. Filters: `kind` and `data` as the
/// indicator gave them; anything else than what this model lists is not asked for.
class LookModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ANONYMOUS

protected:
  using FetchedModel::FetchedModel;
  /// The indicator's own question, on this page; nullopt when it is of another kind.
  template <class Kind>
  [[nodiscard]] std::optional<protocol::query_data>
  question(const std::optional<std::string>& after) const;
};

/// Its stays.
class StayLookModel : public palang::mobile::LookModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit StayLookModel(QObject* parent = nullptr);
};

/// Its manual openings.
class CommandLookModel : public palang::mobile::LookModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit CommandLookModel(QObject* parent = nullptr);
};

/// Its lines of the audit.
class AuditLookModel : public palang::mobile::LookModel {
  Q_OBJECT
  QML_ELEMENT

public:
  explicit AuditLookModel(QObject* parent = nullptr);
};

} // namespace palang::mobile
