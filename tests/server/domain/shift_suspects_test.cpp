#include "server/domain/shift_suspects.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;

namespace {

shift_line line(unsigned char number, std::int64_t fee, std::int64_t charged, std::int64_t paid) {
  shift_line out;
  out.session.id.bytes.back() = number;
  out.session.status = protocol::session_status::closed;
  out.session.fee = rupiah{fee};
  out.session.charged = rupiah{charged};
  out.cash = out.paid = rupiah{paid};
  return out;
}

} // namespace

TEST_CASE("the session that lacks the very amount comes first", "[shift]") {
  const auto found =
      suspects_of(rupiah{-50'000}, {line(1, 5'000, 5'000, 5'000), line(2, 5'000, 55'000, 55'000),
                                    line(3, 9'000, 7'000, 7'000), line(4, 50'000, 50'000, 50'000)});
  REQUIRE(found.size() == 3);
  CHECK(found[0].session.id.bytes.back() == 2);
  CHECK(found[0].amount == rupiah{50'000});
  CHECK(found[1].session.id.bytes.back() == 4);
  CHECK(found[0].score > found[1].score);
  CHECK_FALSE(found[2].reasons.empty());
}

TEST_CASE("a shift without a difference tells only what is odd in itself", "[shift]") {
  CHECK(suspects_of(rupiah{}, {line(1, 5'000, 5'000, 5'000)}).empty());
  CHECK(suspects_of(rupiah{}, {line(1, 5'000, 5'000, 2'000)}).size() == 1);
}

TEST_CASE("at most twenty are named", "[shift]") {
  std::vector<shift_line> lines;
  for (unsigned char i = 1; i <= 40; ++i)
    lines.push_back(line(i, 5'000, 4'000, 4'000));
  CHECK(suspects_of(rupiah{-1'000}, lines).size() == 20);
}
