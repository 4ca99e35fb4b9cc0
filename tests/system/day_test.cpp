// A whole day through a real server: 5,000 stays, 20 handhelds, links that break. The money agrees
// to the rupiah.
#include "shared/core/crypto.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/server_process.hpp"
#include "tests/system/day.hpp"
#include "tests/system/outbox_replay.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <set>
#include <thread>

using namespace palang;
using namespace palang::testing;

namespace {

/// What a reading must give; the reason is printed when it does not.
template <class T>
T read(result<T> reading) {
  INFO((reading ? std::string{} : reading.error().field + ": " + reading.error().message));
  REQUIRE(reading);
  return std::move(*reading);
}

struct books {
  std::int64_t closed = 0;
  std::int64_t open = 0;
  std::int64_t others = 0;
  rupiah fees{};
  rupiah charged{};
};

/// Reads every session of the server, page by page.
books read_books(protocol_client& supervisor) {
  books out;
  std::set<uuid> seen;
  protocol::session_list request;
  request.window.limit = 200;
  while (true) {
    const auto data = supervisor.ask(request);
    for (const auto& item : read(protocol::items_of(data, "sessions"))) {
      const auto s = read(protocol::decode_session(item));
      REQUIRE(seen.insert(s.id).second);
      switch (s.status) {
      case protocol::session_status::closed:
        ++out.closed;
        out.fees += s.fee.value();
        out.charged += s.charged.value();
        break;
      case protocol::session_status::open:
        ++out.open;
        break;
      default:
        ++out.others;
      }
    }
    request.window.after = protocol::string_of(read(protocol::member_of(data, "next")));
    if (!request.window.after)
      return out;
  }
}

login_facts handheld(const crypto::key_pair& keys, int n) {
  login_facts facts;
  facts.username = n % 2 == 0 ? "budi" : "sari";
  facts.device_id = make_uuid_v7(system_clock{}.now());
  facts.device_key = crypto::to_base64(keys.pub);
  return facts;
}

} // namespace

TEST_CASE("a day of 5,000 stays over 20 handhelds with broken links agrees to the rupiah",
          "[system]") {
  const server_database database;
  server_process server{database.arguments(), database.environment()};
  // A connection for each look: one that nobody reads from meanwhile is ended by the server.
  const auto supervisor = [&server] {
    const auto token = log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token;
    return std::make_unique<protocol_client>(server.client_port(), token,
                                             std::vector<std::string>{});
  };
  const auto config = read(protocol::decode_config(
      read(protocol::member_of(supervisor()->ask(protocol::config_get{}), "config"))));

  day_options options;
  options.seed = 20261122;
  options.end = system_clock{}.now();
  INFO("seed " << options.seed);
  const auto the_day = make_day(options, config);

  std::vector<replay_report> reports(the_day.devices.size());
  std::vector<std::thread> handhelds;
  for (std::size_t i = 0; i < the_day.devices.size(); ++i)
    handhelds.emplace_back([&, i] {
      replay_options o;
      o.port = server.client_port();
      o.who = handheld(crypto::make_key_pair(), static_cast<int>(i));
      o.seed = options.seed + static_cast<std::uint32_t>(i);
      reports[i] = replay(the_day.devices[i].records, o);
    });
  for (auto& h : handhelds)
    h.join();

  int connections = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto& made = the_day.devices[i];
    INFO("device " << i
                   << (reports[i].refusals.empty() ? ""
                                                   : ": " + reports[i].refusals.front().message));
    CHECK(reports[i].refusals.empty());
    CHECK(reports[i].accepted == static_cast<int>(made.records.size()));
    connections += reports[i].connections;

    // The shift was closed last: its reckoning knows every payment of this handheld.
    const auto& closing = reports[i].answers.back();
    const auto shift = read(protocol::decode_shift(read(protocol::member_of(closing, "shift"))));
    CHECK(shift.expected == made.opening_cash + made.cash_taken);
    CHECK(shift.difference == rupiah{0});
    CHECK(read(protocol::items_of(closing, "missing")).empty());
  }
  CHECK(connections > static_cast<int>(reports.size()));

  const auto found = read_books(*supervisor());
  CHECK(found.closed == the_day.exits);
  CHECK(found.open == the_day.entries - the_day.exits);
  CHECK(found.others == 0);
  CHECK(found.fees == the_day.fees);
  CHECK(found.charged == the_day.charged);
  CHECK(server.stop() == 0);
}
