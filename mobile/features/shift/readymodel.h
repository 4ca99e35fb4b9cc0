#pragma once

#include "mobile/base/workplace.h"
#include "mobile/platform/printer.h"

#include <QAbstractListModel>

#include <vector>

namespace palang::mobile {

/// Whether the device is fit for a shift: battery, storage, clock, tariff, age of the replica, key,
/// printer. It refuses nothing; what it found is recorded with the shift.
class ReadyModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(int concerns READ concerns NOTIFY checked)

public:
  enum Role {
    NameRole = Qt::UserRole, ///< `name`: battery, storage, clock, tariff, replica, key, printer
    LabelRole,               ///< `label`
    FindingRole,             ///< `finding`, in words
    StandingRole,            ///< `standing`
  };
  Q_ENUM(Role)
  enum class Standing { Fine, Mind, Bad };
  Q_ENUM(Standing)

  using QAbstractListModel::QAbstractListModel;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] int concerns() const; ///< How many are not fine.

  /// Looks anew; the printer answers later.
  Q_INVOKABLE void check();
  /// Keeps what was found as a record.
  Q_INVOKABLE void keep();

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
  void workplaceChanged();
  void checked();

private:
  struct Check {
    QString name;
    QString label;
    QString finding;
    Standing standing = Standing::Fine;
  };
  [[nodiscard]] Check battery() const;
  [[nodiscard]] Check storage() const;
  [[nodiscard]] Check clock() const;
  [[nodiscard]] Check tariff() const;
  [[nodiscard]] Check replica() const;
  [[nodiscard]] Check key() const;
  [[nodiscard]] Check printer() const;
  void probePrinter();

  Workplace* m_workplace = nullptr;
  std::vector<Check> m_checks;
  std::unique_ptr<Printer> m_printer;
};

} // namespace palang::mobile
