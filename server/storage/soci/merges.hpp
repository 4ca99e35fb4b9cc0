#pragma once

#include "server/storage/merges.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

class soci_merges final : public merge_repository {
public:
  explicit soci_merges(connection& db);
  result<void> put(const stored_merge& row) override;
  result<std::optional<stored_merge>> find(const uuid& drop) override;
  result<void> note_undone(const uuid& drop, instant at) override;

private:
  using merge_row = std::tuple<text, integer, text, text, integer, integer, maybe<integer>, text>;
  void put_parts(const uuid& drop, const char* kind, const std::vector<uuid>& parts);

  connection& db_;
  statement<std::tuple<text>> clear_;
  statement<std::tuple<text>> clear_parts_;
  statement<merge_row> insert_;
  statement<std::tuple<text, text, text>> insert_part_;
  statement<std::tuple<text>, merge_row> find_;
  statement<std::tuple<text>, std::tuple<text, text>> parts_;
  statement<std::tuple<integer, text>> undone_;
};

} // namespace palang::storage
