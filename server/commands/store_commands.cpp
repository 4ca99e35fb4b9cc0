#include "server/commands/commands.hpp"
#include "server/commands/store.hpp"

#include <iostream>

namespace palang::commands {

int migrate(const config::settings& s) {
  const system_clock time;
  const auto store = open_store(s, time);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  std::cout << "the database is current" << std::endl;
  return exit_code::fine;
}

int check(const config::settings& s) {
  const system_clock time;
  const auto store = open_store(s, time, storage::scrutiny::thorough);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  const auto reader = (*store)->make_reader();
  const auto bounds =
      reader ? (*reader)->bounds() : result<ledger::journal_bounds>{fail(reader.error())};
  if (!bounds)
    return complain(exit_code::no_database, bounds.error());
  const auto configuration = (*reader)->configuration();
  if (!configuration)
    return complain(exit_code::no_database, configuration.error());
  std::cout << "settings are fine\n"
            << "database opens: epoch " << bounds->epoch << ", events " << bounds->oldest_seq
            << " to " << bounds->newest_seq << "\n"
            << "configuration version " << configuration->version << ", site \""
            << configuration->document.site.name << "\"" << std::endl;
  return exit_code::fine;
}

} // namespace palang::commands
