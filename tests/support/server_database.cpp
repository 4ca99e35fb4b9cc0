#include "tests/support/server_database.hpp"

#include <cstdlib>
#include <string_view>

namespace palang::testing {

server_database::server_database() {
  const char* kind = std::getenv("PALANG_TEST_DATABASE");
  if (kind == nullptr || std::string_view{kind} != "mariadb")
    return;
  mariadb_ = std::make_unique<mariadb_process>();
  url_ = mariadb_->url(mariadb_->create_database());
}

std::vector<std::string> server_database::arguments() const {
  if (!mariadb_)
    return {};
  return {"--db", url_};
}

std::map<std::string, std::string> server_database::environment() const {
  if (!mariadb_)
    return {};
  return {{"PALANG_DB_PASSWORD", mariadb_process::password}};
}

} // namespace palang::testing
