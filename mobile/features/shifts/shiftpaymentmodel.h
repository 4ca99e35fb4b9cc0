#pragma once

#include "mobile/desk/fetchedmodel.h"
#include "shared/protocol/supervision.hpp"

namespace palang::mobile {

/// One shift in full: its payments in order, the sums by method, and the stays that may explain a
/// difference, likeliest first.
class ShiftPaymentModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString shiftId READ shiftId WRITE setShiftId NOTIFY shiftIdChanged)
  Q_PROPERTY(QVariantMap facts READ facts NOTIFY detailChanged)
  Q_PROPERTY(QVariantList methods READ methods NOTIFY detailChanged)
  Q_PROPERTY(QVariantList suspects READ suspects NOTIFY detailChanged)

public:
  explicit ShiftPaymentModel(QObject* parent = nullptr);

  [[nodiscard]] QString shiftId() const { return m_shiftId; }
  /// Empty: none.
  void setShiftId(const QString& shiftId);
  [[nodiscard]] QVariantMap facts() const;    ///< As of shiftFacts().
  [[nodiscard]] QVariantList methods() const; ///< Of {text, count, amount}.
  /// Of a stay's facts with `amount`, `score` (0 to 1) and `reasons` (lines).
  [[nodiscard]] QVariantList suspects() const;

signals:
  void shiftIdChanged();
  void detailChanged();

protected:
  void takeMore(const std::string& data) override;

private:
  QString m_shiftId;
  protocol::shift_page m_page;
};

} // namespace palang::mobile
