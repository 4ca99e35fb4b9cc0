#include "server/ttlock/callback.hpp"

#include "tests/server/ttlock/samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::ttlock;
using testing::sample;
using testing::sample_lines;

namespace {

constexpr auto form_type = "application/x-www-form-urlencoded";
const credential_key key{{1, 2, 3}};

callback read(std::string_view body, std::string_view type = form_type) {
  const auto got = read_callback(body, type, key);
  INFO((got ? "" : got.error().reason));
  REQUIRE(got);
  return *got;
}

const lock_record& only_record(const callback& got) {
  REQUIRE(got.batch.unreadable.empty());
  REQUIRE(got.batch.records.size() == 1);
  return got.batch.records.front();
}

const std::string one = R"({"lockId":7,"lockDate":1680810186000,"recordType":1,"success":1})";

} // namespace

TEST_CASE("a real callback gives its record", "[ttlock]") {
  const auto got = read(sample("01-callback-card-raw-form.txt"));
  const auto& record = only_record(got);
  CHECK(record.lock_id == "7252408");
  CHECK(record.type_from_lock == 17);
  CHECK(record.type == 7);
  CHECK(record.is_success);
  CHECK(record.who == "Jonas");
  CHECK(record.credential_digest);
  CHECK(record.credential_tail == "00");
  CHECK(to_ms(record.lock_at) == 1680810186000);
  CHECK(to_ms(record.server_at.value()) == 1680810180029);
  CHECK(record.battery == 93);
  CHECK(record.lock_mac == "16:72:4C:CC:01:C4");
  CHECK_FALSE(record.cloud_record_id);
  CHECK(record.natural_key.size() == 64);
  CHECK_FALSE(got.is_empty);
  CHECK(got.others.empty());
}

TEST_CASE("the documented callback is taken though it lacks what real ones carry", "[ttlock]") {
  std::string body;
  for (const auto& line : sample_lines("04-callback-doc-example.txt"))
    if (!line.starts_with("POST"))
      body += (body.empty() ? "" : "&") + line;
  const auto got = read(body);
  const auto& record = only_record(got);
  CHECK(record.lock_id == "163377");
  CHECK(record.lock_mac == "AA:BB:CC:DD:EE:FF");
  CHECK(record.type_from_lock == 0);
  CHECK(record.type == 1);
  CHECK(record.who == "alexa");
  CHECK_FALSE(record.credential_digest);
}

TEST_CASE("a JSON body with records as text gives all of them", "[ttlock]") {
  auto body = sample("05-callback-batch-SYNTHETIC.json");
  SECTION("called JSON") {
    const auto got = read(body.insert(1, R"("lockId":5,)"), "application/json; charset=utf-8");
    REQUIRE(got.batch.records.size() == 3);
    CHECK(got.batch.records[2].type == 44);
    CHECK(got.batch.records[2].battery == 15);
  }
  SECTION("called a form") {
    CHECK(read(body.insert(1, R"("lockId":5,)")).batch.records.size() == 3);
  }
  SECTION("without a lock they are kept as unreadable") {
    const auto got = read(body);
    CHECK(got.batch.records.empty());
    REQUIRE(got.batch.unreadable.size() == 3);
    CHECK(got.batch.unreadable[0].reason == "without lockId");
  }
}

TEST_CASE("a gateway's notice is told apart", "[ttlock]") {
  const auto got = read(sample("06-callback-gateway-online-offline-fields.txt"));
  REQUIRE(got.gateway);
  CHECK(got.gateway->gateway_id == "1461158");
  CHECK(got.gateway->name == "Test Gateway");
  CHECK(got.gateway->mac == "05:F6:1E:93:8B:2B");
  CHECK(got.gateway->version == 2);
  CHECK(got.gateway->network == "wifi");
  CHECK_FALSE(got.gateway->is_online);
  CHECK_FALSE(got.is_empty);
  CHECK(read("notifyType=2&gatewayId=1&isOnline=true").gateway->is_online);
}

TEST_CASE("a gateway's notice that lacks its point is kept as it is", "[ttlock]") {
  const auto got = read("notifyType=2&gatewayId=1");
  CHECK_FALSE(got.gateway);
  REQUIRE(got.others.size() == 1);
  CHECK(got.others[0].type == 2);
}

TEST_CASE("other notices are kept with their type", "[ttlock]") {
  for (const int type : {3, 4, 7, 99}) {
    const auto got = read("notifyType=" + std::to_string(type) + "&lockId=8&admin=a%40b.c");
    REQUIRE(got.others.size() == 1);
    CHECK(got.others[0].type == type);
    CHECK(got.others[0].masked.find("\"lockId\":\"8\"") != std::string::npos);
    CHECK(got.others[0].masked.find("a@b.c") == std::string::npos);
  }
}

TEST_CASE("the test of a new URL carries nothing", "[ttlock]") {
  CHECK(read("").is_empty);
  CHECK(read(" \r\n").is_empty);
  CHECK(read("notifyType=1").is_empty);
  CHECK(read("notifyType=1&records=%5B%5D").is_empty);
  CHECK(read("{}", "application/json").is_empty);
  CHECK(read("[]").is_empty);
}

