#include "mobile/core/offlinefiles.h"
#include "mobile/core/secondcopy.h"
#include "mobile/core/synccontroller.h"
#include "mobile/sync/commands.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/outbox_file.hpp"

namespace palang::mobile::commands {

namespace {

using protocol::number;
using protocol::text;

[[nodiscard]] std::string_view word(ImportedFile::Outcome outcome) {
  switch (outcome) {
  case ImportedFile::Outcome::Imported:
    return "imported";
  case ImportedFile::Outcome::AlreadyThere:
    return "already_there";
  case ImportedFile::Outcome::Skipped:
    return "skipped";
  }
  return {};
}

void tell(const Shell& shell, const ImportedFile& file) {
  const auto outcome = word(file.outcome);
  if (shell.options().isJson)
    say(protocol::object({{"outcome", text(outcome)},
                          {"file", text(file.name.toStdString())},
                          {"note", text(file.note.toStdString())}}));
  else
    say(std::string{outcome} + '\t' + file.name.toStdString() + '\t' + file.note.toStdString());
}

/// The files' times are the site's wall clock.
[[nodiscard]] result<protocol::site_zone> zoneOf(Shell& shell) {
  const auto config = shell.client().config();
  if (!config)
    return fail(errc::not_found, "this device does not know its site yet: log in first");
  return config->site.utc_offsets;
}

} // namespace

int exportFiles(Shell& shell, const std::string& folder, bool isAll) {
  const auto zone = zoneOf(shell);
  if (!zone) {
    complain(zone.error());
    return isUnfinished;
  }
  OfflineFiles files{shell.client().store(), shell.client().photos()};
  const auto done = files.exportFolder({QString::fromStdString(folder), *zone, isAll});
  if (!done) {
    complain(done.error());
    return isUnfinished;
  }
  for (const auto& left : done->left)
    complain("not_supported", left.toStdString());
  say(shell.options().isJson
          ? protocol::object({{"records", number(done->records)}, {"photos", number(done->photos)}})
          : "exported " + std::to_string(done->records) + " photos "
                + std::to_string(done->photos));
  return done->left.isEmpty() ? isDone : isUnfinished;
}

int sealOutbox(Shell& shell, const std::string& folder) {
  const auto copy = writeSecondCopy(shell.client(), QString::fromStdString(folder));
  if (!copy) {
    complain(copy.error());
    return isUnfinished;
  }
  say(shell.options().isJson ? protocol::object({{"file", text(copy->path.toStdString())},
                                                 {"records", number(copy->records)},
                                                 {"photos", number(copy->photos)}})
                             : "sealed " + std::to_string(copy->records) + " photos "
                                   + std::to_string(copy->photos) + ' ' + copy->path.toStdString());
  return isDone;
}

int carryFile(Shell& shell, const std::string& file) {
  // Whose they are and how many only their own device and the server know.
  const auto carried = protocol::outbox_file_reader::open(file)
                           .and_then([](auto reader) { return reader.next(); })
                           .and_then([&](const crypto::bytes& sealed) {
                             return shell.client().carry(sealed, 0, 0);
                           });
  if (!carried) {
    complain(carried.error());
    return isUnfinished;
  }
  say(shell.options().isJson ? protocol::object({{"carried", text(carried->sha256)}})
                             : "carried " + carried->sha256);
  return isDone;
}

int importFiles(Shell& shell, const ImportChoice& choice) {
  const auto zone = zoneOf(shell);
  const auto identity = shell.client().identity();
  if (!zone || !identity) {
    complain(zone ? error{errc::unauthorized, "nobody has logged in yet", {}} : zone.error());
    return isUnfinished;
  }
  ImportOptions options;
  options.folder = QString::fromStdString(choice.folder);
  options.zone = *zone;
  options.entryGateId = choice.entryGate;
  options.exitGateId = choice.exitGate;
  options.username = identity->user.username;
  options.hasDevice = shell.options().hasDevice;
  options.takesSynced = choice.takesSynced;
  OfflineFiles files{shell.client().store(), shell.client().photos()};
  const auto imported = files.importFolder(options);
  if (!imported) {
    complain(imported.error());
    return isUnfinished;
  }
  bool isComplete = true;
  for (const auto& file : *imported) {
    tell(shell, file);
    isComplete = isComplete && file.outcome != ImportedFile::Outcome::Skipped;
  }
  shell.client().sync().reload();
  return isComplete ? isDone : isUnfinished;
}

} // namespace palang::mobile::commands
