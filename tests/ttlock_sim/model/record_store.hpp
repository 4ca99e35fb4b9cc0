#pragma once

#include "tests/ttlock_sim/model/dice.hpp"
#include "tests/ttlock_sim/model/record.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace palang::ttlock_sim {

struct record_query {
  lock_id lock = 0;
  std::optional<instant> start; ///< By lockDate.
  std::optional<instant> end;
  std::optional<int> type; ///< One of the documented search types.
  std::string text;        ///< Part of the user name.
  std::size_t page = 1;
  std::size_t page_size = 20;
};

struct record_page {
  std::vector<cloud_record> records;
  std::size_t total = 0;
};

/// The cloud's memory of lock records.
class record_store {
public:
  cloud_record add(lock_record record, instant server_date, instant listed_from, id_order ids,
                   dice& chance);
  [[nodiscard]] record_page find(const record_query& query, const list_settings& rules,
                                 instant now) const;
  [[nodiscard]] std::size_t size() const noexcept { return records_.size(); }

private:
  [[nodiscard]] std::int64_t next_id(id_order ids, dice& chance);

  std::vector<cloud_record> records_;
  std::map<lock_id, std::vector<std::size_t>> by_lock_; ///< Indices into records_.
  std::int64_t last_id_ = 1'635'556'000;
  std::set<std::int64_t> used_;
};

/// The first instant whose records a cloud that keeps `months` calendar months still has.
[[nodiscard]] instant kept_since(instant now, int months);

} // namespace palang::ttlock_sim
