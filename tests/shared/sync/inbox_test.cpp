#include "shared/sync/inbox.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <set>

using namespace palang;
using namespace palang::sync;

namespace {

struct memory_inbox final : inbox_store {
  std::map<uuid, crypto::sha256> digests;
  std::map<std::pair<uuid, std::uint32_t>, uuid> numbers;
  bool is_broken = false;

  result<std::optional<crypto::sha256>> digest_of(const uuid& id) override {
    if (is_broken)
      return fail(errc::db_unavailable, "down");
    const auto at = digests.find(id);
    return at == digests.end() ? std::nullopt : std::optional{at->second};
  }
  result<std::optional<uuid>> id_at(const uuid& device, std::uint32_t seq) override {
    const auto at = numbers.find({device, seq});
    return at == numbers.end() ? std::nullopt : std::optional{at->second};
  }
  void remember(const arrival& a) {
    digests[a.id] = a.digest;
    if (a.device)
      numbers[{*a.device, *a.device_seq}] = a.id;
  }
};

uuid id_of(std::uint8_t n) {
  uuid id;
  id.bytes[15] = n;
  return id;
}

arrival arriving(std::uint8_t id, std::string_view content, std::uint32_t seq) {
  return {id_of(id), crypto::sha256_of(content), id_of(200), seq};
}

} // namespace

TEST_CASE("a submission counts once however often it arrives", "[sync][inbox]") {
  memory_inbox inbox;
  const auto first = arriving(1, "entry", 1);
  CHECK(classify(inbox, first) == arrival_kind::fresh);
  inbox.remember(first);
  CHECK(classify(inbox, first) == arrival_kind::duplicate);
}

TEST_CASE("an id with other content is told apart from a repeat", "[sync][inbox]") {
  memory_inbox inbox;
  inbox.remember(arriving(1, "entry", 1));
  CHECK(classify(inbox, arriving(1, "other", 1)) == arrival_kind::id_reused);
}

TEST_CASE("a device's number belongs to one submission, another device has its own numbers",
          "[sync][inbox]") {
  memory_inbox inbox;
  inbox.remember(arriving(1, "entry", 1));
  CHECK(classify(inbox, arriving(2, "entry", 1)) == arrival_kind::sequence_conflict);
  auto other = arriving(2, "entry", 1);
  other.device = id_of(201);
  CHECK(classify(inbox, other) == arrival_kind::fresh);
}

TEST_CASE("a client without a device is known by the id alone", "[sync][inbox]") {
  memory_inbox inbox;
  const arrival a{id_of(1), crypto::sha256_of("void"), std::nullopt, std::nullopt};
  CHECK(classify(inbox, a) == arrival_kind::fresh);
  inbox.remember(a);
  CHECK(classify(inbox, a) == arrival_kind::duplicate);
}

TEST_CASE("an inbox that cannot be read decides nothing", "[sync][inbox]") {
  memory_inbox inbox;
  inbox.is_broken = true;
  const auto kind = classify(inbox, arriving(1, "entry", 1));
  REQUIRE_FALSE(kind);
  CHECK(kind.error().code == errc::db_unavailable);
}

TEST_CASE("numbers in order leave no hole", "[sync][inbox]") {
  sequence_tracker seen;
  CHECK_FALSE(seen.note(1));
  CHECK_FALSE(seen.note(2));
  CHECK(seen.last() == 2);
  CHECK(seen.missing().empty());
}

TEST_CASE("a jump opens a hole that later numbers split and fill", "[sync][inbox]") {
  using holes = std::vector<number_range>;
  sequence_tracker seen;
  CHECK(seen.note(7));
  CHECK(seen.missing() == holes{{1, 6}});
  CHECK(seen.note(3));
  CHECK(seen.missing() == holes{{1, 2}, {4, 6}});
  CHECK_FALSE(seen.note(3));
  CHECK(seen.note(1));
  CHECK(seen.note(2));
  CHECK(seen.note(6));
  CHECK(seen.missing() == holes{{4, 5}});
  CHECK(seen.missing_within(5, 9) == holes{{5, 5}, {8, 9}});
  CHECK(seen.missing_within(1, 3).empty());
  CHECK(seen.missing_within(20, 21) == holes{{20, 21}});
}

TEST_CASE("the tracker agrees with a plain set for numbers in any order", "[sync][inbox]") {
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    std::mt19937 random{seed};
    sequence_tracker seen;
    std::set<std::uint32_t> model;
    for (int i = 0; i < 60; ++i) {
      const auto number = static_cast<std::uint32_t>(1 + random() % 80);
      const auto before = seen.missing();
      const bool is_changed = seen.note(number);
      CHECK(is_changed == (before != seen.missing()));
      model.insert(number);
      seen = sequence_tracker{seen.last(), seen.missing()};
    }
    std::set<std::uint32_t> holes;
    for (const auto& r : seen.missing_within(1, 80))
      for (auto n = r.first; n <= r.last; ++n)
        CHECK(holes.insert(n).second);
    for (std::uint32_t n = 1; n <= 80; ++n)
      CHECK(model.contains(n) != holes.contains(n));
  }
}
