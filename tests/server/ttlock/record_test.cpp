#include "server/ttlock/record.hpp"

#include "server/ttlock/callback.hpp"
#include "server/ttlock/record_kind.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace palang;
using namespace palang::ttlock;

namespace {

const credential_key key{{7}};

lock_record read(const std::string& json) {
  const auto got = read_callback("lockId=7&records=[" + json + "]", "", key);
  REQUIRE(got);
  REQUIRE(got->batch.records.size() == 1);
  return got->batch.records.front();
}

lock_record of_types(int from_lock, int type, bool is_success = true) {
  lock_record record;
  record.type_from_lock = from_lock;
  record.type = type;
  record.is_success = is_success;
  return record;
}

record_kind kind(int from_lock, int type, bool is_success = true) {
  return kind_of(of_types(from_lock, type, is_success));
}

} // namespace

TEST_CASE("a record has one key as callback and in a list", "[ttlock]") {
  const auto from_callback =
      read(R"({"lockId":7,"electricQuantity":93,"serverDate":1680810180029,"recordTypeFromLock":17,
        "recordType":7,"success":1,"lockMac":"AA","keyboardPwd":"0123456789",
        "lockDate":1680810186000,"username":"Sari"})");
  SECTION("with the cloud's id and without battery and MAC") {
    const auto from_list =
        read(R"({"recordId":99,"lockId":"7","recordTypeFromLock":"17","recordType":"7",
          "success":"1","username":"Sari","keyboardPwd":"0123456789","lockDate":"1680810186000",
          "serverDate":1680810181000})");
    CHECK(from_list.cloud_record_id == 99);
    CHECK(from_list.natural_key == from_callback.natural_key);
  }
  SECTION("when one lacks the lock's type, the cloud's type, success or a renamed credential") {
    CHECK(read(R"({"recordType":7,"success":1,"keyboardPwd":"0123456789",
                   "lockDate":1680810186000,"username":"Sari"})")
              .natural_key
          == from_callback.natural_key);
    CHECK(read(R"({"recordTypeFromLock":17,"keyboardPwd":"0123456789",
                   "lockDate":1680810186000,"username":"renamed"})")
              .natural_key
          == from_callback.natural_key);
  }
  SECTION("when one lacks the credential they could still be the same") {
    const auto bare = read(R"({"recordType":7,"success":1,"lockDate":1680810186000,
                               "username":"Sari"})");
    CHECK(bare.natural_key != from_callback.natural_key);
    CHECK(could_be_same(bare, from_callback));
  }
}

TEST_CASE("what differs in lock, time, kind, success or actor is another record", "[ttlock]") {
  const std::string common = R"("success":1,"username":"Sari")";
  const auto base = read("{\"lockDate\":1000,\"recordType\":7," + common + "}");
  for (const auto& other :
       {"{\"lockDate\":2000,\"recordType\":7," + common + "}",
        "{\"lockDate\":1000,\"recordType\":8," + common + "}",
        "{\"lockId\":8,\"lockDate\":1000,\"recordType\":7," + common + "}",
        std::string{R"({"lockDate":1000,"recordType":7,"success":0,"username":"Sari"})"},
        std::string{R"({"lockDate":1000,"recordType":7,"success":1,"username":"Budi"})"}}) {
    INFO(other);
    const auto record = read(other);
    CHECK(record.natural_key != base.natural_key);
    CHECK_FALSE(could_be_same(record, base));
  }
  auto first = base;
  auto second = base;
  first.cloud_record_id = 1;
  second.cloud_record_id = 2;
  CHECK_FALSE(could_be_same(first, second));
}

