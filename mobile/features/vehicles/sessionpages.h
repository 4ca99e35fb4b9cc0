#pragma once

#include "shared/protocol/objects.hpp"

#include <optional>
#include <string>
#include <vector>

namespace palang::mobile {

/// A long list of stays, newest first, as pages of a server's answer, of which only those near to
/// what is looked at are in memory. A page that was put away keeps its place, its number of rows
/// and the cursor that it is fetched again with. Pages and rows count from 0. A value; no I/O.
class SessionPages {
public:
  using Rows = std::vector<protocol::session>;
  using Cursor = std::optional<std::string>;

  /// Pages kept before and after the one that is looked at.
  static constexpr int reach = 4;

  [[nodiscard]] int count() const; ///< Rows, in memory or not.
  [[nodiscard]] int held() const;  ///< Rows in memory.
  [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
  [[nodiscard]] int rowsOf(int page) const;
  [[nodiscard]] int firstRowOf(int page) const;
  /// -1 beyond the last.
  [[nodiscard]] int pageOf(int row) const;
  /// nullptr: put away.
  [[nodiscard]] const protocol::session* at(int row) const;
  /// Of those in memory; -1 for none.
  [[nodiscard]] int rowOf(const uuid& id) const;
  /// Where a stay that is not here yet belongs; -1 in a page that is not in memory.
  [[nodiscard]] int placeOf(const protocol::session& s) const;
  /// What the page is asked with, and what follows the last one.
  [[nodiscard]] Cursor cursorOf(int page) const;
  [[nodiscard]] Cursor next() const { return m_next; }

  void clear();
  void append(Rows rows, Cursor next);
  void replace(int row, const protocol::session& s);
  void insert(int row, const protocol::session& s);
  void remove(int row);

  /// Of an answer to the page's cursor, what is this page's: nothing of the page after it.
  [[nodiscard]] Rows ownRows(int page, Rows answered) const;
  /// Holds the page again. When its rows do not reach the page after it, what lies between becomes
  /// a page of its own, to be fetched with `next`.
  void fill(int page, Rows rows, Cursor next);
  /// Puts away what is far from the row.
  void keepAround(int row);
  /// The nearest page to the row, within reach, that was put away; -1 when all are here.
  [[nodiscard]] int missingAround(int row) const;

private:
  struct Page {
    Cursor cursor;
    Rows rows;
    int count = 0;
    instant oldest{}; ///< No stay of it is older.
    bool isHeld = true;
  };

  std::vector<Page> m_pages;
  Cursor m_next;
};

} // namespace palang::mobile
