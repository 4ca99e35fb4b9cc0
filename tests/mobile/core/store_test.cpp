#include "mobile/core/store.h"

#include "mobile/core/sqlite.h"
#include "tests/mobile/core/storefixture.h"

#include <QFileInfo>

#include <algorithm>
#include <csignal>
#include <string>
#include <sys/resource.h>

using namespace palang;
using namespace palang::mobile;
using namespace palang::mobile::samples;
using namespace std::chrono_literals;
using sync::record_state;

namespace {

/// Files may not grow beyond this while it lives: a disk that is full.
class FileSizeLimit {
public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{bytes, m_before.rlim_max};
    m_handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
  rlimit m_before{};
  void (*m_handler)(int) = nullptr;
};

} // namespace

TEST_CASE("a record and its session are there after the store is opened again", "[store]") {
  testing::temp_dir dir;
  const manual_clock time{start};
  const auto path = QString::fromStdString(dir.file("palang.sqlite"));
  OutboxRow made;
  {
    Store store{time};
    CHECK_FALSE(required(store.open(path)).wasSalvaged);
    made = required(store.append(entryDraft("B1234XYZ")));
  }
  Store store{time};
  CHECK_FALSE(required(store.open(path)).wasSalvaged);
  const auto row = required(store.row(made.submission.id));
  CHECK(row.submission == made.submission);
  CHECK(row.state == record_state::pending);
  CHECK(row.createdAt == start);
  CHECK(row.username == "budi");
  CHECK(row.summary == "B1234XYZ · MOBIL · in-1");
  CHECK(required(store.session(sessionOf(made)))->plate_key == "B1234XYZ");
}

TEST_CASE("a device's numbers are gapless, and a client without a device takes none", "[store]") {
  OpenStore o;
  CHECK(required(o.store.nextDeviceSeq()) == 1);
  CHECK(o.entry("B1X").submission.device_seq == 1U);
  auto anonymous = entryDraft("B2X");
  anonymous.hasDevice = false;
  CHECK_FALSE(required(o.store.append(anonymous)).submission.device_seq);
  CHECK(o.entry("B3X").submission.device_seq == 2U);
  CHECK(required(o.store.nextDeviceSeq()) == 3);
}

TEST_CASE("a refused append takes no number and leaves no session", "[store]") {
  OpenStore o;
  auto draft = entryDraft("B1X");
  draft.id = o.entry("B2X").submission.id;
  CHECK(o.store.append(draft).error().code == errc::id_reused);
  CHECK(required(o.store.session(draft.effect->id)) == std::nullopt);
  std::get<protocol::entry_data>(draft.data).plate.reset();
  draft.id.reset();
  const auto unreadable = o.store.append(draft);
  REQUIRE_FALSE(unreadable);
  CHECK(unreadable.error().code == errc::invalid);
  CHECK(required(o.store.nextDeviceSeq()) == 2);
}

TEST_CASE("pending records come in order with what they depend on", "[store]") {
  OpenStore o;
  const auto entry = o.entry("B1X");
  const auto other = o.entry("B2X");
  auto draft = exitDraft(entry);
  draft.dependsOn.push_back(other.submission.id);
  const auto exit = required(o.store.append(draft));
  const auto pending = required(o.store.pending());
  REQUIRE(pending.size() == 3);
  CHECK(std::ranges::is_sorted(pending, {}, &sync::outbox_record::position));
  CHECK(pending[2].id == exit.submission.id);
  CHECK(pending[2].depends_on == draft.dependsOn);
  CHECK(o.row(exit.submission.id).dependsOn == draft.dependsOn);
}

TEST_CASE("an applied record leaves the queue and stays in the archive until it is cleaned",
          "[store]") {
  OpenStore o;
  const auto id = o.entry("B1X").submission.id;
  o.time.advance(5s);
  required(
      o.store.mark_applied(id, {.id = id, .is_accepted = true, .is_duplicate = true, .why = {}}));
  CHECK(required(o.store.pending()).empty());
  const auto row = o.row(id);
  CHECK(row.state == record_state::applied);
  CHECK(row.isDuplicate);
  CHECK(row.settledAt == start + 5s);
  o.time.advance(std::chrono::days{6});
  CHECK(required(o.store.cleanArchive(7)) == 0);
  o.time.advance(std::chrono::days{2});
  o.entry("B2X");
  CHECK(required(o.store.cleanArchive(7)) == 1);
  CHECK(o.store.row(id).error().code == errc::not_found);
  CHECK(required(o.store.counts()).pending == 1);
}

