#pragma once

#include "server/storage/soci/hour_book.hpp"
#include "server/storage/soci/plate_index.hpp"
#include "server/storage/soci/statement.hpp"
#include "server/storage/unit_of_work.hpp"

#include <tuple>

namespace palang::storage {

class soci_unit_of_work final : public unit_of_work {
public:
  /// `hours` and `plates` are written with every commit.
  soci_unit_of_work(connection& db, hour_book& hours, plate_index& plates);
  result<void> begin_write() override;
  result<void> begin_read() override;
  result<void> commit() override;
  void rollback() noexcept override;
  result<void> set_savepoint() override;
  result<void> release_savepoint() override;
  result<void> rollback_to_savepoint() override;

private:
  using command = statement<std::tuple<>>;
  [[nodiscard]] result<void> begin(command& how);
  [[nodiscard]] result<void> run(command& what);

  connection& db_;
  hour_book& hours_;
  plate_index& plates_;
  command begin_write_;
  statement<std::tuple<>, std::tuple<text>> lock_writers_;
  command begin_read_;
  command commit_;
  command rollback_;
  command set_savepoint_;
  command release_savepoint_;
  command rollback_to_savepoint_;
};

} // namespace palang::storage
