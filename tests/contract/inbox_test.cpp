#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

protocol::entry_data new_entry(const site& s, std::string plate) {
  return entry_of(std::move(plate), make_uuid_v7(s.time.now()));
}

protocol::device device_of(site& s, const worker& w) {
  for (const auto& item : s.list(protocol::device_list{}, "devices"))
    if (auto device = protocol::decode_device(item); device->id == w.who.device_id)
      return *device;
  FAIL("the device is not listed");
  return {};
}

} // namespace

TEST_CASE("a submission that is sent again gets its first answer and changes nothing", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  const auto entry = s.make(budi, new_entry(s, "B 1 A"));
  const auto first = s.accept(entry);
  s.reopen();
  const auto before = s.events().size();
  const auto again = s.accept(entry);
  CHECK(again.is_duplicate);
  CHECK(again.seq == first.seq);
  CHECK(again.data == first.data);
  CHECK(s.events().size() == before);
}

TEST_CASE("the same submission twice in one batch is applied once", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  const auto entry = s.make(budi, new_entry(s, "B 1 A"));
  const auto done = s.commit({entry, entry});
  const auto& first = std::get<protocol::accepted>(done.answers[0]);
  const auto& second = std::get<protocol::accepted>(done.answers[1]);
  CHECK_FALSE(first.is_duplicate);
  CHECK(second.is_duplicate);
  CHECK(first.data == second.data);
  CHECK(s.reader().gates()->front().occupancy == 1);
}

TEST_CASE("a rejection is remembered with its code, words and field", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  auto entry = new_entry(s, "B 1 A");
  entry.gate_id = "in-9";
  const auto made = s.make(budi, entry);
  const auto first = s.refuse(made);
  s.reopen();
  CHECK(s.refuse(made) == first);
  CHECK(device_of(s, budi).last_seq == 1);
}

TEST_CASE("an id with other content and a number with another id are refused and not remembered",
          "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  const auto first = s.make(budi, new_entry(s, "B 1 A"));
  s.accept(first);

  auto reused = first;
  std::get<protocol::entry_data>(reused.content.data).plate = "B 2 A";
  site::sign(reused);
  CHECK(s.refuse(reused).code == errc::id_reused);
  CHECK(s.accept(first).is_duplicate);

  auto conflict = s.make(budi, new_entry(s, "B 3 A"));
  conflict.content.device_seq = first.content.device_seq;
  site::sign(conflict);
  CHECK(s.refuse(conflict).code == errc::sequence_conflict);
  conflict.content.device_seq = 2;
  site::sign(conflict);
  s.accept(conflict);
}

TEST_CASE("a device that forgets to count is told so", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  auto made = s.make(budi, new_entry(s, "B 1 A"));
  made.content.device_seq =
      GENERATE(std::optional<std::uint32_t>{}, std::optional<std::uint32_t>{0});
  CHECK(s.refuse(made).field == "device_seq");
}

TEST_CASE("a gap in a device's numbers is known until it is filled, over restarts", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  const auto one = s.make(budi, new_entry(s, "B 1 A"));
  const auto two = s.make(budi, new_entry(s, "B 2 A"));
  const auto three = s.make(budi, new_entry(s, "B 3 A"));
  const auto four = s.make(budi, new_entry(s, "B 4 A"));
  s.accept(four);
  CHECK(device_of(s, budi).missing == std::vector<protocol::seq_range>{{1, 3}});
  s.reopen();
  s.accept(two);
  CHECK(device_of(s, budi).missing == std::vector<protocol::seq_range>{{1, 1}, {3, 3}});
  s.accept(one);
  s.reopen();
  s.accept(three);
  CHECK(device_of(s, budi).missing.empty());
  CHECK(device_of(s, budi).last_seq == 4);
}

TEST_CASE("what the role does not allow is refused, and the refusal is remembered", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = make_uuid_v7(s.time.now());
  s.accept(s.make(budi, entry_of("B 1 A", id)));
  auto voided = s.make(budi, protocol::void_data{id, "salah"});
  CHECK(s.refuse(voided).code == errc::forbidden);
  voided.by.user_role = protocol::role::admin;
  CHECK(s.refuse(voided).code == errc::forbidden);
}

TEST_CASE("good and bad submissions share a transaction without touching each other", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  auto bad = new_entry(s, "B 2 A");
  bad.vehicle_type = "KAPAL";
  const auto before = s.events().size();
  const auto done =
      s.commit({s.make(budi, new_entry(s, "B 1 A")), s.make(budi, bad),
                s.make(budi, new_entry(s, "B 1 A")), s.make(budi, new_entry(s, "B 3 A"))});
  REQUIRE(done.answers.size() == 4);
  CHECK(std::holds_alternative<protocol::accepted>(done.answers[0]));
  CHECK(std::get<protocol::rejected>(done.answers[1]).why.code == errc::bad_vehicle_type);
  CHECK(std::get<protocol::rejected>(done.answers[2]).why.code == errc::already_inside);
  CHECK(std::holds_alternative<protocol::accepted>(done.answers[3]));
  CHECK(kinds_of(done.events)
        == std::vector<std::string>{"session.entered", "session.entered", "gate.occupancy"});
  CHECK(s.events().size() == before + 3);
}

TEST_CASE("seq has no gap and no repeat, whatever is refused between", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  for (int i = 0; i < 30; ++i) {
    auto entry = new_entry(s, "B " + std::to_string(i % 20 + 1) + " A");
    if (i % 3 == 0)
      entry.gate_id = "nowhere";
    s.commit({s.make(budi, entry)});
    if (i % 10 == 0)
      s.reopen();
  }
  std::int64_t seq = 0;
  for (const auto& e : s.events())
    CHECK(e.seq == ++seq);
  const auto bounds = s.reader().bounds();
  REQUIRE(bounds);
  CHECK(bounds->oldest_seq == 1);
  CHECK(bounds->newest_seq == seq);
}

TEST_CASE("an accepted offline submission is told to the sync topic with its delay", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  auto made = s.make(budi, new_entry(s, "B 1 A"));
  made.content.is_offline = true;
  made.received_at = made.content.taken_at + 2h;
  const auto done = s.commit({made});
  REQUIRE(kinds_of(done.events)
          == std::vector<std::string>{"session.entered", "sync.received", "gate.occupancy"});
  CHECK(done.events[1].data
        == protocol::object({{"device_no", protocol::number(budi.who.device_no)},
                             {"device_seq", "1"},
                             {"kind", protocol::text("entry")},
                             {"delay_ms", "7200000"}}));
}

TEST_CASE("a second writer's commits are seen by the first", "[inbox]") {
  site s;
  auto budi = s.log_in("budi");
  s.accept(s.make(budi, new_entry(s, "B 1 A")));
  auto other = *storage::open_database(s.place().url(), s.place().password(), s.time);
  auto second = *other->make_writer();
  const auto elsewhere = s.make(budi, new_entry(s, "B 2 A"));
  REQUIRE(second->submit(std::vector{elsewhere}));
  s.accept(s.make(budi, new_entry(s, "B 3 A")));
  CHECK(s.accept(elsewhere).is_duplicate);
  CHECK(s.reader().gates()->front().occupancy == 3);
}
