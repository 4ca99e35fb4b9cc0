#include "tests/support/server_database.hpp"

#include "tests/support/sqlite_session.hpp"

#include <cstdlib>
#include <string_view>

namespace palang::testing {

server_database::server_database() {
  const char* kind = std::getenv("PALANG_TEST_DATABASE");
  if (kind == nullptr || std::string_view{kind} != "mariadb")
    return;
  mariadb_ = std::make_unique<mariadb_process>();
  name_ = mariadb_->create_database();
}

std::vector<std::string> server_database::arguments() const {
  if (!mariadb_)
    return {};
  return {"--db", mariadb_->url(name_)};
}

std::map<std::string, std::string> server_database::environment() const {
  if (!mariadb_)
    return {};
  return {{"PALANG_DB_PASSWORD", mariadb_process::password}};
}

std::string server_database::ask(const server_process& server, const std::string& sql) const {
  if (!mariadb_)
    return sqlite_session{file(server)}.run(sql);
  auto session = mariadb_->session();
  session.run("USE " + name_);
  return session.run(sql);
}

} // namespace palang::testing
