#pragma once

#include "shared/protocol/codec.hpp"
#include "tests/contract/lock_site.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace palang::testing {

/// A car comes in; its session.
inline uuid enter(site& s, worker& by, std::string plate, std::string gate = "in-1",
                  bool is_offline = false) {
  const auto id = make_uuid_v7(s.time.now());
  auto entry = entry_of(std::move(plate), id);
  entry.gate_id = std::move(gate);
  auto made = s.make(by, entry);
  made.content.is_offline = is_offline;
  s.accept(made);
  return id;
}

/// The member `name` of a query's data, as it stands there.
inline std::string member(const std::string& json, std::string_view name) {
  return *protocol::member_of(json, name);
}

/// The same of a text; empty when it is none.
inline std::string word(const std::string& json, std::string_view name) {
  return protocol::string_of(member(json, name)).value_or("");
}

/// The same of a number; -1 when it is none.
inline std::int64_t number(const std::string& json, std::string_view name) {
  return protocol::number_of(member(json, name)).value_or(-1);
}

/// The books of hours agree with the sessions themselves.
inline void check_hours(const test_database& place) {
  auto store = storage::make_soci_store(place.speaks(storage::purpose::read));
  REQUIRE(store->ports().work.begin_read());
  CHECK(given(store->ports().reports.wrong_hours()) == std::vector<std::string>{});
}

} // namespace palang::testing
