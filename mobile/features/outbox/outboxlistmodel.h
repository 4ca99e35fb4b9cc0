#pragma once

#include "mobile/base/workplace.h"

#include <QAbstractListModel>

#include <vector>

namespace palang::mobile {

/// The device's records in one state, newest first, each with its story.
class OutboxListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(Tab tab READ tab WRITE setTab NOTIFY tabChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
  enum Role {
    RecordIdRole = Qt::UserRole, ///< `recordId`
    TitleRole,                   ///< `title`: the plate, or what else it is about
    FactsRole,                   ///< `facts`: e.g. "MOBIL · in-1"
    KindTextRole,                ///< `kindText`: Masuk, Keluar, Buka shift, …
    IconRole,                    ///< `iconName`
    TimeRole,                    ///< `time` it was made
    StandingRole,                ///< `standing`: where it stands, in words
    TroubledRole,                ///< `troubled`: a person must look
    StoryRole,                   ///< `story`: list of lines, oldest first
    NextStepRole,                ///< `nextStep`: what a person can do; empty without trouble
  };
  Q_ENUM(Role)
  enum class Tab { Pending, Sent, Attention };
  Q_ENUM(Tab)

  using QAbstractListModel::QAbstractListModel;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Tab tab() const { return m_tab; }
  void setTab(Tab tab);
  [[nodiscard]] int count() const { return rowCount({}); }

  /// A record that was refused is to be sent again, after a person settled the cause.
  Q_INVOKABLE void retry(const QString& recordId);
  /// One row's data by role name, for a sheet; empty when the record is not in this tab.
  Q_INVOKABLE QVariantMap details(const QString& recordId) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void workplaceChanged();
  void tabChanged();
  void countChanged();

private:
  void reload();

  Workplace* m_workplace = nullptr;
  Tab m_tab = Tab::Pending;
  std::vector<OutboxRow> m_rows;
};

} // namespace palang::mobile
