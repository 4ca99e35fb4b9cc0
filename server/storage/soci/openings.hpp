#pragma once

#include "server/storage/openings.hpp"
#include "server/storage/soci/opening_rows.hpp"

namespace palang::storage {

/// One order in which openings are paged through; `condition` chooses the index, with one text
/// parameter :chosen.
class opening_list {
public:
  opening_list(connection& db, const std::string& condition);
  /// Openings in order, and how far down the look went; nullopt: to the end.
  struct look {
    std::vector<stored_opening> found;
    std::optional<integer> floor;
  };
  [[nodiscard]] look through(const opening_filter& filter, const text& chosen);

private:
  struct span_row {
    text chosen;
    integer from = 0, to = 0, cursor1 = 0, cursor2 = 0;
    text cursor_id;
    auto fields() { return std::tie(chosen, from, to, cursor1, cursor2, cursor_id); }
  };
  struct filter_row {
    span_row span;
    text gate1, gate2, lock1, lock2, state1, state2, cause1, cause2;
    integer judged1 = 0, judged2 = 0, limit = 0;
    auto fields() {
      return std::tuple_cat(span.fields(), std::tie(gate1, gate2, lock1, lock2, state1, state2,
                                                    cause1, cause2, judged1, judged2, limit));
    }
  };
  statement<filter_row, opening_row> page_;
  statement<span_row, std::tuple<integer>> floor_;
};

class soci_openings final : public opening_repository {
public:
  explicit soci_openings(connection& db);
  result<void> insert(const stored_opening& row) override;
  result<void> update(const stored_opening& row) override;
  result<void> remove(const uuid& id) override;
  result<std::optional<stored_opening>> find(const uuid& id) override;
  result<std::vector<stored_opening>> near(const std::string& lock_id, instant from,
                                           instant to) override;
  result<std::vector<stored_opening>> of_session(const uuid& session_id) override;
  result<std::optional<stored_opening>> of_command(const uuid& command_id) override;
  result<std::vector<stored_opening>> due(instant now, std::int64_t limit) override;
  result<std::vector<stored_opening>> without_record(instant from, instant to) override;
  result<opening_page> list(const opening_filter& filter) override;
  result<std::map<protocol::opening_state, std::int64_t>> count_suspect(instant from,
                                                                        instant to) override;
  result<std::map<protocol::opening_cause, std::int64_t>> count_by_hand(instant from,
                                                                        instant to) override;

private:
  connection& db_;
  statement<opening_row> insert_;
  statement<opening_row> update_;
  statement<std::tuple<text>> remove_;
  statement<std::tuple<text>, opening_row> find_;
  statement<std::tuple<text, integer, integer>, opening_row> near_;
  statement<std::tuple<text>, opening_row> of_session_;
  statement<std::tuple<text>, opening_row> of_command_;
  statement<std::tuple<integer, integer>, opening_row> due_;
  statement<std::tuple<integer, integer>, opening_row> without_record_;
  opening_list all_list_;
  opening_list state_list_;
  opening_list cause_list_;
  statement<std::tuple<integer, integer>, std::tuple<text, integer>> count_suspect_;
  statement<std::tuple<integer, integer>, std::tuple<text, integer>> count_by_hand_;
};

} // namespace palang::storage
