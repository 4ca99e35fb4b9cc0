#include "shared/protocol/codec.hpp"
#include "tests/mobile/core/storefixture.h"

#include <string>
#include <vector>

using namespace palang;
using namespace palang::mobile;
using namespace palang::mobile::samples;
using namespace std::chrono_literals;

TEST_CASE("what the server says never overwrites a change that is still pending",
          "[store][replica]") {
  OpenStore o;
  const auto entry = o.entry("B1X");
  const auto exit = required(o.store.append(exitDraft(entry)));
  auto told = openSession(sessionOf(entry), "B1X");
  told.version = 9;
  const auto here = [&] { return required(o.store.session(told.id)).value(); };

  required(o.store.putSession(told));
  required(o.store.replaceOpenSessions({told}, start + 1s));
  CHECK(here().status == protocol::session_status::closed);

  const auto settle = [&](const uuid& id) {
    required(o.store.mark_applied(id, {.id = id, .is_accepted = true, .why = {}}));
  };
  settle(entry.submission.id);
  required(o.store.putSession(told));
  CHECK(here().status == protocol::session_status::closed);
  settle(exit.submission.id);
  required(o.store.putSession(told));
  CHECK(here().status == protocol::session_status::open);
}

TEST_CASE("an older version never replaces a newer one", "[store][replica]") {
  OpenStore o;
  auto session = openSession(make_uuid_v7(start), "B1X");
  session.version = 3;
  session.status = protocol::session_status::closed;
  required(o.store.putSession(session));
  auto old = session;
  old.version = 2;
  old.status = protocol::session_status::open;
  required(o.store.putSession(old));
  CHECK(required(o.store.session(session.id)) == session);
}

TEST_CASE("an accepted record brings the server's session, unless a newer change is pending",
          "[store][replica]") {
  OpenStore o;
  const auto entry = o.entry("B1X");
  auto told = openSession(sessionOf(entry), "B1X", 1);
  told.ticket_no = "01-003-000001-7";
  const auto data = protocol::object({{"session", protocol::encode(told)}});
  required(o.store.mark_applied(entry.submission.id,
                                {.id = entry.submission.id, .is_accepted = true, .why = {}}));
  required(o.store.keepAnswer(entry.submission.id, data));
  CHECK(o.row(entry.submission.id).acceptedData == data);
  CHECK(required(o.store.sessionByTicket(3, 1)) == told);

  required(o.store.append(exitDraft(entry)));
  required(o.store.keepAnswer(entry.submission.id, data));
  CHECK(required(o.store.session(told.id))->status == protocol::session_status::closed);
  required(o.store.keepAnswer(entry.submission.id, "{}"));
}

TEST_CASE("a complete list removes what is gone and keeps what came since and what only this "
          "device knows",
          "[store][replica]") {
  OpenStore o;
  const auto gone = openSession(make_uuid_v7(start), "B1OLD");
  required(o.store.putSession(gone));
  const auto local = o.entry("B2LOCAL");
  const auto refused = o.entry("B3LOCAL");
  required(o.store.mark_quarantined({refused.submission.id}, {errc::unknown_gate, {}, {}}));
  o.time.advance(10s);
  const auto asOf = o.time.now();
  o.time.advance(1s);
  auto since = openSession(make_uuid_v7(start), "B4NEW");
  since.status = protocol::session_status::closed;
  since.version = 2;
  required(o.store.putSession(since));
  const auto later = openSession(make_uuid_v7(start), "B5NEW");
  required(o.store.putSession(later));

  auto stale = since;
  stale.status = protocol::session_status::open;
  stale.version = 1;
  const auto listed = openSession(make_uuid_v7(start), "B6");
  required(o.store.replaceOpenSessions({listed, stale}, asOf));

  CHECK_FALSE(required(o.store.session(gone.id)));
  CHECK(required(o.store.session(sessionOf(local))));
  CHECK(required(o.store.session(sessionOf(refused))));
  CHECK(required(o.store.session(since.id)) == since);
  CHECK(required(o.store.session(later.id)));
  CHECK(required(o.store.session(listed.id)));
  CHECK(o.store.replicaAsOf() == asOf);
}

TEST_CASE("three characters find a plate anywhere, two its beginning, open ones first",
          "[store][replica]") {
  OpenStore o;
  const auto put = [&](const char* plate, protocol::session_status status, milliseconds after) {
    auto s = openSession(make_uuid_v7(start), plate);
    s.status = status;
    s.entered_at = start + after;
    required(o.store.putSession(s));
  };
  put("B1234XYZ", protocol::session_status::open, 1s);
  put("B1234ABC", protocol::session_status::closed, 9s);
  put("D1234XYZ", protocol::session_status::open, 2s);
  put("F77AA", protocol::session_status::open, 3s);
  const auto found = [&](const char* part, int limit = 20) {
    std::vector<std::string> out;
    for (const auto& s : required(o.store.findSessions(part, limit)))
      out.push_back(s.plate_key);
    return out;
  };
  CHECK(found("234") == std::vector<std::string>{"D1234XYZ", "B1234XYZ", "B1234ABC"});
  CHECK(found("b 12") == std::vector<std::string>{"B1234XYZ", "B1234ABC"});
  CHECK(found("b1") == std::vector<std::string>{"B1234XYZ", "B1234ABC"});
  CHECK(found("77").empty());
  CHECK(found("%%%%23") == std::vector<std::string>{});
  CHECK(found("234", 1).size() == 1);
  CHECK(o.store.findSessions("b", 20).error().code == errc::invalid);
}
