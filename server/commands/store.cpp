#include "server/commands/store.hpp"

#include "server/commands/commands.hpp"
#include "server/config/defaults.hpp"
#include "server/config/secret.hpp"

#include <iostream>

namespace palang::commands {

result<std::unique_ptr<storage::database>> open_store(const config::settings& s,
                                                      const clock& time, storage::scrutiny how) {
  std::error_code problem;
  std::filesystem::create_directories(s.data, problem);
  if (problem)
    return fail(errc::db_unavailable,
                "the data folder " + s.data.string() + " cannot be made: " + problem.message());
  if (auto sound = storage::examine(config::database_url(s), how); !sound)
    return fail(sound.error());
  return storage::open_database(config::database_url(s), s.db_password, time);
}

int complain(int code, const error& why) {
  std::cerr << "palangd: " << (why.field.empty() ? "" : why.field + ": ") << why.message
            << std::endl;
  return code;
}

int code_for_store(const error& why) {
  return why.code == errc::invalid ? exit_code::bad_configuration : exit_code::no_database;
}

result<std::string> read_password() {
  auto password = config::read_secret("PALANG_PASSWORD");
  if (!password)
    return password;
  if (password->empty())
    std::getline(std::cin, *password);
  if (password->size() < defaults::least_password)
    return fail(errc::invalid,
                "a password has at least 8 characters (PALANG_PASSWORD or standard input)",
                "password");
  return password;
}

ledger::principal operator_principal() {
  ledger::principal p;
  p.username = "system";
  p.name = "system";
  p.user_role = protocol::role::admin;
  return p;
}

} // namespace palang::commands
