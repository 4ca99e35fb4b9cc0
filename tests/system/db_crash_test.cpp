// Database server and palangd are killed in turn while clients send: nothing is lost, nothing is
// there twice, and the journal has no hole.
#include "tests/support/mariadb_process.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <random>
#include <thread>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr int senders = 8;
constexpr int rounds = 5;

/// Sends one entry after the other, each until it is accepted, over as many links as that takes.
class sender {
public:
  sender(std::uint16_t port, std::string token, int number)
      : port_{port}, token_{std::move(token)}, number_{number} {}

  /// Returns how many were accepted.
  int run(const std::atomic<bool>& is_over) {
    int accepted = 0;
    while (!is_over) {
      const auto what =
          enter_now("B " + std::to_string(accepted + 1) + " " + static_cast<char>('A' + number_));
      while (!send(what))
        std::this_thread::sleep_for(5ms);
      ++accepted;
    }
    return accepted;
  }

private:
  bool send(const protocol::submit& what) {
    try {
      if (!link_)
        link_ = std::make_unique<protocol_client>(port_, token_, std::vector<std::string>{});
      link_->send(what);
      return std::holds_alternative<protocol::accepted>(link_->next_answer());
    } catch (const std::runtime_error&) {
      link_.reset();
      return false;
    }
  }

  std::uint16_t port_;
  std::string token_;
  int number_;
  std::unique_ptr<protocol_client> link_;
};

} // namespace

TEST_CASE("killed in turn under load, database server and palangd lose and double nothing",
          "[system]") {
  mariadb_process mariadb;
  const auto database = mariadb.create_database();
  server_process server{{"--db", mariadb.url(database)},
                        {{"PALANG_DB_PASSWORD", mariadb_process::password}}};
  const auto token = log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token;
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::minstd_rand random{seed};
  const auto work_a_while = [&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{200 + random() % 400});
  };

  std::atomic<bool> is_over = false;
  std::atomic<int> accepted = 0;
  {
    std::vector<std::jthread> crowd;
    for (int i = 0; i < senders; ++i)
      crowd.emplace_back([&, i] {
        accepted += sender{server.client_port(), token, i}.run(is_over);
      });
    for (int round = 0; round < rounds; ++round) {
      work_a_while();
      mariadb.kill();
      mariadb.start();
      work_a_while();
      server.kill();
      server.start();
    }
    work_a_while();
    is_over = true;
  }

  const auto count = [&](const std::string& table) {
    return mariadb.run("SELECT COUNT(*) FROM " + database + "." + table);
  };
  CHECK(accepted > senders * rounds);
  CHECK(count("sessions") == std::to_string(accepted));
  CHECK(count("submissions") == std::to_string(accepted));
  CHECK(mariadb.run("SELECT MAX(seq) - COUNT(*) FROM " + database + ".journal") == "0");
  CHECK(mariadb.run("SELECT MAX(submission_no) - COUNT(*) FROM " + database + ".submissions")
        == "0");
  CHECK(server.stop() == 0);
}
