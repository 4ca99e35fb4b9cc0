// The attendant's real window and a real server; the network is cut before a press, between it and
// its answer, and after the answer. At the end both have the same records, the indicator told the
// truth all along, and no screen was a dead end.
#include "tests/support/server_process.hpp"
#include "tests/support/tcp_relay.hpp"
#include "tests/system/handheld_window.hpp"
#include "tests/system/site_books.hpp"
#include "tests/system/sync_device.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <functional>
#include <thread>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

bool eventually(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + 60s;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end)
      return false;
    std::this_thread::sleep_for(50ms);
  }
  return true;
}

std::string log_in_at(const std::string& gate) {
  return R"(timeout 60000
wait login.submit
type login.username budi
type login.password palang-demo
click login.submit
wait gates.)"
         + gate + "\nclick gates." + gate + "\nwaitText connection Terhubung\n";
}

constexpr auto send_without_asking = R"(click connection
click sync.autoSend
click sync.connection.close
waitGone sync.connection.close
)";

constexpr auto let_someone_in = R"(wait entry.saveButton
click entry.class.MOBIL
keys B1234XYZ
click entry.saveButton
waitText entry.delivery Diterima
click entry.nextButton
)";

constexpr auto open_shift = R"(click nav.shift
type shift.openingCash 100000
click shift.open
wait shift.close
)";

constexpr auto all_is_sent = R"(click nav.outbox
waitSaid outbox.list Semua sudah terkirim
)";

/// What an attendant does, in the steps between which a network can go.
struct flow {
  std::string name;
  std::string setup; ///< Online.
  std::string press;
  std::string saved;    ///< Holds as soon as it is on the device.
  std::string answered; ///< Holds when the server has it.
  std::string next;     ///< And on it goes.
};

std::vector<flow> flows() {
  return {
      {"Masuk", "wait entry.saveButton\nclick entry.class.MOBIL\nkeys B1234XYZ\n",
       "click entry.saveButton\n", "wait entry.ticketNumber\nwaitText entry.delivery Tersimpan\n",
       "waitText entry.delivery Diterima\n", "click entry.nextButton\nwait entry.saveButton\n"},
      {"Keluar", std::string{let_someone_in} + R"(click nav.more
click more.gate
click gates.out-1
wait exit.search
keys 1234
click exit.found.0
wait exit.payButton
click exit.lostTicket
click exit.cash.exact
)",
       "click exit.payButton\n", "wait exit.done\nwaitText exit.doneChange Rp0\n",
       std::string{all_is_sent} + "click nav.exit\nwait exit.done\n",
       "click exit.nextButton\nwait exit.search\n"},
      {"Buka shift", "click nav.shift\ntype shift.openingCash 100000\n", "click shift.open\n",
       "wait shift.close\n", std::string{all_is_sent} + "click nav.shift\n",
       "click shift.close\ntype shift.counted 100000\nclick shift.confirmClose\n"
       "waitText shift.audit di server\nclick shift.finish\nwait shift.open\n"},
      {"Tutup shift",
       std::string{open_shift} + all_is_sent
           + "click nav.shift\nclick shift.close\ntype shift.counted 100000\n",
       "click shift.confirmClose\n", "waitText shift.countedFact Rp100.000\n",
       "waitText shift.audit di server\n", "click shift.finish\nwait shift.open\n"},
  };
}

/// The device's folder and the server's journal name the same records, each once, none refused.
void check_books(const handheld_window& window, const server_process& server) {
  std::multiset<uuid> on_device;
  for (const auto& record : device_records(window.data_dir())) {
    CHECK(record.state == "applied");
    on_device.insert(record.id);
  }
  const auto books = read_books(server.client_port());
  CHECK(books.accepted == on_device);
  CHECK(books.refused.empty());
  CHECK(books.is_journal_gapless);
}

} // namespace

TEST_CASE("the network goes before the press", "[system][handheld]") {
  for (const auto& f : flows()) {
    INFO(f.name);
    server_process server;
    handheld_window window{server.client_port()};
    window.play(log_in_at("in-1") + f.setup + "stop before\nwaitText connection Terputus\n"
                + f.press + f.saved + R"(waitText connection Terputus
stop pressed
wait sync.prompt.now
click sync.prompt.now
wait sync.summary.done
click sync.summary.done
waitGone sync.summary.done
waitText connection Terhubung
)" + f.answered + f.next
                + all_is_sent + "quit\n");
    window.reach("before");
    server.kill();
    window.let_go("before");
    window.reach("pressed");
    server.start();
    window.let_go("pressed");
    window.finish();
    check_books(window, server);
  }
}

TEST_CASE("the network goes between the press and its answer", "[system][handheld]") {
  for (const auto& f : flows()) {
    INFO(f.name);
    server_process server;
    tcp_relay relay{server.client_port()};
    handheld_window window{relay.port()};
    window.play(log_in_at("in-1") + send_without_asking + f.setup + "stop before\n" + f.press
                + f.saved + "stop pressed\nwaitText connection Terhubung\n" + f.answered + f.next
                + all_is_sent + "quit\n");
    window.reach("before");
    const auto heard = read_books(server.client_port()).accepted.size();
    relay.cut_to_client();
    window.let_go("before");
    window.reach("pressed");
    CHECK(
        eventually([&] { return read_books(server.client_port()).accepted.size() > heard; }));
    relay.drop();
    relay.mend();
    window.let_go("pressed");
    window.finish();
    check_books(window, server);
  }
}

TEST_CASE("the network goes after the answer", "[system][handheld]") {
  for (const auto& f : flows()) {
    INFO(f.name);
    server_process server;
    handheld_window window{server.client_port()};
    window.play(log_in_at("in-1") + f.setup + f.press + f.saved.substr(0, f.saved.find('\n') + 1)
                + f.answered + "stop answered\nwaitText connection Terputus\n" + f.answered
                + "stop seen\nwaitText connection Terhubung\n" + f.next + all_is_sent + "quit\n");
    window.reach("answered");
    server.kill();
    window.let_go("answered");
    window.reach("seen");
    server.start();
    window.let_go("seen");
    window.finish();
    check_books(window, server);
  }
}

TEST_CASE("a ticket on one window's screen is read by another one's camera, without any server",
          "[system][handheld]") {
  server_process server;
  handheld_window entrance{server.client_port()};
  entrance.play(log_in_at("in-1") + "stop in\n" + R"(waitText connection Terputus
click entry.class.MOBIL
keys B1234XYZ
click entry.saveButton
wait entry.ticketNumber
grab )" + entrance.file("ticket.png")
                + "\nquit\n");
  entrance.reach("in");

  handheld_window way_out{server.client_port()};
  way_out.play(log_in_at("out-1") + R"(stop in
waitText connection Terputus
wait exit.search
click exit.scan
wait exit.payButton
waitText exit.plate B 1234 XYZ
waitText exit.feeSource Dari karcis saja
click exit.lostTicket
click exit.cash.exact
click exit.payButton
wait exit.done
stop out
)" + std::string{"wait sync.prompt.now\nclick sync.prompt.now\nwait sync.summary.done\nquit\n"});
  way_out.reach("in");
  server.kill();
  entrance.let_go("in");
  entrance.finish();
  std::filesystem::copy_file(entrance.file("ticket.png"), way_out.camera_dir() + "/ticket.png");
  way_out.let_go("in");
  way_out.reach("out");
  server.start();
  way_out.let_go("out");
  way_out.finish();
  CHECK(read_books(server.client_port()).exits == 1);
}
