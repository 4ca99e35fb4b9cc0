#include "mobile/core/photostore.h"
#include "tests/mobile/core/storefixture.h"

#include <QFile>

#include <algorithm>

using namespace palang;
using namespace palang::mobile;
using namespace palang::mobile::samples;

namespace {

struct SettledStore : OpenStore {
  OutboxRow applied = entry("B1A");
  OutboxRow refused = entry("B2A");
  OutboxRow left = required(store.append(exitDraft(applied)));
  OutboxRow waiting = entry("B3A");

  SettledStore() {
    for (const auto* row : {&applied, &left})
      required(store.mark_applied(row->submission.id,
                                  {.id = row->submission.id, .is_accepted = true, .why = {}}));
    required(store.mark_quarantined({refused.submission.id}, {errc::bad_plate, "no", {}}));
  }
  [[nodiscard]] std::vector<uuid> pendingIds() {
    std::vector<uuid> out;
    for (const auto& record : required(store.pending()))
      out.push_back(record.id);
    return out;
  }
};

} // namespace

TEST_CASE("the first history that is met asks for nothing", "[store][history]") {
  SettledStore s;
  CHECK_FALSE(s.store.historyMet());
  CHECK(required(s.store.meetHistory("one")) == 0);
  CHECK(s.store.historyMet() == "one");
  CHECK(required(s.store.meetHistory("one")) == 0);
  CHECK(s.pendingIds() == std::vector{s.waiting.submission.id});
}

TEST_CASE("another history gets back what was applied, in its old order and before what is newer",
          "[store][history]") {
  SettledStore s;
  required(s.store.meetHistory("one"));
  CHECK(required(s.store.meetHistory("two")) == 2);
  const auto& a = s.applied.submission.id;
  const auto& b = s.left.submission.id;
  CHECK(s.pendingIds() == std::vector{a, b, s.waiting.submission.id});
  CHECK(required(s.store.returning()) == std::vector{a, b});
  CHECK(s.row(a).wasApplied);
  CHECK(s.row(a).submission == s.applied.submission);
  CHECK(s.row(b).dependsOn == std::vector{a});
  CHECK(s.row(s.refused.submission.id).state == sync::record_state::quarantined);
  SECTION("and again the next one") {
    required(s.store.mark_applied(a, {.id = a, .is_accepted = true, .why = {}}));
    CHECK(required(s.store.returning()) == std::vector{b});
    CHECK(required(s.store.meetHistory("three")) == 1);
    CHECK(required(s.store.returning()) == std::vector{a, b});
  }
}

TEST_CASE("what was recorded anew in another's place is not sent for it", "[store][history]") {
  SettledStore s;
  required(s.store.meetHistory("one"));
  required(s.store.replace(s.refused.submission.id, entryDraft("B2AA")));
  CHECK(required(s.store.meetHistory("two")) == 2);
  const auto ids = s.pendingIds();
  CHECK(std::ranges::count(ids, s.refused.submission.id) == 0);
}

TEST_CASE("another site is never given what belongs to the first", "[store][history]") {
  SettledStore s;
  required(s.store.meetHistory("one"));
  required(s.store.leaveHistory());
  CHECK(required(s.store.meetHistory("elsewhere")) == 0);
  const auto there = s.entry("B4A");
  required(s.store.mark_applied(there.submission.id,
                                {.id = there.submission.id, .is_accepted = true, .why = {}}));
  CHECK(required(s.store.meetHistory("elsewhere, restored")) == 1);
  CHECK(required(s.store.returning()) == std::vector{there.submission.id});
}

TEST_CASE("what a restored server tells replaces what the one before told", "[store][history]") {
  SettledStore s;
  auto session = openSession(make_uuid_v7(start), "B7A");
  session.version = 5;
  required(s.store.putSession(session));
  required(s.store.meetHistory("one"));
  required(s.store.meetHistory("two"));
  session.version = 2;
  session.plate_key = "B8A";
  required(s.store.putSession(session));
  CHECK(required(s.store.session(session.id))->plate_key == "B8A");
}

TEST_CASE("photos that are still here are sent again", "[store][history]") {
  OpenStore s;
  PhotoStore photos{s.store, QString::fromStdString(s.dir.path().string())};
  const auto kept = required(photos.add(QByteArray{"\xFF\xD8\xFF one"}, PhotoKind::Entry));
  const auto gone = required(photos.add(QByteArray{"\xFF\xD8\xFF two"}, PhotoKind::Exit));
  for (const auto& sha256 : {kept, gone})
    required(photos.markUploaded(sha256));
  QFile::remove(photos.path(gone));
  CHECK(required(photos.sendAgain()) == 1);
  CHECK(required(photos.pending(10)).front().sha256 == kept);
}
