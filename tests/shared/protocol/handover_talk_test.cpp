#include "shared/protocol/handover_talk.hpp"

#include "shared/protocol/outbox_copy.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace palang;
using namespace palang::protocol;

namespace {

constexpr std::uint16_t here = 7;

handover_secret some_secret() {
  handover_secret out;
  crypto::random_fill(out);
  return out;
}

/// A taker's disk: what it kept, how often.
struct disk {
  handover_taking::keeper keeper(std::uint16_t site_no = here) {
    return {site_no,
            [this](const handover_offer& offer) {
              if (kept.empty())
                return handover_answer::send;
              return crypto::sha256_of(kept.front()) == offer.sha256 ? handover_answer::kept
                                                                     : handover_answer::spent;
            },
            [this](const handover_offer&, const crypto::bytes& sealed) -> result<void> {
              if (is_full)
                return fail(errc::db_unavailable, "full");
              kept.push_back(sealed);
              return {};
            }};
  }
  std::vector<crypto::bytes> kept;
  bool is_full = false;
};

/// Both ends talk until nothing goes on, or `cut` bytes went over the wire in both directions
/// together. Returns how many went.
std::size_t talk(handover_taking& taker, handover_giving& giver, std::size_t cut) {
  std::size_t sent = 0;
  const auto carry = [&](crypto::bytes bytes) {
    bytes.resize(std::min(bytes.size(), cut - sent));
    sent += bytes.size();
    return bytes;
  };
  auto to_giver = carry(taker.greeting());
  while (!to_giver.empty()) {
    const auto reply = giver.take(to_giver);
    REQUIRE(reply);
    to_giver = carry(taker.take(carry(*reply)));
  }
  return sent;
}

struct two_ends {
  explicit two_ends(std::uint16_t site = here, std::size_t size = 1'000)
      : sealed(size), secret{some_secret()} {
    crypto::random_fill(sealed);
    offer = offer_of(sealed, site, 3, 24);
  }
  std::optional<handover_answer> give(std::size_t cut = 1'000'000) {
    handover_taking taker{secret, store.keeper()};
    handover_giving giver{secret, offer, sealed};
    talk(taker, giver, cut);
    return giver.outcome();
  }

  crypto::bytes sealed;
  handover_secret secret;
  handover_offer offer;
  disk store;
};

} // namespace

TEST_CASE("an invitation comes out of its code as it went in", "[handover]") {
  const handover_invitation invitation{here, 5, 49'152, some_secret(), {0xc0a80105, 0x7f000001}};
  const auto text = encode(invitation);
  CHECK(text.size() < 120); // A small code: read at once from another screen.
  CHECK(read_handover_invitation(text).value() == invitation);
  auto damaged = text;
  damaged[20] = damaged[20] == 'A' ? 'B' : 'A';
  CHECK(read_handover_invitation(damaged).error().code == errc::corrupt);
  CHECK(read_handover_invitation("PI1:").error().code == errc::corrupt);
  CHECK(read_handover_invitation("https://example.org").error().code == errc::invalid);
}

TEST_CASE("cut after any byte, a copy counts as kept only when it is, and once", "[handover]") {
  two_ends ends;
  disk whole;
  handover_taking first{ends.secret, whole.keeper()};
  handover_giving giver{ends.secret, ends.offer, ends.sealed};
  const auto all = talk(first, giver, 1'000'000);
  REQUIRE(giver.outcome() == handover_answer::kept);
  for (std::size_t cut = 0; cut <= all; ++cut) {
    two_ends again;
    INFO("cut after " << cut << " bytes of " << all);
    const auto outcome = again.give(cut);
    CHECK(outcome == (cut == all ? std::optional{handover_answer::kept} : std::nullopt));
    CHECK(again.give() == handover_answer::kept);
    REQUIRE(again.store.kept.size() == 1);
    CHECK(again.store.kept.front() == again.sealed);
  }
}

TEST_CASE("each refusal comes before the content and says why", "[handover]") {
  SECTION("another site's") {
    CHECK(two_ends{here + 1}.give() == handover_answer::other_site);
  }
  SECTION("larger than the server takes") {
    CHECK(two_ends{here, max_sealed_bytes + 1}.give() == handover_answer::too_large);
  }
  SECTION("the invitation took another copy") {
    two_ends ends;
    ends.store.kept.push_back({1, 2, 3});
    CHECK(ends.give() == handover_answer::spent);
  }
  SECTION("no room") {
    two_ends ends;
    ends.store.is_full = true;
    CHECK(ends.give() == handover_answer::not_kept);
  }
  SECTION("not what was offered") {
    two_ends ends;
    ends.sealed[10] ^= 1;
    CHECK(ends.give() == handover_answer::damaged);
    CHECK(ends.store.kept.empty());
  }
}

TEST_CASE("nobody without the secret gives or takes anything", "[handover]") {
  two_ends ends;
  SECTION("a giver with an old code") {
    handover_taking taker{ends.secret, ends.store.keeper()};
    handover_giving giver{some_secret(), ends.offer, ends.sealed};
    talk(taker, giver, 1'000'000);
    CHECK(giver.outcome() == handover_answer::stranger);
    CHECK_FALSE(taker.offer());
  }
  SECTION("a taker that only says that it kept it") {
    handover_taking taker{some_secret(), ends.store.keeper()};
    handover_giving giver{ends.secret, ends.offer, ends.sealed};
    REQUIRE(giver.take(taker.greeting()));
    crypto::bytes lie(33, 0);
    lie[0] = static_cast<std::uint8_t>(handover_answer::kept);
    CHECK_FALSE(giver.take(lie));
    CHECK_FALSE(giver.outcome());
  }
  SECTION("an offer that was heard before") {
    handover_taking first{ends.secret, ends.store.keeper()};
    handover_giving giver{ends.secret, ends.offer, ends.sealed};
    const auto heard = giver.take(first.greeting()).value();
    handover_taking second{ends.secret, ends.store.keeper()};
    CHECK_FALSE(second.take(heard).empty());
    CHECK(second.said() == handover_answer::stranger);
  }
  SECTION("something else that listens or calls") {
    const crypto::bytes http(200, 'G');
    handover_giving giver{ends.secret, ends.offer, ends.sealed};
    CHECK_FALSE(giver.take(http));
    handover_taking taker{ends.secret, ends.store.keeper()};
    CHECK_FALSE(taker.take(http).empty());
    CHECK(taker.is_over());
  }
  CHECK(ends.store.kept.empty());
}
