#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

TEST_CASE("text is escaped and comes back", "[protocol]") {
  const std::string tricky = std::string("a\0b", 3) + "\"\\/\n\t\x01\x7f é 語 🅿";
  CHECK(string_of(text(tricky)) == tricky);
  CHECK(text(std::string("a\0b", 3)) == R"("a\u0000b")");
  CHECK(text("🅿") == "\"🅿\"");
  CHECK(text("") == "\"\"");
}

TEST_CASE("bytes that are not UTF-8 never reach the wire", "[protocol]") {
  CHECK(text("a\xff"
             "b")
        == "\"a\xEF\xBF\xBD"
           "b\"");
  auto x = samples::closed_session();
  x.plate = "B \xC3";
  x.flags = {"\x80"};
  const auto read = decode_session(encode(x));
  REQUIRE(read);
  CHECK(read->plate == "B \xEF\xBF\xBD");
}

TEST_CASE("half a surrogate pair and raw bad bytes are no JSON, a whole pair is", "[protocol]") {
  const auto find = [](const std::string& plate) {
    return decode_client_message(
        R"({"type":"query","id":"1","kind":"session.find","data":{"plate":")" + plate + "\"}}");
  };
  CHECK_FALSE(find(R"(\ud83c)"));
  CHECK_FALSE(find(R"(\udd7f)"));
  CHECK_FALSE(find("\xff"));
  CHECK_FALSE(find("\xC0\xAF"));
  CHECK_FALSE(find(std::string("\0", 1)));
  const auto pair = find(R"(\ud83c\udd7f)");
  REQUIRE(pair);
  CHECK(std::get<session_find>(std::get<query>(*pair).data).plate == "🅿");
}

TEST_CASE("lengths count characters, not bytes", "[protocol]") {
  std::string reason;
  for (std::size_t i = 0; i < limits::max_free_text; ++i)
    reason += "🅿";
  auto x = samples::submissions().front();
  x.data = void_data{samples::id(1), reason};
  CHECK(decode_submit(encode(x)) == x);
}

TEST_CASE("numbers keep all 64 bits", "[protocol]") {
  constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  CHECK(number_of(number(greatest)) == greatest);
  CHECK(number_of(number(least)) == least);
  CHECK(number_of("9007199254740993") == 9'007'199'254'740'993);
  for (const char* wrong : {"9223372036854775808", "1.0", "1e400", "\"1\"", "null", "", "1 2"})
    CHECK_FALSE(number_of(wrong));
}

TEST_CASE("objects and arrays are put together from text", "[protocol]") {
  CHECK(object({}) == "{}");
  CHECK(object({{"a", number(1)}, {"b", array({boolean(true), text_or_null({})})}})
        == R"({"a":1,"b":[true,null]})");
  CHECK(array({}) == "[]");
}

TEST_CASE("members and items are taken out as text", "[protocol]") {
  const std::string document = R"({"a":{"z":1,"b":[1, "x"]},"list":[{"n":1},2]})";
  CHECK(member_of(document, "a") == R"({"b":[1,"x"],"z":1})");
  CHECK(member_of(document, "none").error().field == "none");
  CHECK(items_of(document, "list") == std::vector<std::string>{R"({"n":1})", "2"});
  CHECK(items_of(document, "a").error().field == "a");
  CHECK_FALSE(member_of("[]", "a"));
  CHECK_FALSE(string_of("null"));
}

TEST_CASE("a JSON pointer replaces, adds and appends", "[protocol]") {
  const std::string document = R"({"gates":[{"id":"a"}],"a/b":{"~":1}})";
  CHECK(replace_at(document, "/gates/0/id", "\"b\"") == R"({"a/b":{"~":1},"gates":[{"id":"b"}]})");
  CHECK(replace_at(document, "/gates/0/lock_id", "null")
        == R"({"a/b":{"~":1},"gates":[{"id":"a","lock_id":null}]})");
  CHECK(replace_at(document, "/gates/-", "1") == R"({"a/b":{"~":1},"gates":[{"id":"a"},1]})");
  CHECK(replace_at(document, "/a~1b/~0", "2") == R"({"a/b":{"~":2},"gates":[{"id":"a"}]})");
  CHECK(replace_at(document, "", "[]") == "[]");
}

TEST_CASE("a JSON pointer that leads nowhere is refused", "[protocol]") {
  for (const char* path :
       {"gates", "/gates/1", "/gates/01", "/gates/x", "/gates/-1", "/gates/99999999999999999999",
        "/gates/0/id/deep", "/none/id", "/~2", "/gates/-/id"}) {
    CAPTURE(path);
    const auto changed = replace_at(R"({"gates":[{"id":"a"}]})", path, "1");
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == errc::invalid);
    CHECK(changed.error().field == "data.path");
  }
  CHECK(replace_at("{}", "/a", "{").error().field == "data.value");
  CHECK(replace_at("{", "/a", "1").error().code == errc::corrupt);
}

TEST_CASE("an encoded object takes more members at its end", "[protocol]") {
  CHECK(extended("{}", {{"a", "1"}, {"b", text("x")}}) == R"({"a":1,"b":"x"})");
  CHECK(extended(R"({"z":null})", {{"a", "1"}}) == R"({"z":null,"a":1})");
  CHECK(extended(R"({"z":0})", {}) == R"({"z":0})");
}

TEST_CASE("numbers and times that are not there are null", "[protocol]") {
  CHECK(number_or_null(-7) == "-7");
  CHECK(number_or_null({}) == "null");
  CHECK(time_or_null(from_ms(5)) == "5");
  CHECK(time_or_null({}) == "null");
}
