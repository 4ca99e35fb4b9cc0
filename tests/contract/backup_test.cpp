// A backup is one moment of the database; what is restored from it is a new history.
#include "server/storage/backup.hpp"

#include "shared/protocol/codec.hpp"
#include "tests/contract/ports.hpp"
#include "tests/contract/site.hpp"

#include <atomic>
#include <fstream>
#include <span>
#include <thread>

using namespace palang;
using namespace palang::testing;

namespace {

constexpr auto has_all_photos = [](const std::string&) { return true; };

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string url_of(const std::filesystem::path& file) {
  return "sqlite://" + file.string();
}

/// A site with one car inside and one that paid.
struct used_site : site {
  used_site() {
    auto budi = log_in("budi");
    const auto gone = make_uuid_v7(time.now());
    accept(make(budi, entry_of("B 1 A", gone)));
    accept(make(budi, exit_of(gone, 5'000)));
    accept(make(budi, entry_of("B 2 A", make_uuid_v7(time.now()))));
  }
};

} // namespace

TEST_CASE("a restored backup holds what was there, under another epoch", "[backup]") {
  used_site s;
  const temp_dir place;
  const auto file = place.path() / "backup.db";
  const auto saved = given(storage::back_up(s.place().url(), s.place().password(), file));
  CHECK(saved.sessions == 2);
  CHECK(saved.submissions == 3);
  CHECK(saved.paid == rupiah{5'000});
  CHECK(saved.epoch == s.reader().bounds()->epoch);

  auto late = s.log_in("sari");
  s.accept(s.make(late, entry_of("B 3 A", make_uuid_v7(s.time.now()))));

  const test_database restored;
  const auto kept = given(storage::restore(restored.url(), restored.password(),
                                           {file, place.path(), has_all_photos, s.time.now()}));
  CHECK(kept.sessions == 2);
  CHECK(kept.submissions == 3);
  CHECK(kept.paid == rupiah{5'000});
  CHECK(kept.newest_seq == saved.newest_seq);
  CHECK(kept.epoch != saved.epoch);
  CHECK(storage::examine(restored.url(), storage::scrutiny::thorough));

  const auto database = given(storage::open_database(restored.url(), restored.password(), s.time));
  const auto reader = given(database->make_reader());
  CHECK(given(reader->bounds()).epoch == kept.epoch);
}

TEST_CASE("a backup that is taken while others write is one of their moments", "[backup]") {
  used_site s;
  auto sari = s.log_in("sari");
  std::atomic<bool> is_over{false};
  std::thread other{[&] {
    for (int i = 0; !is_over; ++i) {
      const auto plate = "B " + std::to_string(1'000 + i) + " C";
      const auto made = s.make(sari, entry_of(plate, make_uuid_v7(s.time.now())));
      static_cast<void>(s.writer().submit(std::span{&made, 1}));
    }
  }};
  const temp_dir place;
  for (int i = 0; i < 5; ++i) {
    const auto kept = storage::back_up(s.place().url(), s.place().password(),
                                       place.path() / ("backup" + std::to_string(i) + ".db"));
    CHECK(kept);
    // Each record of this site made one session, but for the exit.
    if (kept)
      CHECK(kept->sessions == kept->submissions - 1);
  }
  is_over = true;
  other.join();
}

TEST_CASE("neither a backup nor a restore overwrites anything", "[backup]") {
  used_site s;
  const temp_dir place;
  const auto file = place.path() / "backup.db";
  std::ofstream{file} << "dear to somebody";
  const auto url = s.place().url();
  const auto password = s.place().password();
  const auto refused = storage::back_up(url, password, file);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == errc::invalid);
  CHECK(bytes_of(file) == "dear to somebody");

  const auto good = place.path() / "good.db";
  REQUIRE(storage::back_up(url, password, good));
  const auto restored =
      storage::restore(url, password, {good, place.path(), has_all_photos, s.time.now()});
  REQUIRE_FALSE(restored);
  CHECK(restored.error().code == errc::db_unavailable);
  CHECK_THAT(restored.error().message, Catch::Contains("nothing was changed"));
  CHECK(s.reader().bounds()->epoch
        == given(storage::back_up(url, password, place.path() / "2.db")).epoch);
}

TEST_CASE("what is no sound backup is not restored, and leaves nothing behind",
          "[backup][sqlite]") {
  used_site s;
  const temp_dir place;
  const auto good = place.path() / "good.db";
  REQUIRE(storage::back_up(s.place().url(), "", good));
  const auto bad = place.path() / "bad.db";
  auto bytes = bytes_of(good);
  errc expected = errc::corrupt;
  SECTION("cut short") {
    std::ofstream{bad, std::ios::binary} << bytes.substr(0, bytes.size() / 2);
  }
  SECTION("zeros in the middle") {
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() * 4 / 10),
              bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() * 6 / 10), '\0');
    std::ofstream{bad, std::ios::binary} << bytes;
  }
  SECTION("not a database") {
    std::ofstream{bad} << std::string(500, 'x');
  }
  SECTION("not there") {
    expected = errc::invalid;
  }
  const auto target = place.path() / "restored.db";
  const auto restored =
      storage::restore(url_of(target), "", {bad, place.path(), has_all_photos, s.time.now()});
  REQUIRE_FALSE(restored);
  CHECK(restored.error().code == expected);
  for (const auto& left : std::filesystem::directory_iterator{place.path()})
    CHECK(left.path().filename().string().find("restor") == std::string::npos);
}

TEST_CASE("after a restore log-ins are void and missing photos are expected again", "[backup]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = make_uuid_v7(s.time.now());
  auto entry = entry_of("B 1 A", id);
  entry.photo = std::string(64, 'a');
  s.accept(s.make(budi, entry));
  REQUIRE(s.writer().photo_arrived(*entry.photo, 100, "image/jpeg", s.time.now()));
  CHECK_FALSE(s.session(id).photo_pending);
  ledger::writer::login_facts facts;
  facts.user_id = budi.who.user_id;
  facts.device_id = budi.who.device_id;
  facts.token_hash = "a token";
  facts.at = s.time.now();
  REQUIRE(given(s.writer().login(facts)).grant);

  const temp_dir place;
  const auto file = place.path() / "backup.db";
  REQUIRE(storage::back_up(s.place().url(), s.place().password(), file));
  const test_database target;
  const auto has_none = [](const std::string&) { return false; };
  const auto kept = given(storage::restore(target.url(), target.password(),
                                           {file, place.path(), has_none, s.time.now()}));
  CHECK(kept.photos_missing == 1);

  const auto database = given(storage::open_database(target.url(), target.password(), s.time));
  const auto reader = given(database->make_reader());
  CHECK_FALSE(given(reader->find_token("a token")));
  protocol::session_find asked;
  asked.session_id = id;
  const auto found = given(reader->query(asked, budi.who, s.time.now()));
  const auto shown = given(protocol::decode_session(items(found, "sessions").front()));
  CHECK(shown.photo_pending);
  const auto writer = given(database->make_writer());
  REQUIRE(writer->photo_arrived(*entry.photo, 100, "image/jpeg", s.time.now()));
  const auto again = given(reader->query(asked, budi.who, s.time.now()));
  CHECK_FALSE(given(protocol::decode_session(items(again, "sessions").front())).photo_pending);
}
