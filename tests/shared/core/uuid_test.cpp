#include "shared/core/uuid.hpp"

#include <catch2/catch.hpp>

using namespace palang;

TEST_CASE("a version 7 id carries its time and its version", "[core]") {
  const auto id = make_uuid_v7(from_ms(0x0190'0000'0001));
  const auto text = to_string(id);
  CHECK(text.substr(0, 13) == "01900000-0001");
  CHECK(text[14] == '7');
  CHECK(std::string("89ab").find(text[19]) != std::string::npos);
  CHECK(make_uuid_v7(from_ms(0x0190'0000'0001)) != id);
  CHECK(make_uuid_v7(from_ms(0x0190'0000'0002)) > id);
}

TEST_CASE("an id is read back in either case and nothing else is an id", "[core]") {
  const auto id = parse_uuid("0190F5A2-7B1C-7def-8abc-0123456789ab");
  REQUIRE(id);
  CHECK(to_string(*id) == "0190f5a2-7b1c-7def-8abc-0123456789ab");
  CHECK_FALSE(parse_uuid(""));
  CHECK_FALSE(parse_uuid("0190f5a2-7b1c-7def-8abc-0123456789a"));
  CHECK_FALSE(parse_uuid("0190f5a2x7b1c-7def-8abc-0123456789ab"));
  CHECK_FALSE(parse_uuid("0190f5a2-7b1c-7def-8abc-0123456789ag"));
}

TEST_CASE("a name-based id agrees with the published example", "[core]") {
  // RFC 9562 appendix A.4: the DNS name space and www.example.com.
  const auto dns = parse_uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  REQUIRE(dns);
  CHECK(to_string(make_uuid_v5(*dns, "www.example.com")) == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}
