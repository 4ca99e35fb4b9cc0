#pragma once

#include "server/storage/soci/connection.hpp"
#include "server/storage/unit_of_work.hpp"

#include <string_view>

namespace palang::storage {

class soci_unit_of_work final : public unit_of_work {
public:
  explicit soci_unit_of_work(connection& db) : db_{db} {}
  result<void> begin_write() override;
  result<void> begin_read() override;
  result<void> commit() override;
  void rollback() noexcept override;
  result<void> set_savepoint() override;
  result<void> release_savepoint() override;
  result<void> rollback_to_savepoint() override;

private:
  [[nodiscard]] result<void> begin(std::string_view sql);
  [[nodiscard]] result<void> execute(std::string_view sql);

  connection& db_;
};

} // namespace palang::storage