TEST_CASE("a settled record is not settled again", "[store]") {
  OpenStore o;
  const auto id = o.entry("B1X").submission.id;
  required(o.store.mark_applied(id, {.id = id, .is_accepted = true, .why = {}}));
  required(o.store.mark_quarantined({id}, {errc::bad_plate, "late", {}}));
  CHECK(o.row(id).state == record_state::applied);
}

TEST_CASE("a quarantine names its reason and takes the dependants along; a retry brings all back",
          "[store]") {
  OpenStore o;
  const auto entry = o.entry("B1X");
  const auto exit = required(o.store.append(exitDraft(entry)));
  const auto bystander = o.entry("B2X");
  required(o.store.mark_quarantined({entry.submission.id, exit.submission.id},
                                    {errc::unknown_gate, "no such gate", "data.gate_id"}));
  CHECK(o.row(entry.submission.id).why
        == error{errc::unknown_gate, "no such gate", "data.gate_id"});
  CHECK(o.row(exit.submission.id).why->message.find(entry.summary) != std::string::npos);
  CHECK(required(o.store.is_quarantined(exit.submission.id)));
  CHECK_FALSE(required(o.store.is_quarantined(bystander.submission.id)));
  const auto counts = required(o.store.counts());
  CHECK(counts.pending == 1);
  CHECK(counts.quarantined == 2);
  required(o.store.retry(entry.submission.id));
  CHECK(required(o.store.pending()).size() == 3);
  CHECK_FALSE(o.row(exit.submission.id).why);
}

TEST_CASE("a record that depends on a quarantined one is quarantined as it is made", "[store]") {
  OpenStore o;
  const auto entry = o.entry("B1X");
  required(
      o.store.mark_quarantined({entry.submission.id}, {errc::unknown_gate, "no such gate", {}}));
  const auto exit = required(o.store.append(exitDraft(entry)));
  CHECK(exit.state == record_state::quarantined);
  CHECK(exit.submission.device_seq == 2U);
  REQUIRE(exit.why);
  CHECK(exit.why->message.find(entry.summary) != std::string::npos);
}

TEST_CASE("lists come newest first, by state, and by number", "[store]") {
  OpenStore o;
  for (const auto* plate : {"B1X", "B2X", "B3X", "B4X"})
    o.entry(plate);
  const auto second = required(o.store.rowsBySeq(2, 2)).at(0).submission.id;
  required(o.store.mark_applied(second, {.id = second, .is_accepted = true, .why = {}}));
  const auto pending = required(o.store.rows(record_state::pending, 2));
  REQUIRE(pending.size() == 2);
  CHECK(pending[0].submission.device_seq == 4U);
  CHECK(pending[1].submission.device_seq == 3U);
  CHECK(required(o.store.rows(std::nullopt, 10)).size() == 4);
  CHECK(required(o.store.rowsBySeq(2, 3)).size() == 2);
  CHECK(required(o.store.counts()).oldestPending == start);
}

TEST_CASE("text of every kind comes back as it went in", "[store]") {
  OpenStore o;
  auto draft = entryDraft("B1X");
  draft.summary = "100 % _ ' \" \\ 🚗";
  std::get<protocol::entry_data>(draft.data).gate_id = "pintu 'ä' 🚧";
  const auto row = required(o.store.append(draft));
  CHECK(o.row(row.submission.id).summary == draft.summary);
  CHECK(o.row(row.submission.id).submission.data == draft.data);
}

TEST_CASE("settings and the sync history survive", "[store]") {
  OpenStore o;
  CHECK_FALSE(o.store.setting("a"));
  required(o.store.setSetting("a", "1"));
  required(o.store.setSetting("a", ""));
  CHECK(o.store.setting("a") == "");
  required(o.store.removeSetting("a"));
  CHECK_FALSE(o.store.setting("a"));
  required(o.store.addSyncSummary({.startedAt = start, .finishedAt = start + 1s, .sent = 1}));
  required(o.store.addSyncSummary({.startedAt = start,
                                   .finishedAt = start + 2s,
                                   .alreadyThere = 2,
                                   .quarantined = 3,
                                   .failed = 4,
                                   .isCancelled = true}));
  const auto history = required(o.store.syncHistory(10));
  REQUIRE(history.size() == 2);
  CHECK(history[0].isCancelled);
  CHECK(history[0].alreadyThere + history[0].quarantined * 10 + history[0].failed * 100 == 432);
  CHECK(history[1].sent == 1);
}

