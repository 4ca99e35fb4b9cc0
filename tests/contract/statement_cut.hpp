#pragma once

namespace palang::testing {

/// While it lives, what this process's new connections to a database ask can be made to fail at a
/// statement. On SQLite the statement is interrupted; MariaDB answers that a lock was not to be
/// had. One at a time.
class statement_cut {
public:
  statement_cut();
  ~statement_cut();
  statement_cut(const statement_cut&) = delete;
  statement_cut& operator=(const statement_cut&) = delete;

  /// The `n`th statement from now fails, and no other; 0: none does.
  void at(int n);
};

} // namespace palang::testing
