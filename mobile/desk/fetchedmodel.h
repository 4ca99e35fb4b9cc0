#pragma once

#include "mobile/desk/fetch.h"
#include "mobile/desk/period.h"
#include "mobile/desk/rows.h"

#include <QAbstractListModel>
#include <QVariantMap>

namespace palang::mobile {

/// A list that a page shows and that the server has, asked for by query, page after page. What is
/// listed is a feature's business: it derives from this (by its full name, for
/// QML's tools) and gives the rows and the question.
class FetchedModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("the features' models are of this kind")
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(palang::mobile::Fetch* fetch READ fetch CONSTANT)
  Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(palang::mobile::Period* period READ period WRITE setPeriod NOTIFY periodChanged)
  Q_PROPERTY(QVariantMap filter READ filter WRITE setFilter NOTIFY filterChanged)

public:
  [[nodiscard]] Workplace* workplace() const { return m_fetch.workplace(); }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Fetch* fetch() { return &m_fetch; }
  [[nodiscard]] bool isActive() const { return m_fetch.isActive(); }
  void setActive(bool on);
  [[nodiscard]] int count() const { return rowCount({}); }

  [[nodiscard]] Period* period() const { return m_period; }
  /// Only what is of this time; the whole history without one.
  void setPeriod(Period* period);
  [[nodiscard]] QVariantMap filter() const { return m_filter; }
  /// Only what fits; the model says which names it knows. An empty value is no filter.
  void setFilter(const QVariantMap& filter);

  /// Everything about a row under the names of the roles; empty when there is no such row.
  Q_INVOKABLE [[nodiscard]] QVariantMap at(int row) const;
  /// The row whose first role is `key`; -1 when it is not there.
  Q_INVOKABLE [[nodiscard]] int rowOf(const QString& key) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
  [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

signals:
  void workplaceChanged();
  void activeChanged();
  void countChanged();
  void periodChanged();
  void filterChanged();
  /// Other rows, or the same with something new: what a page shows of a row is read again.
  void rowsChanged();

protected:
  using Question = decltype(Fetch::Hooks::ask);
  using Concern = decltype(Fetch::Hooks::concerns);
  FetchedModel(std::unique_ptr<RowTable> rows, Question question, Concern concerns,
               QObject* parent);

  /// What else an answer tells, of the first page only.
  virtual void takeMore(const std::string&) {}
  [[nodiscard]] const RowTable& rows() const { return *m_rows; }
  [[nodiscard]] SiteView site() const;
  /// The page after this cursor, of the period.
  [[nodiscard]] protocol::page window(const std::optional<std::string>& after) const;
  /// nullopt: not filtered by this.
  [[nodiscard]] std::optional<std::string> wanted(const char* name) const;
  [[nodiscard]] std::optional<bool> wantedYes(const char* name) const;

private:
  result<void> take(const std::string& data, bool isFirst);
  void setRows(std::unique_ptr<RowTable> rows);
  void append(const RowTable& more);
  [[nodiscard]] bool hasSameKeys(const RowTable& others) const;
  /// Its rows read differently: the language, the configuration, what they say.
  void redraw();

  std::unique_ptr<RowTable> m_rows;
  Period* m_period = nullptr;
  QVariantMap m_filter;
  Fetch m_fetch;
};

} // namespace palang::mobile