TEST_CASE("credentials are known by a keyed digest and two digits", "[ttlock]") {
  const auto known = credential_of("123456", key);
  REQUIRE(known);
  CHECK(known->tail == "56");
  CHECK(known->digest.size() == 64);
  CHECK(known->digest == credential_of(" 123456 ", key)->digest);
  CHECK(known->digest != credential_of("123457", key)->digest);
  CHECK(known->digest != credential_of("123456", credential_key{{8}})->digest);
  CHECK(credential_of("123", key)->tail.empty());
  CHECK_FALSE(credential_of("  ", key));
  // RFC 4231, test case 2, with its key padded to 32 bytes (HMAC pads with zeros itself).
  CHECK(credential_of("what do ya want for nothing?", credential_key{{'J', 'e', 'f', 'e'}})->digest
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("a name that is the credential shows no more than its tail", "[ttlock]") {
  const std::string at = R"("lockDate":1000,"success":0)";
  CHECK(read("{" + at + R"(,"recordType":4,"keyboardPwd":"482913","username":"482913"})").who
        == "***13");
  CHECK(read("{" + at + R"(,"recordType":4,"keyboardPwd":"4829","username":"Tamu 4829"})").who
        == "Tamu ***29");
  CHECK(read("{" + at + R"(,"recordType":4,"username":"482913"})").who == "***13");
  CHECK(read("{" + at + R"(,"recordType":1,"username":"628123456789"})").who == "628123456789");
}

TEST_CASE("kinds follow what the gate needs to know", "[ttlock]") {
  using k = record_kind;
  for (const int type : {1, 28, 46, 55, 75, 76})
    CHECK(kind(type, 0) == k::needs_cause);
  for (const int type : {4, 17, 20, 57, 67, 92})
    CHECK(kind(type, 0) == k::by_person);
  for (const int type : {27, 29, 44, 32})
    CHECK(kind(type, 0) == k::alarm);
  for (const int type : {30, 31, 26, 33, 34, 35, 36, 45, 47, 54})
    CHECK(kind(type, 0) == k::evidence);
  for (const int type : {77, 78, 79, 80, 81, 82, 83})
    CHECK(kind(type, 0) == k::waiting_second_person);
  for (const int type : {7, 11, 22, 25, 38, 51, 91})
    CHECK(kind(type, 0) == k::failed_attempt);
  for (const int type : {48, 14, 64})
    CHECK(kind(type, 0) == k::device_incident);
  CHECK(kind(0, 12) == k::needs_cause);
  CHECK(kind(0, 7) == k::by_person);
  CHECK(kind(0, 10) == k::alarm);
  CHECK(kind(0, 11) == k::evidence);
  CHECK(kind(0, 123) == k::device_incident);
  CHECK(kind(0, 0) == k::unknown);
  CHECK(kind(4711, 4711) == k::unknown);
  CHECK(kind(4711, 7) == k::by_person);
}

TEST_CASE("what did not succeed is never an opening", "[ttlock]") {
  for (int type = -5; type <= 130; ++type) {
    INFO(type);
    CHECK_FALSE(is_unlock(of_types(type, 0, false)));
    CHECK_FALSE(is_unlock(of_types(0, type, false)));
    const auto failed = kind(type, 0, false);
    CHECK(failed != record_kind::needs_cause);
    CHECK(failed != record_kind::by_person);
    CHECK(failed != record_kind::waiting_second_person);
  }
  CHECK(is_unlock(of_types(17, 7)));
  CHECK(is_unlock(of_types(29, 29)));
  CHECK_FALSE(is_unlock(of_types(44, 44)));
  CHECK_FALSE(is_unlock(of_types(31, 31)));
  CHECK_FALSE(is_unlock(of_types(78, 78)));
  CHECK(is_remote_unlock(of_types(28, 12)));
  CHECK(is_remote_unlock(of_types(0, 12)));
  CHECK_FALSE(is_remote_unlock(of_types(28, 12, false)));
  CHECK_FALSE(is_remote_unlock(of_types(12, 4)));
}

TEST_CASE("every described type has words of its own in both languages", "[ttlock]") {
  std::set<std::string_view> seen;
  for (int type = 1; type <= 93; ++type) {
    const auto record = of_types(type, 0);
    if (kind_of(record) == record_kind::unknown)
      continue;
    const auto words = describe(record);
    INFO(type << " " << words.text_en);
    CHECK_FALSE(words.text_id.empty());
    CHECK_FALSE(words.text_en.empty());
    CHECK(seen.insert(words.text_en).second);
  }
  CHECK(seen.size() == 91);
  CHECK(describe(of_types(7, 4, false)).text_en == "Wrong passcode");
  CHECK(describe(of_types(0, 4, false)).text_en == "Passcode refused");
  CHECK(describe(of_types(200, 200)).text_en == "A lock record of an unknown type");
}
