#pragma once

#include "server/storage/journal.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

class soci_journal final : public journal_repository {
public:
  explicit soci_journal(connection& db);
  result<void> append(const protocol::event& e) override;
  result<std::vector<protocol::event>> after(std::int64_t seq, std::size_t limit) override;
  result<std::int64_t> newest_seq() override;
  result<journal_range> range() override;
  result<journal_cut> prune(const journal_excess& what) override;
  result<history> history_of() override;

private:
  using event_row = std::tuple<integer, integer, text, text, text>;
  connection& db_;
  statement<event_row> append_;
  statement<std::tuple<integer, integer>, event_row> after_;
  statement<std::tuple<>, std::tuple<maybe<integer>>> newest_;
  statement<std::tuple<>, std::tuple<maybe<integer>, maybe<integer>>> range_;
  statement<std::tuple<integer>, std::tuple<maybe<integer>, maybe<integer>>> range_from_;
  statement<std::tuple<integer, integer, integer>, std::tuple<integer>> first_young_;
  statement<std::tuple<integer, integer>> remove_;
  statement<std::tuple<>, std::tuple<text, maybe<text>, maybe<text>>> history_;
};

} // namespace palang::storage
