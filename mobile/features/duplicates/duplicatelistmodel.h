#pragma once

#include "mobile/desk/fetchedmodel.h"
#include "shared/protocol/supervision.hpp"

namespace palang::mobile {

/// Records that may be of one vehicle: the newest first. Filters: `cause` and `open` (true or
/// false).
class DuplicateListModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariantList causes READ causes NOTIFY causesChanged)

public:
  explicit DuplicateListModel(QObject* parent = nullptr);

  /// {cause, text, count} of the open ones, the most frequent first.
  [[nodiscard]] QVariantList causes() const;

signals:
  void causesChanged();

protected:
  void takeMore(const std::string& data) override;

private:
  std::vector<protocol::cause_count> m_causes;
};

} // namespace palang::mobile
