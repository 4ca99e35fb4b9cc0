#pragma once

#include "server/storage/database.hpp"
#include "server/storage/soci/soci_store.hpp"
#include "shared/core/clock.hpp"
#include "tests/contract/test_database.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <string>

namespace palang::testing {

/// The storage ports over a fresh database, inside one transaction. Failing steps fail the test.
class ports {
public:
  ports() {
    manual_clock time{from_ms(0)};
    REQUIRE(storage::open_database(place_.url(), place_.password(), time));
    store_ = storage::make_soci_store(place_.speaks(storage::purpose::write));
    REQUIRE(db().work.begin_write());
  }

  [[nodiscard]] storage::repositories& db() { return store_->ports(); }
  [[nodiscard]] const test_database& place() const { return place_; }

private:
  test_database place_;
  std::unique_ptr<storage::store> store_;
};

/// What a call gave, or the test fails.
template <class T>
[[nodiscard]] T given(result<T> got) {
  if (!got)
    FAIL("error " << to_string(got.error().code) << ": " << got.error().message);
  return std::move(*got);
}

/// 2025-03-24 10:00 WIB and a little later.
[[nodiscard]] inline instant at(std::int64_t ms) {
  return from_ms(1'742'785'200'000 + ms);
}

/// Ids that are told apart by a number.
[[nodiscard]] inline uuid numbered(unsigned char number) {
  auto out = *parse_uuid("0195c5f0-1a2b-7c3d-8e4f-000000000000");
  out.bytes.back() = number;
  return out;
}

} // namespace palang::testing
