#include "server/actors/photo_files.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/folder_lock.hpp"
#include "server/commands/growth.hpp"
#include "server/commands/store.hpp"
#include "server/storage/backup.hpp"

#include <iomanip>
#include <iostream>

namespace palang::commands {

namespace {

std::string utc_text(instant at) {
  const auto seconds = std::chrono::system_clock::to_time_t(
      std::chrono::system_clock::time_point{at.time_since_epoch()});
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::ostringstream out;
  out << std::put_time(&parts, "%F %TZ");
  return out.str();
}

void print(const storage::holdings& kept) {
  std::cout << "epoch " << kept.epoch << ", events to " << kept.newest_seq << "\n"
            << kept.sessions << " sessions, " << kept.submissions << " records, paid "
            << to_display(kept.paid) << "\n"
            << "newest record received "
            << (kept.last_received ? utc_text(*kept.last_received) : "never") << "\n";
}

} // namespace

int backup(const config::settings& s, const config::backup& what) {
  std::filesystem::path partial = what.file;
  partial += ".partial";
  const auto kept = [&] {
    const growth shown{partial};
    return storage::back_up(config::database_url(s), s.db_password, what.file);
  }();
  if (!kept)
    return complain(code_for_store(kept.error()), kept.error());
  print(*kept);
  std::cout << "checked and written: " << what.file << ", " << std::filesystem::file_size(what.file)
            << " bytes\n"
            << "beside it keep " << (s.data / "photos").string() << " and "
            << (s.data / "credential.key").string() << std::endl;
  return exit_code::fine;
}

int restore(const config::settings& s, const config::restore& what) {
  std::error_code problem;
  std::filesystem::create_directories(s.data, problem);
  const auto lock = folder_lock::take(s.data);
  if (!lock)
    return complain(exit_code::no_database, lock.error());
  const system_clock time;
  const auto has_photo = [folder = s.data / "photos"](const std::string& sha256) {
    return actors::has_photo(folder, sha256);
  };
  const auto kept = storage::restore(config::database_url(s), s.db_password,
                                     {what.file, s.data, has_photo, time.now()});
  if (!kept)
    return complain(code_for_store(kept.error()), kept.error());
  print(*kept);
  std::cout << "restored as a new history. Users, devices, gates and tariffs are those of the "
               "backup: look at them, then start the server.\n"
               "Everybody logs in again; handhelds give back by themselves what they recorded "
               "in the last days.\n";
  if (kept->photos_missing > 0)
    std::cout << kept->photos_missing << " photos are not in " << (s.data / "photos").string()
              << ": handhelds that still have them send them again\n";
  std::cout << std::flush;
  return exit_code::fine;
}

} // namespace palang::commands
