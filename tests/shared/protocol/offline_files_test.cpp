#include "shared/protocol/offline_files.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;
using namespace std::chrono_literals;

namespace {

const site_zone wib{{instant{}, 7 * 60}};

constexpr auto entry_text = R"({"transaction_id": "T100002", "vehicle_number": "D-12-AB",
  "entry_time": "2025-03-24T08:17:30", "vehicle_type": "MOTORCYCLE",
  "image_path": "Images\\Masuk\\x.jpg", "sync_status": "SYNCED", "operator": "unknown field"})";

constexpr auto exit_text = R"({"transaction_id": "T100002", "vehicle_number": "D 12 AB",
  "entry_time": "2025-03-24T08:17:30", "exit_time": "2025-03-24T09:30:00",
  "parking_fee": 5000.0, "exit_image_path": null, "sync_status": "PENDING"})";

result<offline_record> entry_with(std::string_view from, std::string_view to) {
  std::string text = entry_text;
  text.replace(text.find(from), from.size(), to);
  return decode_offline_record(text, offline_kind::entry, wib);
}

result<offline_record> exit_with(std::string_view from, std::string_view to) {
  std::string text = exit_text;
  text.replace(text.find(from), from.size(), to);
  return decode_offline_record(text, offline_kind::exit, wib);
}

} // namespace

TEST_CASE("wall time is read in the site's zone and written back", "[protocol][offline]") {
  const auto at = from_local("2025-03-24T08:15:00", wib);
  REQUIRE(at);
  CHECK(to_ms(*at) == 1'742'778'900'000);
  CHECK(to_local(*at, wib) == "2025-03-24T08:15:00");
  CHECK(*from_local("2025-03-24T08:15:00.1239999", wib) == *at + 123ms);
  CHECK(*from_local("2025-03-24T08:15:00Z", wib) == *at + 7h);
  CHECK(*from_local("2025-03-24T08:15:00+08:30", wib) == *at - 90min);
  CHECK(*from_local("2024-02-29T00:00:00", wib) < *at);
}

TEST_CASE("a change of the offset counts from its instant on", "[protocol][offline]") {
  const auto change = *from_local("2025-01-01T00:00:00Z", wib);
  const site_zone zone{{instant{}, 7 * 60}, {change, 8 * 60}};
  CHECK(*from_local("2025-01-01T06:59:59", zone) == change - 1s);
  CHECK(*from_local("2025-01-01T08:00:00", zone) == change);
  CHECK(to_local(change, zone) == "2025-01-01T08:00:00");
  CHECK(to_local(change - 1s, zone) == "2025-01-01T06:59:59");
}

TEST_CASE("what is no time is refused", "[protocol][offline]") {
  const auto* text = GENERATE("", "2025-03-24", "2025-02-29T08:00:00", "2025-03-24T24:00:00",
                              "2025-03-24 08:15:00", "2025-03-24T08:15:00 ", "2025-03-24T08:15:0",
                              "2025-13-24T08:15:00", "-025-03-24T08:15:00", "2025-03-24T08:15:00.",
                              "2025-03-24T08:15:00+7", "2025-03-24T08:60:00");
  CAPTURE(text);
  CHECK_FALSE(from_local(text, wib));
  CHECK_FALSE(from_local("2025-03-24T08:15:00", {}));
}

TEST_CASE("a file's kind is in its name", "[protocol][offline]") {
  CHECK(offline_kind_of("parking_entry_20250324_081730_D12AB.json") == offline_kind::entry);
  CHECK(offline_kind_of("parking_exit_20250324_120500_T100001.json") == offline_kind::exit);
  CHECK_FALSE(offline_kind_of("parking_entry_20250324_081730_D12AB.json.tmp"));
  CHECK_FALSE(offline_kind_of("settings.json"));
}

