#include "shared/domain/approval.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;
using outcome = approval::outcome;

namespace {

struct two_ends {
  crypto::key_pair site = crypto::make_key_pair();
  crypto::key_pair device = crypto::make_key_pair();
  crypto::shared_key here = crypto::agree(device.sec, site.pub).value();
  crypto::shared_key there = crypto::agree(site.sec, device.pub).value();
};

std::string another(std::string code) {
  code.back() = code.back() == '9' ? '0' : static_cast<char>(code.back() + 1);
  return code;
}

} // namespace

TEST_CASE("both ends come to the same key, and nobody else does", "[approval]") {
  const two_ends keys;
  CHECK(keys.here == keys.there);
  CHECK(crypto::agree(crypto::make_key_pair().sec, keys.site.pub) != keys.here);
}

TEST_CASE("the supervisor's code grants what was asked for, once", "[approval]") {
  const two_ends keys;
  approval asked{3, rupiah{2000}, keys.here, 100s};
  CHECK(is_challenge(asked.challenge()));
  const auto code = approval_code(3, asked.challenge(), rupiah{2000}, keys.there);
  CHECK(code.size() == 6);
  CHECK(asked.answer(code.substr(0, 3) + ' ' + code.substr(3), 130s) == outcome::granted);
  CHECK(asked.answer(code, 131s) == outcome::used_up);
}

TEST_CASE("a code is good for its device, challenge and amount only", "[approval]") {
  const two_ends keys;
  const auto code = approval_code(3, "482913", rupiah{2000}, keys.here);
  CHECK(approval_code(4, "482913", rupiah{2000}, keys.here) != code);
  CHECK(approval_code(3, "482914", rupiah{2000}, keys.here) != code);
  CHECK(approval_code(3, "482913", rupiah{2001}, keys.here) != code);
}

TEST_CASE("a code comes too late after five minutes", "[approval]") {
  const two_ends keys;
  approval asked{3, rupiah{2000}, keys.here, 0s};
  const auto code = approval_code(3, asked.challenge(), rupiah{2000}, keys.there);
  CHECK(asked.left(4min) == 1min);
  CHECK(asked.answer(code, 5min) == outcome::expired);
}

TEST_CASE("three wrong codes use the challenge up", "[approval]") {
  const two_ends keys;
  approval asked{3, rupiah{2000}, keys.here, 0s};
  const auto code = approval_code(3, asked.challenge(), rupiah{2000}, keys.there);
  CHECK(asked.answer(another(code), 1s) == outcome::wrong);
  CHECK(asked.answer("", 2s) == outcome::wrong);
  CHECK(asked.answer(another(code), 3s) == outcome::used_up);
  CHECK(asked.answer(code, 4s) == outcome::used_up);
}

TEST_CASE("what is no challenge is seen before it is answered", "[approval]") {
  CHECK(is_challenge("482-913"));
  CHECK_FALSE(is_challenge("48291"));
  CHECK_FALSE(is_challenge("48291a"));
}
