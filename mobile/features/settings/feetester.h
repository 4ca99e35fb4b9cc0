#pragma once

#include "mobile/features/settings/configdraft.h"

namespace palang::mobile {

/// What a stay would cost under a tariff of the draft: computed here, as everywhere.
class FeeTesterModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::ConfigDraft* draft MEMBER m_draft REQUIRED)

public:
  using QObject::QObject;

  /// The tariff at `index` for a stay from `entered` (`yyyy-MM-dd HH:mm` at the site) of so many
  /// minutes: {total, steps: of {text, amount}} or {trouble}.
  Q_INVOKABLE [[nodiscard]] QVariantMap price(int index, const QString& entered, int minutes,
                                              bool lostTicket) const;
  /// Totals after so many hours: {label, share, value, text} per bar.
  Q_INVOKABLE [[nodiscard]] QVariantList curve(int index, const QString& entered, int hours) const;

private:
  [[nodiscard]] result<domain::fee> fee(int index, const QString& entered, int minutes,
                                        bool lostTicket) const;

  ConfigDraft* m_draft = nullptr;
};

} // namespace palang::mobile