TEST_CASE("the connection is as durable as it says", "[store]") {
  OpenStore o;
  const auto pragma = [&](const char* name) {
    auto q = o.store.database().query(name);
    REQUIRE(q.next());
    return q.text(0);
  };
  CHECK(pragma("PRAGMA journal_mode") == "wal");
  CHECK(pragma("PRAGMA synchronous") == "2");
  CHECK(pragma("PRAGMA foreign_keys") == "1");
  CHECK(pragma("PRAGMA busy_timeout") == "5000");
}

TEST_CASE("a full disk refuses the record whole, and the next one goes on without a gap",
          "[store]") {
  OpenStore o;
  std::uint32_t refused = 0;
  std::uint32_t kept = 0;
  // Each append writes several pages to the log: the disk gets full at every one of them in turn.
  for (qint64 room = 0; room < 40'000; room += 1'000) {
    CAPTURE(room);
    const auto plate = "B" + std::to_string(room) + "X";
    result<OutboxRow> row = fail(errc::internal, "not tried");
    {
      const FileSizeLimit full{static_cast<rlim_t>(QFileInfo{o.path + "-wal"}.size() + room)};
      row = o.store.append(entryDraft(plate));
    }
    if (!row)
      CHECK(row.error().code == errc::db_unavailable);
    ++(row ? kept : refused);
    CHECK(required(o.store.nextDeviceSeq()) == kept + 1);
    CHECK(required(o.store.findSessions(plate, 5)).size() == (row ? 1 : 0));
  }
  CHECK(refused > 3);
  CHECK(kept > 3);
  CHECK(o.entry("B1X").submission.device_seq == kept + 1);
}

TEST_CASE("a database of a newer program is left alone", "[store]") {
  testing::temp_dir dir;
  const manual_clock time{start};
  const auto path = QString::fromStdString(dir.file("palang.sqlite"));
  {
    Store store{time};
    required(store.open(path));
    required(store.database().execute("PRAGMA user_version = 99"));
  }
  Store store{time};
  CHECK(store.open(path).error().code == errc::not_supported);
}

TEST_CASE("a store that cannot be opened says so and answers every call", "[store]") {
  testing::temp_dir dir;
  const manual_clock time{start};
  Store store{time};
  CHECK(store.open(QString::fromStdString(dir.file("no/such/folder/palang.sqlite"))).error().code
        == errc::db_unavailable);
  CHECK(store.append(entryDraft("B1X")).error().code == errc::db_unavailable);
  CHECK(store.pending().error().code == errc::db_unavailable);
  CHECK_FALSE(store.setting("a"));
}

TEST_CASE("a file of an older program is brought up to date with its records", "[store]") {
  testing::temp_dir dir;
  const manual_clock time{start};
  const auto path = QString::fromStdString(dir.file("palang.sqlite"));
  uuid id;
  {
    Store store{time};
    required(store.open(path));
    id = required(store.append(entryDraft("B1X"))).submission.id;
    required(store.database().execute("DROP TABLE carried_copy; DROP INDEX outbox_returning; "
                                      "DROP TABLE photo; DROP TABLE imported_file; DROP TABLE "
                                      "sync_history; DROP TABLE setting; ALTER TABLE outbox DROP COLUMN "
                                      "was_applied; PRAGMA user_version = 2"));
  }
  Store store{time};
  CHECK_FALSE(required(store.open(path)).wasSalvaged);
  CHECK(required(store.row(id)).state == record_state::pending);
  required(store.setSetting("a", "1"));
}

TEST_CASE("two programs on one file take their numbers in turn", "[store]") {
  OpenStore o;
  Store other{o.time};
  required(other.open(o.path));
  for (std::uint32_t i = 0; i < 6; ++i) {
    auto& store = i % 2 == 0 ? o.store : other;
    CHECK(required(store.append(entryDraft("B1X"))).submission.device_seq == i + 1);
  }
  CHECK(required(o.store.pending()).size() == 6);
}
