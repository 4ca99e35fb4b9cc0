// Every row comes over, from whichever kind of database into whichever, or the target says that it
// did not.
#include "server/storage/copy.hpp"

#include "tests/contract/lock_site.hpp"

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

/// A site with cars, money, a lock's records and text that needs quoting.
struct used_site : lock_site {
  used_site() {
    auto budi = log_in("budi");
    const auto gone = make_uuid_v7(time.now());
    auto entry = entry_of("B 1 A", gone);
    entry.plate_reason = "l'été \\ \"🅿\" :name %_";
    accept(make(budi, entry));
    accept(make(budi, exit_of(gone, 5'000)));
    for (int i = 0; i < 1'100; ++i)
      accept(make(budi, entry_of("B " + std::to_string(i) + " C", make_uuid_v7(time.now()))));
    call_back({lock_record_of("11", lock_type::button, time.now() + 2s)});
  }
};

place of(const test_database& db) {
  return {db.url(), db.password()};
}

copy_progress silent() {
  return [](const table_rows&, bool) {};
}

std::vector<protocol::event> events_of(const place& where) {
  static const system_clock time;
  const auto opened = given(open_database(where.url, where.password, time));
  return given(given(opened->make_reader())->journal_after(0, 100'000));
}

} // namespace

TEST_CASE("a copy and the copy's copy hold every row and the same history", "[copy]") {
  used_site s;
  const temp_dir dir;
  const place file{"sqlite://" + dir.file("copy.db"), ""};
  std::map<std::string, std::int64_t> told;
  // A start indexes what is new: the copies have nothing more to do.
  const auto before = events_of(of(s.place()));
  const auto report = given(copy_database(
      of(s.place()), file, [&](const table_rows& t, bool) { told[t.table] = t.rows; }));
  CHECK_FALSE(report.has_source_moved);
  CHECK(told.at("sessions") == 1'101);
  CHECK(told.at("lock_records") == 1);
  CHECK(report.rows > 3'000);
  CHECK(events_of(file) == before);

  const test_database back;
  CHECK(given(copy_database(file, of(back), silent())).rows == report.rows);
  CHECK(events_of(of(back)) == s.events());
  const system_clock time;
  const auto opened = given(open_database(back.url(), back.password(), time));
  CHECK(given(opened->make_reader())->bounds()->epoch == s.reader().bounds()->epoch);
}

TEST_CASE("what is not empty is not copied into", "[copy]") {
  site s;
  const temp_dir dir;
  const place file{"sqlite://" + dir.file("copy.db"), ""};
  REQUIRE(copy_database(of(s.place()), file, silent()));
  const auto again = copy_database(of(s.place()), file, silent());
  REQUIRE_FALSE(again);
  CHECK(again.error().code == errc::invalid);
  CHECK(again.error().field == "to");
  const auto onto_itself = copy_database(file, file, silent());
  REQUIRE_FALSE(onto_itself);
  CHECK(onto_itself.error().field == "to");
}

TEST_CASE("nobody opens an unfinished copy, and the next one begins anew", "[copy]") {
  used_site s;
  const test_database target;
  struct cut {};
  const auto cut_off = [](const table_rows& t, bool) {
    if (t.table == "submissions")
      throw cut{};
  };
  REQUIRE_THROWS_AS(copy_database(of(s.place()), of(target), cut_off), cut);
  const system_clock time;
  const auto opened = open_database(target.url(), target.password(), time);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == errc::corrupt);
  REQUIRE(copy_database(of(s.place()), of(target), silent()));
  CHECK(events_of(of(target)) == s.events());
}

TEST_CASE("a source that is not there is told and not made", "[copy]") {
  const temp_dir dir;
  const auto none = copy_database({"sqlite://" + dir.file("none.db"), ""},
                                  {"sqlite://" + dir.file("to.db"), ""}, silent());
  REQUIRE_FALSE(none);
  CHECK(none.error().field == "from");
  CHECK_FALSE(std::filesystem::exists(dir.file("none.db")));
}
