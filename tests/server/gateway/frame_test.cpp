#include "server/gateway/frame.hpp"

#include <catch2/catch.hpp>

using namespace palang::gateway;

TEST_CASE("a text frame's header has the shortest length field", "[gateway][frame]") {
  CHECK(text_frame("hi") == std::string{"\x81\x02hi"});
  CHECK(text_frame(std::string(125, 'a')).substr(0, 3) == std::string{"\x81\x7D"} + "a");
  CHECK(text_frame(std::string(126, 'a')).substr(0, 5) == std::string{"\x81\x7E\x00\x7E", 4} + "a");
  CHECK(text_frame(std::string(65'535, 'a')).substr(0, 5)
        == std::string{"\x81\x7E\xFF\xFF", 4} + "a");
  CHECK(text_frame(std::string(65'536, 'a')).substr(0, 11)
        == std::string{"\x81\x7F\x00\x00\x00\x00\x00\x01\x00\x00", 10} + "a");
}

TEST_CASE("a close frame carries its code and as much of the reason as fits", "[gateway][frame]") {
  CHECK(close_frame(1001, "bye") == std::string{"\x88\x05\x03\xE9"} + "bye");
  const auto longest = close_frame(4400, std::string(200, 'r'));
  CHECK(longest.size() == 127);
  CHECK(longest[1] == 125);
}

TEST_CASE("a reason is never cut inside a character", "[gateway][frame]") {
  std::string reason(122, 'r');
  reason += "\xC3\xA9";
  const auto frame = close_frame(4400, reason);
  CHECK(frame.size() == 4 + 122);
}
