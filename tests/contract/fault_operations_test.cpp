// Every operation of the writer, cut off at its first, second, third … statement: after each
// failure the database is as it was before; once it goes through, it has changed.
#include "shared/protocol/codec.hpp"
#include "tests/contract/site.hpp"
#include "tests/contract/statement_cut.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <memory>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

/// All rows of all tables, as another process sees them.
std::vector<std::string> everything(const site& s) {
  std::vector<std::string> out;
  for (const auto& table : s.place().tables())
    for (const auto& row : s.place().rows("SELECT * FROM " + table))
      out.push_back(table + ": " + row);
  return out;
}

using operation = std::function<result<void>(site&)>;

struct named {
  std::string name;
  /// Brings the site to where the operation makes sense, and returns it.
  std::function<operation(site&)> prepare;
};

/// A submission that must be accepted.
named submission(std::string name, std::function<ledger::submission(site&)> make) {
  return {std::move(name), [make](site& s) -> operation {
            return [made = make(s)](site& on) -> result<void> {
              const auto done = on.writer().submit(std::span{&made, 1});
              if (!done)
                return fail(done.error());
              REQUIRE(std::holds_alternative<protocol::accepted>(done->answers.front()));
              return {};
            };
          }};
}

worker admin_of(site& s) {
  auto out = s.log_in("wati", false);
  out.who.user_role = protocol::role::admin;
  return out;
}

uuid enter(site& s, worker& by, const std::string& plate, bool is_offline = false) {
  const auto id = make_uuid_v7(s.time.now());
  auto made = s.make(by, entry_of(plate, id));
  made.content.is_offline = is_offline;
  s.accept(made);
  return id;
}

uuid pending_device(site& s) {
  ledger::writer::login_facts facts;
  facts.user_id = s.reader().find_credentials("budi")->value().who.id;
  facts.device_id = make_uuid_v7(s.time.now());
  facts.device_key = crypto::to_base64(crypto::make_key_pair().pub);
  facts.at = s.time.now();
  facts.token_hash = "pending";
  REQUIRE(s.writer().login(facts));
  return *facts.device_id;
}

const std::string some_hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$c29tZWhhc2g";

