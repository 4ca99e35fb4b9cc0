#include "tests/system/soak_faults.hpp"

#include <csignal>
#include <stdexcept>

namespace palang::testing {

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
    {"palangd killed", [](site& s) { s.server.kill(); }, [](site& s) { s.server.start(); }},
    {"palangd stopped", stop_palangd, [](site& s) { s.server.start(); }},
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
       s.other.emplace(server_database::file(s.server));
       s.other->run("BEGIN IMMEDIATE");
     },
     [](site& s) { s.other.reset(); }},
};

const std::vector<soak_fault> of_mariadb{
    {"mariadbd killed", [](site& s) { s.database.mariadb()->kill(); },
     [](site& s) { s.database.mariadb()->start(); }},
    {"mariadbd stopped", [](site& s) { s.database.mariadb()->stop(); },
     [](site& s) { s.database.mariadb()->start(); }},
    {"mariadbd frozen", [](site& s) { s.database.mariadb()->freeze(); },
     [](site& s) { s.database.mariadb()->thaw(); }},
    {"both killed",
     [](site& s) {
       s.database.mariadb()->kill();
       s.server.kill();
     },
     [](site& s) {
       s.database.mariadb()->start();
       s.server.start();
     }},
};

} // namespace

std::vector<soak_fault> soak_faults(const soak_site& s) {
  auto out = of_every_site;
  const auto& more = s.database.mariadb() != nullptr ? of_mariadb : of_sqlite;
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

} // namespace palang::testing
