#include "server/domain/opening_match.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;

namespace {

constexpr instant start = from_ms(1'742'785'200'000);

uuid numbered(int number) {
  uuid out;
  out.bytes.back() = static_cast<std::uint8_t>(number);
  return out;
}

record_half record(int number, milliseconds since, bool is_by_gateway = false,
                   bool is_settled = false) {
  return {numbered(number), start + since, is_by_gateway, is_settled};
}

cause_half cause(int number, milliseconds since, bool is_command = false) {
  return {numbered(number), start + since, is_command};
}

using pairs = std::map<uuid, uuid>;

} // namespace

TEST_CASE("a record belongs to a cause from 5 s after it to 60 s before it", "[match]") {
  CHECK(pair_up({record(1, 60s)}, {cause(2, 0s)}) == pairs{{numbered(1), numbered(2)}});
  CHECK(pair_up({record(1, 60'001ms)}, {cause(2, 0s)}).empty());
  CHECK(pair_up({record(1, 0s)}, {cause(2, 5s)}).size() == 1);
  CHECK(pair_up({record(1, 0s)}, {cause(2, 5'001ms)}).empty());
}

TEST_CASE("the nearest is meant, and nobody is left alone for nearness' sake", "[match]") {
  CHECK(pair_up({record(1, 33s)}, {cause(2, 0s), cause(3, 30s)})
        == pairs{{numbered(1), numbered(3)}});
  CHECK(pair_up({record(1, 49s), record(2, 108s)}, {cause(3, 0s), cause(4, 50s)})
        == pairs{{numbered(1), numbered(3)}, {numbered(2), numbered(4)}});
}

TEST_CASE("a record through a gateway is a command's, one of a button a car's", "[match]") {
  const auto car = cause(1, 0s);
  const auto command = cause(2, 4s, true);
  CHECK(pair_up({record(3, 2s, true)}, {car, command}).at(numbered(3)) == numbered(2));
  CHECK(pair_up({record(3, 3s)}, {car, command}).at(numbered(3)) == numbered(1));
}

TEST_CASE("a named person's record yields to one that nobody explains", "[match]") {
  CHECK(pair_up({record(1, 2s, false, true)}, {cause(3, 0s)}).size() == 1);
  CHECK(pair_up({record(1, 2s, false, true), record(2, 40s)}, {cause(3, 0s)})
        == pairs{{numbered(2), numbered(3)}});
}

TEST_CASE("the order of arrival changes nothing, and no half is used twice", "[match][property]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  for (int world = 0; world < 200; ++world) {
    std::vector<record_half> records;
    std::vector<cause_half> causes;
    const auto moment = [&] { return milliseconds{random() % 600'000}; };
    for (auto n = static_cast<int>(random() % 12); n > 0; --n)
      records.push_back(record(n, moment(), random() % 2 == 0, random() % 4 == 0));
    for (auto n = static_cast<int>(random() % 12); n > 0; --n)
      causes.push_back(cause(100 + n, moment(), random() % 3 == 0));
    const auto first = pair_up(records, causes);
    std::ranges::shuffle(records, random);
    std::ranges::shuffle(causes, random);
    CHECK(pair_up(records, causes) == first);
    std::map<uuid, int> used;
    for (const auto& [r, c] : first) {
      CHECK(++used[c] == 1);
      const auto made = std::ranges::find(records, r, &record_half::id)->at;
      const auto caused = std::ranges::find(causes, c, &cause_half::id)->at;
      CHECK((made >= caused - match_before && made <= caused + match_after));
    }
    // Nobody stays alone beside a partner that is free.
    for (const auto& r : records)
      for (const auto& c : causes)
        if (!first.contains(r.id) && !used.contains(c.id))
          CHECK((r.at < c.at - match_before || r.at > c.at + match_after));
  }
}
