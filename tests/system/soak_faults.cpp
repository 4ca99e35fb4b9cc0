#include "tests/system/soak_faults.hpp"

#include <csignal>
#include <filesystem>
#include <stdexcept>

namespace palang::testing {

using namespace std::chrono_literals;

std::vector<std::string> soak_site::arguments() const {
  return to_database ? database.arguments(to_database->port()) : database.arguments();
}

std::map<std::string, std::string> soak_site::environment() const {
  auto out = database.environment();
  if (!to_database)
    out.merge(disk.environment());
  return out;
}

namespace {

using site = soak_site;

void nothing(site&) {}

void stop_palangd(site& s) {
  if (const auto code = s.server.stop(); code != 0)
    throw std::runtime_error("palangd ended with " + std::to_string(code));
}

void lose_answers(site& s) {
  s.network.drop();
  s.network.mend();
}

const std::vector<soak_fault> of_every_site{
    {"palangd killed", [](site& s) { s.server.kill(); }, [](site& s) { s.server.start(); }, false,
     true},
    {"palangd stopped", stop_palangd, [](site& s) { s.server.start(); }, false, true},
    {"palangd frozen", [](site& s) { s.server.running().signal(SIGSTOP); },
     [](site& s) { s.server.running().signal(SIGCONT); }},
    {"links cut", [](site& s) { s.network.drop(); }, nothing},
    {"links cut, answers unread", [](site& s) { s.network.cut_to_client(); }, lose_answers},
    {"links silent",
     [](site& s) {
       s.network.cut_to_client();
       s.network.cut_to_server();
     },
     [](site& s) { s.network.mend(); }},
};

const std::vector<soak_fault> of_sqlite{
    {"file locked",
     [](site& s) {
       s.other_of_file.emplace(s.file);
       s.other_of_file->run("BEGIN IMMEDIATE");
     },
     [](site& s) { s.other_of_file.reset(); }, true},
    {"disk full", [](site& s) { s.disk.fill(); }, [](site& s) { s.disk.free(); }, true},
    {"volume lost", [](site& s) { std::filesystem::rename(s.file, s.file + ".aside"); },
     [](site& s) { std::filesystem::rename(s.file + ".aside", s.file); }, true},
};

/// What another client of the server does, until it goes away.
soak_fault in_the_way(std::string name, std::vector<std::string> statements) {
  return {std::move(name),
          [statements = std::move(statements)](site& s) {
            s.other_of_server.emplace(s.database.another_client());
            for (const auto& sql : statements)
              s.other_of_server->run(sql);
          },
          [](site& s) { s.other_of_server.reset(); }, true};
}

void mend_way_to_database(site& s) {
  s.to_database->mend();
}

const std::vector<soak_fault> of_mariadb{
    {"mariadbd killed", [](site& s) { s.database.mariadb()->kill(); },
     [](site& s) { s.database.mariadb()->start(); }, true},
    {"mariadbd stopped", [](site& s) { s.database.mariadb()->stop(); },
     [](site& s) { s.database.mariadb()->start(); }, true},
    {"mariadbd frozen", [](site& s) { s.database.mariadb()->freeze(); },
     [](site& s) { s.database.mariadb()->thaw(); }, true},
    {"both killed",
     [](site& s) {
       s.database.mariadb()->kill();
       s.server.kill();
     },
     [](site& s) {
       s.database.mariadb()->start();
       s.server.start();
     },
     false, true},
    {"cut towards mariadbd", [](site& s) { s.to_database->cut_to_server(); }, mend_way_to_database,
     true},
    {"cut towards palangd", [](site& s) { s.to_database->cut_to_client(); }, mend_way_to_database,
     true},
    {"three seconds an answer", [](site& s) { s.to_database->delay_answers(3s); },
     mend_way_to_database, true},
    {"connections lost", [](site& s) { s.to_database->drop(); }, nothing},
    {"credentials changed", [](site& s) { s.database.mariadb()->change_password("another"); },
     [](site& s) { s.database.mariadb()->change_password(mariadb_process::password); }, true},
    {"read-only", [](site& s) { s.database.mariadb()->run("SET GLOBAL read_only = 1"); },
     [](site& s) { s.database.mariadb()->run("SET GLOBAL read_only = 0"); }, true},
    {"disk full", [](site& s) { s.database.mariadb()->disk().fill(); },
     [](site& s) { s.database.mariadb()->disk().free(); }, true},
    in_the_way("tables locked", {"FLUSH TABLES WITH READ LOCK"}),
    in_the_way("one table locked", {"LOCK TABLES submissions READ"}),
    in_the_way("a row locked",
               {"START TRANSACTION", "SELECT content FROM meta WHERE name = 'epoch' FOR UPDATE"}),
};

} // namespace

std::vector<soak_fault> soak_faults(const soak_site& s) {
  auto out = of_every_site;
  const auto& more = s.database.mariadb() != nullptr ? of_mariadb : of_sqlite;
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

} // namespace palang::testing
