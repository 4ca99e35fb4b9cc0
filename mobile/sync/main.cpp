#include "mobile/sync/commands.h"

#include <CLI/CLI.hpp>

using namespace palang::mobile;

namespace {

using Command = std::function<int(Shell&)>;

void addCommon(CLI::App& app, CommonOptions& o) {
  app.add_option("--data", o.data, "The client's folder: palang.sqlite and photos")->required();
  app.add_option("--server", o.server, "Where to log in, e.g. 10.0.0.5:8181 or https://…");
  app.add_option("--user", o.user, "Who logs in; the password comes from PALANG_PASSWORD");
  app.add_flag("--offline", o.isOffline, "Never connect");
  app.add_flag("--json", o.isJson, "JSON, one object a line");
  app.add_flag("!--no-device", o.hasDevice, "A client without a device: a supervisor's");
  app.add_option("--topics", o.topics, "What to subscribe to")
      ->delimiter(',')
      ->capture_default_str();
  app.add_option("--timeout", o.timeoutS, "Seconds to wait for the server")
      ->take_last()
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
}

void addInspecting(CLI::App& app, Command& chosen) {
  app.add_subcommand("status", "Who, where, how many wait")->callback([&] {
    chosen = [](Shell& shell) { return commands::status(shell); };
  });
  auto* list = app.add_subcommand("list", "The outbox and its archive, newest first");
  auto* state = list->add_option("--state", "pending, applied or quarantined");
  auto* limit = list->add_option("--limit", "At most so many");
  list->callback([&chosen, state, limit] {
    const auto wanted = state->empty() ? std::string{} : state->as<std::string>();
    const auto atMost = limit->empty() ? 1000 : limit->as<int>();
    chosen = [wanted, atMost](Shell& shell) { return commands::list(shell, wanted, atMost); };
  });
}

void addOnline(CLI::App& app, Command& chosen) {
  auto* login = app.add_subcommand("login", "Log in and fetch what offline work needs");
  auto* enrolment = login->add_option("--enrolment", "One-time code of a new device");
  login->callback([&chosen, enrolment] {
    const auto code = enrolment->empty() ? std::string{} : enrolment->as<std::string>();
    chosen = [code](Shell& shell) { return commands::login(shell, code); };
  });
  app.add_subcommand("drain", "Send everything that waits")->callback([&] {
    chosen = [](Shell& shell) { return commands::drain(shell); };
  });
  app.add_subcommand("watch", "Print every event as a JSON line until killed")->callback([&] {
    chosen = [](Shell& shell) { return commands::watch(shell); };
  });
}

void addRecording(CLI::App& app, Command& chosen, commands::EntryOptions& entry,
                  commands::ExitOptions& exit) {
  auto* in = app.add_subcommand("record-entry", "Record an entry; prints its id and ticket");
  in->add_option("--gate", entry.gate)->required();
  in->add_option("--type", entry.vehicle, "MOTOR MOBIL TRUK BUS LAIN")->capture_default_str();
  auto* plate = in->add_option_group("plate", "Its number, or why it has none")->require_option(1);
  plate->add_option("--plate", entry.plate);
  plate->add_option("--no-plate", entry.noPlateReason, "The reason");
  in->add_flag("--anyway", entry.isInsideAnyway, "Though this number is inside");
  in->callback([&] { chosen = [&](Shell& shell) { return commands::recordEntry(shell, entry); }; });

  auto* out = app.add_subcommand("record-exit", "Record an exit; prints its id");
  out->add_option("--gate", exit.gate)->required();
  auto* stay = out->add_option_group("stay", "Who leaves")->require_option(1);
  stay->add_option("--plate", exit.plate);
  stay->add_option("--session", exit.session, "Its id");
  stay->add_option("--ticket", exit.ticket, "The signed text or the number");
  auto* charge = out->add_option_group("charge", "What is taken")->require_option(1);
  charge->add_option("--charged", exit.charged, "Rupiah");
  charge->add_flag("--compute", exit.isComputed, "What the tariff says");
  out->add_option("--method", exit.method, "cash qris emoney transfer")->capture_default_str();
  out->add_option("--tendered", exit.tendered, "Rupiah");
  out->add_flag("--lost-ticket", exit.isLostTicket);
  out->callback([&] { chosen = [&](Shell& shell) { return commands::recordExit(shell, exit); }; });
}

struct FileOptions {
  commands::ImportChoice import;
  commands::ApprovalChoice approval;
  std::string exportFolder;
  std::string sealFolder;
  std::string carriedFile;
  bool isAll = false;
};

void addFiles(CLI::App& app, Command& chosen, FileOptions& files) {
  auto* out = app.add_subcommand("export", "Write the manual's offline_data folder");
  out->add_option("folder", files.exportFolder)->required();
  out->add_flag("--all", files.isAll, "Also what was sent already");
  out->callback([&] {
    chosen = [&](Shell& shell) {
      return commands::exportFiles(shell, files.exportFolder, files.isAll);
    };
  });
  auto* seal = app.add_subcommand(
      "seal", "Write a sealed second copy of what waits, for palangd outbox import");
  seal->add_option("folder", files.sealFolder)->required();
  seal->callback([&] {
    chosen = [&](Shell& shell) { return commands::sealOutbox(shell, files.sealFolder); };
  });
  auto* carry =
      app.add_subcommand("carry", "Take another device's second copy along to the server");
  carry->add_option("file", files.carriedFile)->required();
  carry->callback([&] {
    chosen = [&](Shell& shell) { return commands::carryFile(shell, files.carriedFile); };
  });
  auto* approve =
      app.add_subcommand("approve", "The code for an attendant on the telephone; with --no-device");
  approve->add_option("--device", files.approval.device, "The handheld's number")->required();
  approve->add_option("--challenge", files.approval.challenge, "Its six digits")->required();
  approve->add_option("--amount", files.approval.amount, "Rupiah")->required();
  approve->callback([&] {
    chosen = [&](Shell& shell) { return commands::answerApproval(shell, files.approval); };
  });
  auto* in = app.add_subcommand("import", "Take an offline_data folder into the outbox");
  in->add_option("folder", files.import.folder)->required();
  in->add_option("--gate-in", files.import.entryGate, "The gate of its entries")->required();
  in->add_option("--gate-out", files.import.exitGate, "The gate of its exits")->required();
  in->add_flag("--synced", files.import.takesSynced, "Also what is marked SYNCED");
  in->callback(
      [&] { chosen = [&](Shell& shell) { return commands::importFiles(shell, files.import); }; });
}

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication qt{argc, argv};
  CLI::App app{
      "The client of Palang without a screen. Not while a window works on the same folder.\n"
      "Exit codes: 0 fine, 1 something is pending, quarantined or refused, 2 usage."};
  app.require_subcommand(1);
  app.fallthrough();
  CommonOptions common;
  Command chosen;
  commands::EntryOptions entry;
  commands::ExitOptions exit;
  FileOptions files;
  addCommon(app, common);
  addInspecting(app, chosen);
  addOnline(app, chosen);
  addRecording(app, chosen, entry, exit);
  addFiles(app, chosen, files);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? isDone : isMisused;
  }
  Shell shell{common};
  return shell.start() ? chosen(shell) : isUnfinished;
}
