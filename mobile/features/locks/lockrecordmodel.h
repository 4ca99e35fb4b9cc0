#pragma once

#include "mobile/desk/fetchedmodel.h"

namespace palang::mobile {

/// What one lock recorded, the newest first.
class LockRecordModel : public palang::mobile::FetchedModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString lockId READ lockId WRITE setLockId NOTIFY lockIdChanged)

public:
  explicit LockRecordModel(QObject* parent = nullptr);

  [[nodiscard]] QString lockId() const { return m_lockId; }
  /// Empty: none.
  void setLockId(const QString& lockId);

signals:
  void lockIdChanged();

private:
  QString m_lockId;
};

} // namespace palang::mobile
