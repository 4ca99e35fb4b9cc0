#include "server/commands/commands.hpp"
#include "server/commands/folder_lock.hpp"
#include "server/commands/store.hpp"
#include "server/storage/copy.hpp"
#include "server/storage/inspect.hpp"
#include "server/storage/recount.hpp"

#include <iostream>

namespace palang::commands {

namespace {

/// One line that grows while it is a person who looks at it.
void show(const storage::table_rows& t, bool is_comparing) {
  std::cerr << "\r\033[K" << t.table << ": " << t.rows
            << (is_comparing ? " rows compared" : " rows copied") << std::flush;
}

int copy(const config::settings& s, const config::migrate& what) {
  // Rows that a running server writes after the copy's moment would not come over.
  std::error_code problem;
  std::filesystem::create_directories(s.data, problem);
  const auto lock = folder_lock::take(s.data);
  if (!lock)
    return complain(exit_code::no_database, lock.error());
  const auto password = [&s](const std::string& own) { return own.empty() ? s.db_password : own; };
  const auto report = storage::copy_database({what.from, password(s.from_password)},
                                             {what.to, password(s.to_password)}, show);
  std::cerr << "\r\033[K";
  if (!report)
    return complain(code_for_store(report.error()), report.error());
  for (const auto& table : report->tables)
    std::cout << table.table << ": " << table.rows << "\n";
  std::cout << report->rows << " rows copied and found equal" << std::endl;
  if (!report->has_source_moved)
    return exit_code::fine;
  return complain(exit_code::gave_up,
                  {errc::internal,
                   "somebody wrote into the source meanwhile, and those rows are not in the copy: "
                   "stop its server, empty the target and copy again",
                   ""});
}

int recount(const config::settings& s) {
  // A server knows by heart what its sums are.
  const auto lock = folder_lock::take(s.data);
  if (!lock)
    return complain(exit_code::no_database, lock.error());
  if (const auto done = storage::recount(config::database_url(s), s.db_password); !done)
    return complain(code_for_store(done.error()), done.error());
  std::cout << "the sums of reports were counted anew" << std::endl;
  return exit_code::fine;
}

/// Prints what is wrong with the tables; true when nothing is.
result<bool> look(const config::settings& s) {
  const auto url = config::database_url(s);
  if (auto sound = storage::examine(url, storage::scrutiny::thorough); !sound)
    return fail(sound.error());
  const auto wrong = storage::inspect(url, s.db_password);
  if (!wrong)
    return fail(wrong.error());
  for (const auto& finding : *wrong)
    std::cerr << "palangd: " << finding << "\n";
  return wrong->empty();
}

} // namespace

int migrate(const config::settings& s, const config::migrate& what) {
  if (!what.from.empty())
    return copy(s, what);
  const system_clock time;
  const auto store = open_store(s, time);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  std::cout << "the database is current" << std::endl;
  return what.is_recounting ? recount(s) : exit_code::fine;
}

int check(const config::settings& s) {
  const auto is_fine = look(s);
  if (!is_fine)
    return complain(code_for_store(is_fine.error()), is_fine.error());
  if (!*is_fine)
    return exit_code::no_database;
  const system_clock time;
  const auto store = open_store(s, time);
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
