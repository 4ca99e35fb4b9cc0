// Sessions are listed by whatever a supervisor looks for.
#include "tests/contract/supervision.hpp"

#include <set>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

std::set<std::string> plates_of(const std::string& data) {
  std::set<std::string> out;
  for (const auto& item : items(data, "sessions"))
    out.insert(protocol::decode_session(item)->plate_key);
  return out;
}

} // namespace

TEST_CASE("sessions are listed by type, person, plate, flag, amount and photo", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto start = s.time.now();
  const auto a = enter(s, budi, "B 1 AA");
  const auto b = enter(s, sari, "B 2 BB");
  enter(s, budi, "D 3 CC");
  s.time.advance(30min);
  s.accept(s.make(sari, exit_of(a, 5'000)));
  auto lost = exit_of(b, 1'000);
  lost.is_lost_ticket = true;
  s.accept(s.make(budi, lost));
  protocol::session_list what;
  const auto found = [&] { return plates_of(s.ask(what)); };
  what.entry_by = "budi";
  CHECK(found() == std::set<std::string>{"B1AA", "D3CC"});
  what.entry_by.reset();
  what.exit_by = "budi";
  CHECK(found() == std::set<std::string>{"B2BB"});
  what.exit_by.reset();
  what.plate = "2 b";
  CHECK(found() == std::set<std::string>{"B2BB"});
  what.plate.reset();
  what.flag = "lost_ticket";
  CHECK(found() == std::set<std::string>{"B2BB"});
  what.flag.reset();
  what.amount = protocol::amount_filter::under;
  CHECK(found() == std::set<std::string>{"B2BB"});
  what.amount = protocol::amount_filter::over;
  CHECK(found().empty());
  what.amount = protocol::amount_filter::nothing;
  CHECK(found().empty());
  what.amount.reset();
  what.vehicle_type = domain::vehicle_class::truk;
  CHECK(found().empty());
  what.vehicle_type.reset();
  what.is_by_exit = true;
  what.window.from = start + 10min;
  CHECK(found() == std::set<std::string>{"B1AA", "B2BB"});
  what.is_without_exit_photo = true;
  CHECK(found().size() == 2);
  CHECK(s.session(a).entry_by == "budi");
  CHECK(s.session(a).exit_by == "sari");
  check_hours(s.place());
}

TEST_CASE("sessions are listed by attendant, way to pay, stay, money and what is notable",
          "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto quick = enter(s, budi, "B 1 AA");
  const auto dear = enter(s, sari, "B 2 BB");
  enter(s, budi, "D 3 CC");
  s.time.advance(30min);
  s.accept(s.make(sari, exit_of(quick, 5'000)));
  s.time.advance(60min);
  auto paid = exit_of(dear, 9'000);
  paid.paid->method = "qris";
  s.accept(s.make(sari, paid));
  const auto found = [&](auto change) {
    protocol::session_list what;
    change(what);
    return plates_of(s.ask(what));
  };
  using names = std::set<std::string>;
  CHECK(found([](auto& w) { w.attendant = "sari"; }) == names{"B1AA", "B2BB"});
  CHECK(found([](auto& w) { w.attendant = "budi"; }) == names{"B1AA", "D3CC"});
  CHECK(found([](auto& w) { w.method = "qris"; }) == names{"B2BB"});
  CHECK(found([](auto& w) { w.method = "transfer"; }).empty());
  CHECK(found([](auto& w) { w.stay_to = 31; }) == names{"B1AA"});
  CHECK(found([](auto& w) { w.stay_to = 30; }).empty());
  CHECK(found([](auto& w) { w.stay_from = 90; }) == names{"B2BB", "D3CC"});
  CHECK(found([](auto& w) { w.charged_from = rupiah{5'001}; }) == names{"B2BB"});
  CHECK(found([](auto& w) {
          w.charged_from = rupiah{5'000};
          w.charged_to = rupiah{9'000};
        })
        == names{"B1AA"});
  CHECK(found([](auto& w) { w.is_notable = true; }) == names{"B2BB"});
  CHECK(found([](auto& w) {
          w.is_notable = true;
          w.is_by_exit = true;
          w.attendant = "budi";
        }).empty());
}

TEST_CASE("pages by exit follow each other without gap or repeat", "[supervision]") {
  site s;
  auto budi = s.log_in("budi");
  for (int i = 1; i <= 12; ++i) {
    const auto id = enter(s, budi, "B " + std::to_string(i) + " A");
    s.time.advance(i % 3 == 0 ? 20min : 0min);
    s.accept(s.make(budi, exit_of(id, 0)));
  }
  protocol::session_list what;
  what.is_by_exit = true;
  what.exit_by = "budi";
  what.window.limit = 5;
  std::vector<std::string> seen;
  do {
    const auto data = s.ask(what);
    for (const auto& item : items(data, "sessions"))
      seen.push_back(protocol::decode_session(item)->plate_key);
    what.window.after = protocol::string_of(member(data, "next"));
  } while (what.window.after);
  CHECK(seen.size() == 12);
  CHECK(std::set(seen.begin(), seen.end()).size() == 12);
}