TEST_CASE("an entry and its exit are one session, and the files are submissions of their own",
          "[protocol][offline]") {
  const auto entry = decode_offline_record(entry_text, offline_kind::entry, wib);
  const auto exit = decode_offline_record(exit_text, offline_kind::exit, wib);
  REQUIRE(entry);
  REQUIRE(exit);
  CHECK(entry->is_synced);
  CHECK(entry->image_path == "Images/Masuk/x.jpg");
  CHECK(exit->fee == rupiah{5'000});
  CHECK(exit->taken_at() == *entry->entered_at + 72min + 30s);
  CHECK(offline_session_id(*entry) == offline_session_id(*exit));
  CHECK(offline_submission_id(*entry, "a.json") == offline_submission_id(*entry, "a.json"));
  CHECK(offline_submission_id(*entry, "a.json") != offline_submission_id(*entry, "b.json"));
}

TEST_CASE("ids made from files never change", "[protocol][offline]") {
  const auto entry = *decode_offline_record(entry_text, offline_kind::entry, wib);
  CHECK(to_string(offline_session_id(entry)) == "7a14636a-9929-54fb-9dd5-851e6a9f56e8");
  CHECK(to_string(offline_submission_id(entry, "parking_entry_20250324_081730_D12AB.json"))
        == "e1c728f3-a750-5a0d-8084-1c571078a921");
}

TEST_CASE("a transaction number used twice is told apart by plate and time",
          "[protocol][offline]") {
  const auto one = *decode_offline_record(entry_text, offline_kind::entry, wib);
  CHECK(offline_session_id(*entry_with("D-12-AB", "D 13 AB")) != offline_session_id(one));
  CHECK(offline_session_id(*entry_with("08:17:30", "08:17:31")) != offline_session_id(one));
  CHECK(offline_session_id(*entry_with("D-12-AB", "d12ab")) == offline_session_id(one));
}

TEST_CASE("a record becomes the submission that a gate would have made", "[protocol][offline]") {
  const auto entry =
      std::get<entry_data>(offline_submission(*entry_with("x", "x"), "in-1", "00ff"));
  CHECK(entry.plate == "D 12 AB");
  CHECK(entry.vehicle_type == "MOTOR");
  CHECK(entry.photo == "00ff");
  CHECK_FALSE(entry.plate_reason);
  const auto exit =
      std::get<exit_data>(offline_submission(*exit_with("x", "x"), "out-1", std::nullopt));
  CHECK(exit.session_id == entry.session_id);
  CHECK(exit.charged == rupiah{5'000});
  CHECK(exit.paid->amount == rupiah{5'000});
  CHECK_FALSE(
      std::get<exit_data>(offline_submission(*exit_with("5000.0", "0"), "out-1", std::nullopt))
          .paid);
}

TEST_CASE("a car without a plate has a reason instead", "[protocol][offline]") {
  const auto reason = [](std::string_view number) {
    const auto entry = std::get<entry_data>(
        offline_submission(*entry_with("\"D-12-AB\"", number), "in-1", std::nullopt));
    CHECK_FALSE(entry.plate);
    return entry.plate_reason.value_or("");
  };
  CHECK(reason("\"tanpa plat\"") == "tanpa plat");
  CHECK(reason("\"\"") == "nomor kendaraan tidak tercatat");
  CHECK(reason("null") == "nomor kendaraan tidak tercatat");
  CHECK(reason("\"ABCDEFGHIJ1234567890\"") == "tidak terbaca: ABCDEFGHIJ1234567890");
  CHECK(std::get<entry_data>(
            offline_submission(*entry_with("MOTORCYCLE", "HOVERCRAFT"), "in-1", std::nullopt))
            .vehicle_type
        == "LAIN");
}

TEST_CASE("a file that lacks something names it", "[protocol][offline]") {
  const auto field = [](const result<offline_record>& r) {
    return r ? std::string("fine") : r.error().field;
  };
  CHECK(field(entry_with("transaction_id", "x")) == "transaction_id");
  CHECK(field(entry_with("entry_time", "x")) == "entry_time");
  CHECK(field(entry_with("2025-03-24", "2025-03-34")) == "entry_time");
  CHECK(field(exit_with("exit_time", "x")) == "exit_time");
  CHECK(field(exit_with("parking_fee", "x")) == "parking_fee");
  CHECK(field(exit_with("5000.0", "5000.5")) == "parking_fee");
  CHECK(field(exit_with("5000.0", "-1")) == "parking_fee");
  CHECK(field(exit_with("5000.0", "\"5000\"")) == "parking_fee");
  CHECK(field(exit_with("5000.0", "1e300")) == "parking_fee");
  CHECK(field(exit_with("\"entry_time\"", "\"x\"")) == "fine");
  CHECK(decode_offline_record(std::string_view(entry_text).substr(0, 60), offline_kind::entry, wib)
            .error()
            .code
        == errc::bad_message);
  CHECK(decode_offline_record("\xEF\xBB\xBF" + std::string(entry_text), offline_kind::entry, wib));
}

TEST_CASE("what Palang writes it reads back as itself", "[protocol][offline]") {
  auto record = *entry_with("x", "x");
  record.submission_id = make_uuid_v7(*record.entered_at);
  record.session_id = make_uuid_v7(*record.entered_at);
  CHECK(decode_offline_record(encode_offline_record(record, wib), offline_kind::entry, wib)
        == record);
  CHECK(offline_submission_id(record, "any.json") == *record.submission_id);
  CHECK(offline_session_id(record) == *record.session_id);
  auto exit = *exit_with("x", "x");
  CHECK(decode_offline_record(encode_offline_record(exit, wib), offline_kind::exit, wib) == exit);
  exit.entered_at.reset();
  exit.image_path = "Images/Keluar/D12AB.jpg";
  CHECK(decode_offline_record(encode_offline_record(exit, wib), offline_kind::exit, wib) == exit);
  CHECK(offline_file_name(exit, wib) == "parking_exit_20250324_093000_T100002.json");
  record.transaction_id = "../a b";
  CHECK(offline_file_name(record, wib) == "parking_entry_20250324_081730_---a-b.json");
}
