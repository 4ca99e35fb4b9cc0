#pragma once

#include "mobile/sync/shell.h"

#include <cstdint>
#include <optional>
#include <string>

/// One function per subcommand. Each returns the program's exit code.
namespace palang::mobile::commands {

/// Who, where, how many wait.
[[nodiscard]] int status(Shell& shell);
/// Logs in and waits until the device can work offline: configuration, keys and open sessions.
[[nodiscard]] int login(Shell& shell, const std::string& enrolment);
/// Sends everything that waits, with a line for each verdict.
[[nodiscard]] int drain(Shell& shell);
/// The outbox and its archive, newest first; `state` empty: all.
[[nodiscard]] int list(Shell& shell, const std::string& state, int limit);
/// Every event as one JSON line, until killed.
[[nodiscard]] int watch(Shell& shell);

struct EntryOptions {
  std::string gate;
  std::string plate;
  std::string noPlateReason;
  std::string vehicle = "MOBIL";
  bool isInsideAnyway = false;
};
/// Records an entry; its id and ticket are printed after the commit.
[[nodiscard]] int recordEntry(Shell& shell, const EntryOptions& options);

struct ExitOptions {
  std::string gate;
  std::string plate;
  std::string session;
  std::string ticket;
  std::optional<std::int64_t> charged;
  bool isComputed = false; ///< Charges what the tariff says.
  std::string method = "cash";
  std::optional<std::int64_t> tendered;
  bool isLostTicket = false;
};
[[nodiscard]] int recordExit(Shell& shell, const ExitOptions& options);

/// Writes the manual's offline_data folder; `isAll`: with what was sent already.
[[nodiscard]] int exportFiles(Shell& shell, const std::string& folder, bool isAll);

/// Writes what waits into one file that only the site's server can read.
[[nodiscard]] int sealOutbox(Shell& shell, const std::string& folder);

/// Takes the records of such a file of another device along, for `drain` to bring.
[[nodiscard]] int carryFile(Shell& shell, const std::string& file);

struct ApprovalChoice {
  int device = 0;
  std::string challenge;
  std::int64_t amount = 0;
};
/// The code for an attendant on the telephone; supervisors only.
[[nodiscard]] int answerApproval(Shell& shell, const ApprovalChoice& choice);

struct ImportChoice {
  std::string folder;
  std::string entryGate; ///< The files name no gate.
  std::string exitGate;
  bool takesSynced = false;
};
/// Takes such a folder into the outbox, with a line for each file. Unfinished when one was skipped.
[[nodiscard]] int importFiles(Shell& shell, const ImportChoice& choice);

} // namespace palang::mobile::commands
