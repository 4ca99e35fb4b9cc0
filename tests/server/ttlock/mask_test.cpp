#include "server/ttlock/mask.hpp"

#include "tests/server/ttlock/samples.hpp"

#include <catch2/catch.hpp>

using namespace palang::ttlock;
using palang::testing::sample;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("every field that opens a door or an account is masked", "[ttlock]") {
  for (const auto* name :
       {"keyboardPwd", "password", "newPassword", "noKeyPwd", "adminPwd", "deletePwd", "lockData",
        "lockKey", "aesKeyStr", "access_token", "refresh_token", "accessToken", "clientSecret",
        "client_secret", "admin", "cardNumber", "KEYBOARDPWD"}) {
    INFO(name);
    CHECK(is_secret_field(name));
    CHECK_FALSE(has(masked(std::string{name} + "=hush&x=1"), "hush"));
    CHECK_FALSE(has(masked("{\"a\":[{\"" + std::string{name} + "\":{\"b\":\"hush\"}}]}"), "hush"));
    CHECK_FALSE(has(masked("<" + std::string{name} + ": 'hush, x=1"), "hush"));
    CHECK_FALSE(has(masked("oops " + std::string{name} + "%22%3A%22hush%22"), "hush"));
    CHECK_FALSE(has(masked("r=\"[{\\\"" + std::string{name} + "\\\":\\\"hush\\\"}]\""), "hush"));
  }
  for (const auto* name : {"lockId", "lockDate", "recordType", "success", "lockMac", "gatewayName"})
    CHECK_FALSE(is_secret_field(name));
}

TEST_CASE("what is no secret stays for the person who looks", "[ttlock]") {
  const auto text = masked(sample("01-callback-card-raw-form.txt"));
  CHECK(has(text, "lockId=7252408"));
  CHECK(has(text, "\"lockDate\":1680810186000"));
  CHECK(has(text, "\"username\":\"Jonas\""));
  CHECK_FALSE(has(text, "0000000000"));
  CHECK_FALSE(has(text, "admin@example.com"));
}

TEST_CASE("the samples' secrets are gone", "[ttlock]") {
  CHECK_FALSE(has(masked(sample("08-lockRecord-list-doc.json")), "383834"));
  CHECK_FALSE(has(masked(sample("10-lock-list-real.json")), "CB=="));
  CHECK_FALSE(has(masked(sample("11-lock-detail-real.json")), "REMOVED"));
  CHECK_FALSE(has(masked(sample("18-lockRecord-upload-doc.json")), "710577860"));
  for (const auto& line : palang::testing::sample_lines("16-token-replies.jsonl")) {
    CHECK_FALSE(has(masked(line), "39caac89b0b51c980aa61ad4264b693b"));
    CHECK_FALSE(has(masked(line), "1bd2a21a7df889630f444364813738d7"));
  }
}

TEST_CASE("names that are digits count as passcodes", "[ttlock]") {
  CHECK_FALSE(has(masked(R"({"username":"482913"})"), "482913"));
  CHECK_FALSE(has(masked(R"({"username":482913})"), "482913"));
  CHECK_FALSE(has(masked("[482913,\"482913\"]"), "482913"));
  CHECK_FALSE(has(masked("482913"), "482913"));
  CHECK_FALSE(has(masked(R"({"brandNew":"kode 482913","other":482913})"), "482913"));
  CHECK(has(masked(R"({"recordId":482913,"updateDate":1680810186000})"), "482913"));
}

TEST_CASE("long texts are cut between characters", "[ttlock]") {
  const auto text = masked("x=" + std::string(99, 'a') + "\xc3\xa9", 102);
  CHECK(text == "x=" + std::string(99, 'a'));
}

TEST_CASE("a hostile body takes no longer than another of its length", "[ttlock]") {
  constexpr std::size_t much = 256 * 1024;
  for (const auto* part :
       {"[", "{", "\"", "\\", "=", "&", "%", "1", "a", "pwd=", "[\"", "{\"a\":"}) {
    std::string text;
    while (text.size() < much)
      text += part;
    CHECK(masked(text).size() <= max_masked_bytes);
  }
}
