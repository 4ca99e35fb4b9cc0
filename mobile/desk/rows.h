#pragma once

#include "mobile/base/siteview.h"
#include "shared/core/result.hpp"
#include "shared/protocol/codec.hpp"

#include <QVariant>

#include <algorithm>
#include <memory>
#include <vector>

namespace palang::mobile {

/// Rows of some kind, and what QML sees of each: the part of a FetchedModel that knows what it
/// lists. The first column is a row's key.
class RowTable {
public:
  virtual ~RowTable() = default;

  [[nodiscard]] virtual int count() const = 0;
  [[nodiscard]] virtual int columns() const = 0;
  [[nodiscard]] virtual const char* role(int column) const = 0;
  [[nodiscard]] virtual QVariant value(int row, int column, const SiteView& site) const = 0;
  /// Rows of the same kind, from an answer's data.
  [[nodiscard]] virtual result<std::unique_ptr<RowTable>> read(const std::string& data) const = 0;
  [[nodiscard]] virtual std::unique_ptr<RowTable> none() const = 0;
  /// `other` is of the same kind, here and below.
  [[nodiscard]] virtual bool equals(const RowTable& other) const = 0;
  /// Takes the rows of `more` whose number is in `wanted`.
  virtual void append(const RowTable& more, const std::vector<int>& wanted) = 0;
};

/// One role: its name in QML, and its value of a row.
template <class Row>
struct Column {
  const char* role;
  QVariant (*value)(const Row& row, const SiteView& site);
};

/// Rows that are values of the protocol.
template <class Row>
class Rows final : public RowTable {
public:
  using Decoder = result<Row> (*)(std::string_view);

  using Test = bool (*)(const Row&);

  /// `list`: the answer's member that holds the rows. Of each answer, those that are `urgent` come
  /// first.
  Rows(const char* list, Decoder decode, std::vector<Column<Row>> columns, Test urgent = nullptr)
      : m_list{list}, m_decode{decode}, m_columns{std::move(columns)}, m_urgent{urgent} {}

  [[nodiscard]] const std::vector<Row>& all() const { return m_rows; }

  [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
  [[nodiscard]] int columns() const override { return static_cast<int>(m_columns.size()); }
  [[nodiscard]] const char* role(int column) const override {
    return m_columns[static_cast<std::size_t>(column)].role;
  }
  [[nodiscard]] QVariant value(int row, int column, const SiteView& site) const override {
    return m_columns[static_cast<std::size_t>(column)].value(m_rows[static_cast<std::size_t>(row)],
                                                             site);
  }
  [[nodiscard]] result<std::unique_ptr<RowTable>> read(const std::string& data) const override {
    const auto items = protocol::items_of(data, m_list);
    if (!items)
      return fail(items.error());
    auto found = std::make_unique<Rows>(m_list, m_decode, m_columns, m_urgent);
    for (const auto& item : *items) {
      auto row = m_decode(item);
      if (!row)
        return fail(row.error());
      found->m_rows.push_back(*std::move(row));
    }
    if (m_urgent != nullptr)
      std::ranges::stable_partition(found->m_rows, m_urgent);
    return found;
  }
  [[nodiscard]] std::unique_ptr<RowTable> none() const override {
    return std::make_unique<Rows>(m_list, m_decode, m_columns, m_urgent);
  }
  [[nodiscard]] bool equals(const RowTable& other) const override {
    return m_rows == static_cast<const Rows&>(other).m_rows;
  }
  void append(const RowTable& more, const std::vector<int>& wanted) override {
    for (const auto row : wanted)
      m_rows.push_back(static_cast<const Rows&>(more).m_rows[static_cast<std::size_t>(row)]);
  }

private:
  const char* m_list;
  Decoder m_decode;
  std::vector<Column<Row>> m_columns;
  Test m_urgent;
  std::vector<Row> m_rows;
};

} // namespace palang::mobile