std::vector<named> submissions() {
  return {
      submission("entry",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   auto data = entry_of("B 1 A", make_uuid_v7(s.time.now()));
                   data.photo = std::string(64, 'a');
                   return s.make(budi, data);
                 }),
      submission("entry of a second car",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   enter(s, budi, "B 1 A");
                   auto made = s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
                   made.content.is_offline = true;
                   return made;
                 }),
      submission("exit",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   return s.make(budi, exit_of(enter(s, budi, "B 1 A"), 5'000));
                 }),
      submission("exit without an entry",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   auto made = s.make(budi, exit_of(make_uuid_v7(s.time.now()), 5'000));
                   made.content.is_offline = true;
                   return made;
                 }),
      submission("entry after its exit",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   const auto id = make_uuid_v7(s.time.now());
                   auto exit = s.make(budi, exit_of(id, 5'000));
                   exit.content.is_offline = true;
                   s.accept(exit);
                   auto entry = s.make(budi, entry_of("B 1 A", id));
                   entry.content.is_offline = true;
                   return entry;
                 }),
      submission("second exit",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   const auto id = enter(s, budi, "B 1 A");
                   s.accept(s.make(budi, exit_of(id, 5'000)));
                   auto made = s.make(budi, exit_of(id, 5'000));
                   made.content.is_offline = true;
                   return made;
                 }),
      submission("void",
                 [](site& s) {
                   auto wati = s.log_in("wati");
                   return s.make(wati, protocol::void_data{enter(s, wati, "B 1 A"), "salah"});
                 }),
      submission("correct",
                 [](site& s) {
                   auto wati = s.log_in("wati");
                   protocol::correct_data what;
                   what.session_id = enter(s, wati, "B 1 A");
                   what.plate = "B 2 A";
                   what.reason = "salah";
                   return s.make(wati, what);
                 }),
      submission("merge",
                 [](site& s) {
                   auto wati = s.log_in("wati");
                   const auto keep = enter(s, wati, "B 1 A");
                   return s.make(
                       wati, protocol::merge_data{keep, enter(s, wati, "B 1 A", true), "kembar"});
                 }),
      submission("gate.open",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   protocol::gate_open_data what;
                   what.gate_id = "in-1";
                   what.reason = "tamu";
                   return s.make(budi, what);
                 }),
      submission(
          "gate.mode",
          [](site& s) {
            auto wati = s.log_in("wati");
            return s.make(wati, protocol::gate_mode_data{"in-1", protocol::gate_mode::closed});
          }),
      submission("shift.open",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   const auto id = enter(s, budi, "B 1 A");
                   s.accept(s.make(budi, exit_of(id, 5'000)));
                   return s.make(budi, protocol::shift_open_data{make_uuid_v7(s.time.now()), {}});
                 }),
      submission("shift.close",
                 [](site& s) {
                   auto budi = s.log_in("budi");
                   const auto shift = make_uuid_v7(s.time.now());
                   s.accept(s.make(budi, protocol::shift_open_data{shift, {}}));
                   ++budi.next_seq; // a hole: an alert is raised, too
                   return s.make(budi, protocol::shift_close_data{
                                           shift, {}, protocol::shift_records{1, 3, 3}});
                 }),
      submission("alert.resolve",
                 [](site& s) {
                   auto wati = s.log_in("wati");
                   enter(s, wati, "B 1 A");
                   enter(s, wati, "B 1 A", true);
                   const auto raised = s.alerts(protocol::alert_kind::duplicate);
                   return s.make(wati, protocol::alert_resolve_data{raised.front().id, "sudah"});
                 }),
      submission("config.set",
                 [](site& s) {
                   auto admin = admin_of(s);
                   return s.make(admin,
                                 protocol::config_set_data{"/gates/0/name", "\"Utara\"",
                                                           s.reader().configuration()->version});
                 }),
      submission("device.approve",
                 [](site& s) {
                   auto admin = admin_of(s);
                   return s.make(admin, protocol::device_approve_data{pending_device(s)});
                 }),
      submission("device.revoke",
                 [](site& s) {
                   auto admin = admin_of(s);
                   const auto budi = s.log_in("budi");
                   return s.make(admin, protocol::device_revoke_data{*budi.who.device_id});
                 }),
      submission("user.set",
                 [](site& s) {
                   auto admin = admin_of(s);
                   protocol::user_set_data what;
                   what.username = "budi";
                   what.name = "Budi";
                   what.user_role = protocol::role::supervisor;
                   return s.make(admin, what);
                 }),
  };
}

template <class T>
result<void> without_value(const result<T>& done) {
  return done ? result<void>{} : fail(done.error());
}

std::vector<named> others() {
  return {
      {"log-in of a new device",
       [](site& s) -> operation {
         ledger::writer::login_facts facts;
         facts.user_id = s.reader().find_credentials("budi")->value().who.id;
         facts.device_id = make_uuid_v7(s.time.now());
         facts.device_key = crypto::to_base64(crypto::make_key_pair().pub);
         facts.token_hash = "new";
         facts.at = s.time.now();
         facts.auto_approve = true;
         return [facts](site& on) { return without_value(on.writer().login(facts)); };
       }},
      {"log-out",
       [](site& s) -> operation {
         ledger::writer::login_facts facts;
         facts.user_id = s.reader().find_credentials("wati")->value().who.id;
         facts.token_hash = "old";
         facts.at = s.time.now();
         REQUIRE(s.writer().login(facts));
         return [](site& on) { return on.writer().logout("old"); };
       }},
      {"photo",
       [](site& s) -> operation {
         auto budi = s.log_in("budi");
         auto data = entry_of("B 1 A", make_uuid_v7(s.time.now()));
         data.photo = std::string(64, 'a');
         s.accept(s.make(budi, data));
         return [](site& on) {
           return without_value(
               on.writer().photo_arrived(std::string(64, 'a'), 9, "image/png", on.time.now()));
         };
       }},
      {"outcome of an opening",
       [](site& s) -> operation {
         auto budi = s.log_in("budi");
         protocol::gate_open_data what;
         what.gate_id = "in-1";
         what.reason = "tamu";
         const auto command = s.commit({s.make(budi, what)}).commands.front().id;
         return [command](site& on) {
           return without_value(on.writer().settle_command(
               command, protocol::command_state::confirmed, "", on.time.now()));
         };
       }},
      {"audit",
       [](site&) -> operation {
         return [](site& on) {
           return on.writer().audit({0, on.time.now(), "wati", "x", "y", "", "", ""});
         };
       }},
      {"probe",
       [](site& s) -> operation {
         s.time.advance(1s);
         return [](site& on) { return on.writer().probe(on.time.now()); };
       }},
      {"user at a shell",
       [](site&) -> operation {
         return [](site& on) {
           return without_value(on.writer().put_user("tono", "Tono", protocol::role::attendant,
                                                     some_hash, false, on.time.now()));
         };
       }},
      {"configuration at a shell",
       [](site& s) -> operation {
         auto document = s.reader().configuration()->document;
         document.gates.front().name = "Utara";
         return [document](site& on) {
           return on.writer().put_config(document, on.time.now(), "system");
         };
       }},
      {"enrolment",
       [](site&) -> operation {
         return [](site& on) { return on.writer().add_enrolment("code", on.time.now() + 1h); };
       }},
      {"retention",
       [](site& s) -> operation {
         auto budi = s.log_in("budi");
         for (int i = 0; i < 5; ++i)
           enter(s, budi, "B " + std::to_string(i) + " A");
         REQUIRE(s.writer().photo_arrived(std::string(64, 'b'), 9, "image/png", s.time.now()));
         s.time.advance(48h);
         ledger::writer::prune_request what;
         what.journal_before = what.tokens_before = s.time.now();
         what.photos = {std::string(64, 'b')};
         what.limit = 100;
         return [what](site& on) { return without_value(on.writer().prune(what)); };
       }},
  };
}

void cut_everywhere(const named& what, statement_cut& cutting) {
  INFO(what.name);
  site s;
  const auto run = what.prepare(s);
  const auto before = everything(s);
  int failures = 0;
  for (int at = 1;; ++at) {
    CAPTURE(at);
    cutting.at(at);
    const auto done = run(s);
    cutting.at(0);
    if (done)
      break;
    REQUIRE(done.error().code == errc::db_unavailable);
    REQUIRE(everything(s) == before);
    ++failures;
  }
  CHECK(failures >= 3); // begin, a row, commit
  CHECK(everything(s) != before);
}

} // namespace

TEST_CASE("each kind of submission is there as a whole or not at all", "[fault]") {
  statement_cut cutting;
  for (const auto& what : submissions())
    cut_everywhere(what, cutting);
}

TEST_CASE("each other write is there as a whole or not at all", "[fault]") {
  statement_cut cutting;
  for (const auto& what : others())
    cut_everywhere(what, cutting);
}
