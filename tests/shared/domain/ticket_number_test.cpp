#include "shared/domain/ticket_number.hpp"

#include "tests/shared/domain/random_seed.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <random>

using namespace palang::domain;
using testing::between;

TEST_CASE("a ticket number has the issuer, the sequence and a Luhn digit", "[domain][ticket]") {
  CHECK(ticket_number(1, 3, 17) == "01-003-000017-7");
  // Luhn's own example, 7992739871 and its check digit 3, spread over the three numbers.
  CHECK(ticket_number(7, 992, 739871) == "07-992-739871-3");
}

TEST_CASE("a ticket number is read back up to the largest", "[domain][ticket]") {
  constexpr auto most16 = std::numeric_limits<std::uint16_t>::max();
  constexpr auto most32 = std::numeric_limits<std::uint32_t>::max();
  for (const auto& parts : {ticket_number_parts{0, 0, 0}, ticket_number_parts{1, 3, 17},
                            ticket_number_parts{most16, most16, most32}})
    CHECK(parse_ticket_number(ticket_number(parts.site_no, parts.device_no, parts.device_seq))
          == parts);
}

TEST_CASE("spaces around the dashes and leading zeros do not matter", "[domain][ticket]") {
  const ticket_number_parts parts{1, 3, 17};
  CHECK(parse_ticket_number(" 01 - 003-000017 -7 ") == parts);
  CHECK(parse_ticket_number("1-3-17-7") == parts);
}

TEST_CASE("what has not the form of a ticket number is refused", "[domain][ticket]") {
  for (const auto* text : {"", "-", "---", "01-003-000017", "01-003-000017-7-1", "010030000177",
                           "01 003 000017 7", "01-003-000017-", "01-003-000017-77", "01--000017-7",
                           "0x-003-000017-7", "01-003--17-7", "01-0 3-000017-7", "+1-003-000017-7",
                           "99999-003-000017-3", "01-003-99999999999-6", "B 1234 XYZ"}) {
    INFO(text);
    CHECK_FALSE(parse_ticket_number(text));
  }
}

TEST_CASE("the check digit catches every single wrong digit", "[domain][ticket]") {
  const auto seed = testing::random_seed();
  INFO("seed " << seed);
  std::mt19937_64 engine{seed};
  for (int i = 0; i < 500; ++i) {
    const auto text = ticket_number(static_cast<std::uint16_t>(between(engine, 0, 2'000)),
                                    static_cast<std::uint16_t>(between(engine, 0, 2'000)),
                                    static_cast<std::uint32_t>(between(engine, 0, 3'000'000)));
    INFO(text);
    REQUIRE(parse_ticket_number(text));
    for (std::size_t at = 0; at < text.size(); ++at)
      for (char digit = '0'; digit <= '9'; ++digit) {
        if (text[at] == '-' || text[at] == digit)
          continue;
        auto wrong = text;
        wrong[at] = digit;
        if (parse_ticket_number(wrong))
          FAIL("taken: " << wrong);
      }
  }
}
