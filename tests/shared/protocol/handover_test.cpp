#include "shared/protocol/handover.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace palang;
using namespace palang::protocol;

namespace {

using step = handover_assembly::step;

constexpr std::uint16_t here = 7;

crypto::bytes some_bytes(std::size_t count) {
  crypto::bytes out(count);
  crypto::random_fill(out);
  return out;
}

/// What each `take` came to; the last one's step or error counts.
result<step> take_all(handover_assembly& assembly, const std::vector<std::string>& texts) {
  auto last = result<step>{fail(errc::internal, "no part")};
  for (const auto& text : texts)
    last = assembly.take(text, here);
  return last;
}

} // namespace

TEST_CASE("a sequence read in any order, with repeats, comes out as it was", "[handover]") {
  const auto size = GENERATE(1U, 399U, 400U, 401U, 25'000U);
  const auto sealed = some_bytes(size);
  auto texts = handover_parts(sealed, here, 3, 24).value();
  CHECK(texts.size() == (size + 399) / 400);
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  auto twice = texts;
  twice.insert(twice.end(), texts.begin(), texts.end());
  std::ranges::shuffle(twice, std::mt19937{seed});

  handover_assembly assembly;
  for (const auto& text : twice) {
    const auto had = assembly.count();
    const auto taken = assembly.take(text, here);
    REQUIRE(taken);
    CHECK((*taken == step::known) == (assembly.count() == had));
    if (*taken == step::complete)
      break;
  }
  CHECK(assembly.sealed() == sealed);
  CHECK(assembly.missing().empty());
  CHECK(assembly.head()->device_no == 3);
  CHECK(assembly.head()->records == 24);
}

TEST_CASE("what is still missing is known by its numbers", "[handover]") {
  const auto texts = handover_parts(some_bytes(1'900), here, 3, 5).value();
  REQUIRE(texts.size() == 5);
  handover_assembly assembly;
  CHECK(assembly.missing().empty());
  CHECK(take_all(assembly, {texts[4], texts[0], texts[2]}) == step::taken);
  CHECK(assembly.missing() == std::vector{2, 4});
  CHECK(assembly.sealed().empty());
}

TEST_CASE("a damaged part, or another code, changes nothing", "[handover]") {
  const auto texts = handover_parts(some_bytes(900), here, 3, 5).value();
  handover_assembly assembly;
  REQUIRE(assembly.take(texts[0], here));
  auto damaged = texts[1];
  damaged[damaged.size() / 2] = damaged[damaged.size() / 2] == 'A' ? 'B' : 'A';
  CHECK(assembly.take(damaged, here).error().code == errc::corrupt);
  CHECK(assembly.take(texts[1].substr(0, 20), here).error().code == errc::corrupt);
  CHECK(assembly.take("PO1:", here).error().code == errc::corrupt);
  CHECK(assembly.take("P1:ABC", here).error().code == errc::invalid);
  CHECK(assembly.missing() == std::vector{2, 3});
  CHECK(take_all(assembly, {texts[1], texts[2]}) == step::complete);
}

TEST_CASE("the codes of another site are refused; a device without a site takes any",
          "[handover]") {
  const auto texts = handover_parts(some_bytes(100), here + 1, 3, 5).value();
  handover_assembly assembly;
  CHECK(assembly.take(texts[0], here).error().code == errc::forbidden);
  CHECK_FALSE(assembly.head());
  CHECK(assembly.take(texts[0], std::nullopt) == step::complete);
}

TEST_CASE("another sequence begins afresh", "[handover]") {
  const auto before = handover_parts(some_bytes(900), here, 3, 5).value();
  const auto sealed = some_bytes(800);
  const auto after = handover_parts(sealed, here, 3, 6).value();
  handover_assembly assembly;
  REQUIRE(take_all(assembly, {before[0], before[1]}));
  CHECK(take_all(assembly, after) == step::complete);
  CHECK(assembly.sealed() == sealed);
}

TEST_CASE("too much for codes is refused before the first is shown", "[handover]") {
  CHECK(handover_parts(some_bytes(999 * 400), here, 3, 5).value().size() == 999);
  CHECK(handover_parts(some_bytes(999 * 400 + 1), here, 3, 5).error().code == errc::too_large);
  CHECK(handover_parts({}, here, 3, 0).error().code == errc::invalid);
}

TEST_CASE("a part is text for a code's alphanumeric mode, of 637 characters at most",
          "[handover]") {
  const auto texts = handover_parts(some_bytes(1'900), here, 3, 5).value();
  for (const auto& text : texts) {
    CHECK(text.size() <= 637);
    CHECK(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
          == std::string::npos);
  }
}
