#pragma once

#include "server/storage/soci/statement.hpp"

#include <optional>
#include <string>
#include <tuple>

namespace palang::storage {

/// A number that the database keeps under a name. Members throw as SOCI does.
class meta_number {
public:
  meta_number(connection& db, const std::string& name);

  [[nodiscard]] std::optional<integer> get();
  /// Inside a transaction that writes.
  void put(integer value);

private:
  statement<std::tuple<>, std::tuple<text>> get_;
  statement<std::tuple<text>> change_;
  statement<std::tuple<text>> insert_;
};

} // namespace palang::storage
