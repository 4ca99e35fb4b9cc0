#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

protocol::shift shift_in(const std::string& data) {
  const auto shift = protocol::member_of(data, "shift").and_then(protocol::decode_shift);
  REQUIRE(shift);
  return *shift;
}

protocol::shift stored(site& s, const uuid& id) {
  for (const auto& item : s.list(protocol::shift_list{}, "shifts"))
    if (auto shift = protocol::decode_shift(item); shift->id == id)
      return *shift;
  FAIL("the shift is not listed");
  return {};
}

/// Enters now and has an exit paid by `method` ready to send.
ledger::submission paid_exit(site& s, worker& by, std::string method) {
  const auto id = make_uuid_v7(s.time.now());
  auto entry = entry_of("", id);
  entry.plate.reset();
  entry.plate_reason = "uji";
  s.accept(s.make(by, entry));
  auto exit = exit_of(id, 5'000);
  exit.paid->method = std::move(method);
  return s.make(by, exit);
}

} // namespace

TEST_CASE("a shift expects its float and the cash that it received", "[shift]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto id = make_uuid_v7(s.time.now());
  const auto opened =
      shift_in(s.accept(s.make(budi, protocol::shift_open_data{id, rupiah{100'000}})).data);
  CHECK(opened.opening_cash == rupiah{100'000});
  CHECK_FALSE(opened.expected);
  s.accept(paid_exit(s, budi, "cash"));
  s.accept(paid_exit(s, budi, "qris"));
  s.accept(paid_exit(s, sari, "cash"));
  const auto yes =
      s.accept(s.make(budi, protocol::shift_close_data{id, rupiah{104'000}, std::nullopt}));
  const auto closed = shift_in(yes.data);
  CHECK(closed.expected == rupiah{105'000});
  CHECK(closed.counted == rupiah{104'000});
  CHECK(closed.difference == rupiah{-1'000});
  CHECK(protocol::member_of(yes.data, "missing") == "[]");
  CHECK(stored(s, id) == closed);
}

TEST_CASE("a record that arrives after the close settles with the shift it belongs to", "[shift]") {
  site s;
  auto budi = s.log_in("budi");
  const auto first = make_uuid_v7(s.time.now());
  s.accept(s.make(budi, protocol::shift_open_data{first, rupiah{0}}));
  auto late = paid_exit(s, budi, "cash");
  late.content.is_offline = true;
  const auto yes = s.accept(s.make(
      budi, protocol::shift_close_data{first, rupiah{5'000}, protocol::shift_records{1, 4, 4}}));
  CHECK(items(yes.data, "missing").size() == 1);
  CHECK(shift_in(yes.data).difference == rupiah{5'000});
  CHECK(s.alerts(protocol::alert_kind::device_gap).size() == 1);

  const auto second = make_uuid_v7(s.time.now());
  s.time.advance(1h);
  s.accept(s.make(budi, protocol::shift_open_data{second, rupiah{0}}));
  s.accept(late);
  CHECK(stored(s, first).expected == rupiah{5'000});
  CHECK(stored(s, first).difference == rupiah{0});
  CHECK(s.alerts(protocol::alert_kind::device_gap).empty());
  const auto closed =
      shift_in(s.accept(s.make(budi, protocol::shift_close_data{second, rupiah{0}, {}})).data);
  CHECK(closed.expected == rupiah{0});
}

TEST_CASE("a shift's opening that arrives after its records takes them in", "[shift]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = make_uuid_v7(s.time.now());
  auto opening = s.make(budi, protocol::shift_open_data{id, rupiah{10'000}});
  opening.content.is_offline = true;
  s.accept(paid_exit(s, budi, "cash"));
  s.accept(opening);
  const auto closed =
      shift_in(s.accept(s.make(budi, protocol::shift_close_data{id, rupiah{15'000}, {}})).data);
  CHECK(closed.expected == rupiah{15'000});
}

TEST_CASE("one shift is open per user and device, and only its owner closes it", "[shift]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto id = make_uuid_v7(s.time.now());
  s.accept(s.make(budi, protocol::shift_open_data{id, rupiah{0}}));
  CHECK(
      s.refuse(s.make(budi, protocol::shift_open_data{make_uuid_v7(s.time.now()), rupiah{0}})).code
      == errc::invalid);
  CHECK(s.refuse(s.make(sari, protocol::shift_close_data{id, rupiah{0}, {}})).code
        == errc::unknown_shift);
  CHECK(s.refuse(s.make(budi, protocol::shift_close_data{id, rupiah{-1}, {}})).field
        == "data.cash");
  s.accept(s.make(budi, protocol::shift_close_data{id, rupiah{0}, {}}));
  CHECK(s.refuse(s.make(budi, protocol::shift_close_data{id, rupiah{0}, {}})).code
        == errc::invalid);
}

TEST_CASE("shifts opened at the same moment are all told, page by page", "[shift]") {
  site s;
  std::set<uuid> opened;
  for (const auto* user : {"budi", "sari"}) {
    auto by = s.log_in(user);
    const auto id = make_uuid_v7(s.time.now());
    s.accept(s.make(by, protocol::shift_open_data{id, rupiah{100'000}}));
    opened.insert(id);
  }
  protocol::shift_list page;
  page.window.limit = 1;
  std::set<uuid> told;
  for (;;) {
    const auto data = s.ask(page);
    for (const auto& item : items(data, "shifts"))
      told.insert(protocol::decode_shift(item)->id);
    const auto next = protocol::member_of(data, "next");
    if (*next == "null")
      break;
    page.window.after = protocol::string_of(*next);
  }
  CHECK(told == opened);
}
