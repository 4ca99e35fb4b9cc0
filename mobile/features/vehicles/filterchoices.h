#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QVariantList>

namespace palang::mobile {

/// What a list of stays can be filtered by, as the site has it: lists of {text, value}, each
/// beginning with the one that filters nothing.
class FilterChoices : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QVariantList types READ types NOTIFY changed)
  Q_PROPERTY(QVariantList gates READ gates NOTIFY changed)
  Q_PROPERTY(QVariantList methods READ methods NOTIFY changed)

public:
  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] QVariantList types() const;
  [[nodiscard]] QVariantList gates() const;
  [[nodiscard]] QVariantList methods() const;

signals:
  void workplaceChanged();
  void changed();

private:
  Workplace* m_workplace = nullptr;
};

} // namespace palang::mobile
