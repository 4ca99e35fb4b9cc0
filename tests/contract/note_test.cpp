#include "tests/contract/site.hpp"

#include "shared/domain/approval.hpp"
#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;

namespace {

std::string code_in(const protocol::accepted& answer) {
  return protocol::string_of(protocol::member_of(answer.data, "code").value()).value();
}

std::vector<std::string> audit_of(site& s, const std::string& action) {
  protocol::audit_list what;
  std::vector<std::string> out;
  for (const auto& line : s.list(what, "entries")) {
    const auto entry = protocol::decode_audit_entry(line).value();
    if (entry.action == action)
      out.push_back(entry.actor + ' ' + entry.entity + ' ' + entry.after + ' ' + entry.reason);
  }
  return out;
}

} // namespace

TEST_CASE("a note becomes a line of the audit, and changes nothing else", "[note]") {
  site s;
  auto budi = s.log_in("budi");
  const auto session = make_uuid_v7(s.time.now());
  s.accept(s.make(budi, entry_of("B 1 A", session)));
  const auto done =
      s.commit({s.make(budi, protocol::note_data{protocol::note_kind::reprint, session, "macet"})});
  CHECK(done.events.empty());
  CHECK(audit_of(s, "note")
        == std::vector<std::string>{"budi session/" + to_string(session)
                                    + R"( {"what":"reprint"} macet)"});
}

TEST_CASE("a supervisor's code is the one that the handheld expects, and is audited", "[note]") {
  site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati", false);
  const auto site_key = s.reader().site_key().value();
  const auto key = crypto::agree(budi.keys.sec, site_key.pub).value();
  const protocol::approval_answer_data ask{budi.who.device_no, "482913", rupiah{2000}};
  CHECK(code_in(s.accept(s.make(wati, ask)))
        == domain::approval_code(budi.who.device_no, "482913", rupiah{2000}, key));
  CHECK(audit_of(s, "approval.answer").size() == 1);
}

TEST_CASE("only a supervisor answers, and only for a device that is approved", "[note]") {
  site s;
  auto budi = s.log_in("budi");
  auto wati = s.log_in("wati", false);
  protocol::approval_answer_data ask{budi.who.device_no, "482913", rupiah{2000}};
  CHECK(s.refuse(s.make(budi, ask)).code == errc::forbidden);
  ask.device_no = 999;
  CHECK(s.refuse(s.make(wati, ask)).code == errc::unknown_device);
  ask.device_no = budi.who.device_no;
  ask.challenge = "48291";
  CHECK(s.refuse(s.make(wati, ask)).field == "data.challenge");
}

TEST_CASE("the site keeps its key over restarts, and tells devices its public half", "[note]") {
  site s;
  const auto before = s.reader().site_key().value().pub;
  s.reopen();
  CHECK(s.reader().site_key().value().pub == before);
  const auto told = protocol::member_of(s.ask(protocol::device_keys{}), "site_key").value();
  CHECK(protocol::string_of(told) == crypto::to_base64(before));
}
