#include "shared/protocol/json_edit.hpp"

#include <catch2/catch.hpp>

using namespace palang::protocol;

namespace {

constexpr auto document = R"({"gates":[{"id":"in-1","lock":null},{"id":"out-1"}],"n":7})";

} // namespace

TEST_CASE("a value is found where the pointer leads, and nowhere else", "[protocol][json]") {
  CHECK(value_at(document, "/gates/0/id") == "\"in-1\"");
  CHECK(value_at(document, "/gates/0/lock") == "null");
  CHECK(value_at(document, "/n") == "7");
  for (const auto* nowhere : {"/gates/9/id", "/gates/x", "gates", "/n/deeper"})
    CHECK(value_at(document, nowhere).error().code == palang::errc::not_found);
  CHECK(value_at("no json", "/n").error().code == palang::errc::corrupt);
}

TEST_CASE("an item and a member can be taken out", "[protocol][json]") {
  CHECK(remove_at(document, "/gates/0") == R"({"gates":[{"id":"out-1"}],"n":7})");
  CHECK(remove_at(R"({"a":1,"b":2})", "/a") == R"({"b":2})");
  CHECK_FALSE(remove_at(document, "/gates/2"));
  CHECK_FALSE(remove_at(document, "/missing"));
}

TEST_CASE("two documents differ value by value", "[protocol][json]") {
  CHECK(differences(document, document).empty());
  const auto found =
      differences(document, R"({"gates":[{"id":"in-1","lock":"7"}],"n":7,"new":true})");
  CHECK(found
        == std::vector<json_difference>{{"/gates/0/lock", "null", "\"7\""},
                                        {"/gates/1/id", "\"out-1\"", ""},
                                        {"/new", "", "true"}});
  CHECK(differences("{", document).size() == 4);
}