TEST_CASE("records are found in every wrapping", "[ttlock]") {
  const auto list = "[" + one + "]";
  CHECK(read("records=" + list).batch.records.size() == 1);
  CHECK(read("records=" + one).batch.records.size() == 1);
  CHECK(read("notifyType=1&records=" + list, "text/plain").batch.records.size() == 1);
  CHECK(read("records=\"[{\\\"lockId\\\":7,\\\"lockDate\\\":9,\\\"recordType\\\":1}]\"")
            .batch.records.size()
        == 1);
  CHECK(read(R"({"notifyType":1,"records":)" + list + "}").batch.records.size() == 1);
  CHECK(read(list, "application/json").batch.records.size() == 1);
  CHECK(read("records=" + list, "application/json").batch.records.size() == 1);
  CHECK(read("records=" + list + "&records=" + list).batch.records.size() == 2);
  CHECK(read("lockId=&lockId=3&lockId=4&records=[{\"lockDate\":9,\"recordType\":1}]")
            .batch.records[0]
            .lock_id
        == "3");
}

TEST_CASE("what is no record does not keep its neighbours out", "[ttlock]") {
  const auto got = read("lockId=7&records=[null,5,\"x\",{},[],{\"recordType\":1},{\"lockDate\":9},"
                        "{\"lockDate\":-1,\"recordType\":1},"
                        "{\"lockDate\":\"soon\",\"recordType\":1,\"keyboardPwd\":\"445566\"},"
                        + one + "]");
  CHECK(got.batch.records.size() == 1);
  REQUIRE(got.batch.unreadable.size() == 9);
  CHECK(got.batch.unreadable[0].reason == "not a record");
  CHECK(got.batch.unreadable[5].reason == "without lockDate");
  CHECK(got.batch.unreadable[6].reason == "without a type");
  CHECK(got.batch.unreadable[8].masked.find("445566") == std::string::npos);
}

TEST_CASE("a broken list beside a good one is kept for the operator", "[ttlock]") {
  const auto got = read("records=[{oops&records=" + one);
  CHECK(got.batch.records.size() == 1);
  CHECK(got.batch.unreadable.size() == 1);
}

TEST_CASE("values are taken in each of the cloud's spellings", "[ttlock]") {
  const auto got = read(R"(records=[{"lockId":"7","lockDate":"1680810186000","recordType":"7",
      "recordTypeFromLock":17.0,"success":"1","electricQuantity":"93","serverDate":null,
      "keyboardPwd":8812345,"username":null,"new":{"a":[1]}},
      {"lockId":7,"lockDate":1680810186000,"recordType":4,"success":false,"keyboardPwd":""},
      {"lockId":7,"lockDate":1680810186000,"recordTypeFromLock":7,"electricQuantity":101}])");
  REQUIRE(got.batch.records.size() == 3);
  const auto& first = got.batch.records[0];
  CHECK(first.type == 7);
  CHECK(first.type_from_lock == 17);
  CHECK(first.is_success);
  CHECK(first.battery == 93);
  CHECK_FALSE(first.server_at);
  CHECK(first.credential_tail == "45");
  CHECK(first.who.empty());
  CHECK_FALSE(got.batch.records[1].is_success);
  CHECK_FALSE(got.batch.records[1].credential_digest);
  CHECK_FALSE(got.batch.records[2].is_success); // Type 7 of the lock says so.
  CHECK_FALSE(got.batch.records[2].battery);
}

TEST_CASE("broken text costs its characters, not the record", "[ttlock]") {
  const auto got =
      read("records=[{\"lockId\":7,\"lockDate\":9,\"recordType\":1,\"username\":\"a\xff%09%00b"
           + std::string(500, 'z') + "\xc3\xa9\"}]");
  const auto& who = only_record(got).who;
  CHECK(who.starts_with("a?  bzz"));
  CHECK(who.size() == max_text_bytes);
  CHECK(only_record(read("records=[{\"lockId\":7,\"lockDate\":9,\"recordType\":1,\"username\":\""
                         + std::string(max_text_bytes - 1, 'z') + "\xc3\xa9\"}]"))
            .who
        == std::string(max_text_bytes - 1, 'z'));
}

TEST_CASE("a body that means nothing is refused and kept masked", "[ttlock]") {
  const auto refused = [](std::string_view body, std::string_view type = form_type) {
    const auto got = read_callback(body, type, key);
    REQUIRE_FALSE(got);
    return got.error();
  };
  CHECK(refused("hello").reason == "neither a form nor JSON");
  CHECK(refused("{\"records\":[{").reason == "neither a form nor JSON");
  CHECK(refused("\x01\x02\xff").reason == "neither a form nor JSON");
  CHECK(refused("records=[{\"keyboardPwd\":\"987654\"").masked.find("987654") == std::string::npos);
  CHECK(refused("records=7").reason == "records is not a JSON array");
  CHECK(refused("{\"records\":" + std::string(10'000, '[') + "}").reason
        == "neither a form nor JSON");
  CHECK(refused(std::string(max_callback_bytes + 1, 'a')).masked.size() <= 8 * 1024);
  std::string many = "records=[0";
  for (std::size_t i = 0; i < max_callback_records; ++i)
    many += ",0";
  CHECK(refused(many + "]").reason == "too many records");
}
