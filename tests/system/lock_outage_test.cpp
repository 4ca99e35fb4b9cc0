// The database goes away while the locks record; the cloud is refused, nobody is told twice, and
// when it is back the locks are scanned again for what was missed.
#include "tests/support/http_client.hpp"
#include "tests/support/sqlite_session.hpp"
#include "tests/system/lock_site.hpp"

#include <catch2/catch.hpp>

#include <optional>

using namespace palang;
using namespace palang::testing;

namespace {

/// As long as it lives, nothing can be written.
class database_outage {
public:
  explicit database_outage(lock_site& site) : mariadb_{site.database.mariadb()} {
    if (mariadb_ != nullptr) {
      mariadb_->kill();
    } else {
      other_.emplace(server_database::file(site.server));
      other_->run("BEGIN IMMEDIATE");
    }
  }
  ~database_outage() {
    if (mariadb_ != nullptr)
      mariadb_->start();
  }
  database_outage(const database_outage&) = delete;
  database_outage& operator=(const database_outage&) = delete;

private:
  mariadb_process* mariadb_;
  std::optional<sqlite_session> other_;
};

unsigned post_callback(const lock_site& site) {
  http_client cloud{site.server.intake_port()};
  return cloud
      .request("POST", "/ttlock/callback/callback-secret",
               {{"Content-Type", "application/x-www-form-urlencoded"}},
               "lockId=7000001&notifyType=1")
      .status;
}

} // namespace

TEST_CASE("what the locks record while the database is away is there when it is back, unasked",
          "[system][lock]") {
  lock_site site;
  const auto is_complete = [&] { return site.known() == site.made(); };
  const auto record_everywhere = [&] {
    for (const std::int64_t lock : {7000001, 7000002, 7000003, 7000004})
      for (int i = 0; i < 3; ++i)
        site.world->open(lock);
  };
  record_everywhere();
  REQUIRE(site.eventually(is_complete));
  protocol_client watcher{site.server.client_port(),
                          log_in(site.server.client_port(), {"wati", "palang-demo", {}, {}}).token,
                          {"lock"}};
  const auto before = site.made().size();
  {
    const database_outage outage{site};
    const auto told = watcher.next_status(false);
    CHECK_FALSE(told.detail.empty());
    record_everywhere();
    CHECK(post_callback(site) == 503);
    // The cloud does not try again what was refused.
    CHECK(site.world->settle());
  }
  (void)watcher.next_status(true);
  CHECK(site.eventually(is_complete));
  for (auto seen = before; seen < site.made().size();)
    seen += watcher.next_event().kind == "lock.record" ? 1U : 0U;
  CHECK(site.alerts(protocol::alert_kind::records_lost).empty());
  CHECK(site.server.stop() == 0);
}
