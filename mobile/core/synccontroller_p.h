#pragma once

#include "mobile/core/link.h"
#include "mobile/core/synccontroller.h"
#include "mobile/core/verdictstore.h"

#include <QTimer>

#include <unordered_set>
#include <vector>

/// Internal to the sync: what the controller keeps. synccontroller.cpp is what people see and ask,
/// synctraffic.cpp what goes to and comes from the server, syncruns.cpp what may go, and the runs.
namespace palang::mobile {

/// A run without a verdict for this long ends with what it has; the next connection goes on.
inline constexpr milliseconds stallAfter{60'000};
inline constexpr auto lastSuccessKey = "sync.last_success_ms";

struct SyncController::Private {
  Private(SyncController& controller, Store& s, Link& l, const clock& c)
      : owner{controller}, store{s}, link{l}, time{c}, verdicts{s},
        sender{verdicts, {.window = SyncController::mostInFlight}} {}

  /// An answer as it came.
  struct Told {
    sync::answer answer;
    std::string data; ///< JSON of `accepted.data`.
  };

  void linkChanged();
  void linkUp();
  void linkDown();
  /// Connected: sends what may go and asks for the rest.
  void goOn();
  void read(const protocol::server_message& message);
  /// What came together is kept together: one commit, whoever waits for how many.
  void settleTold();
  void settle(const Told& told);
  /// Nothing of the last commit counts: the outbox is read again, and the connection begins anew so
  /// that a disk that stays full is not asked without a pause.
  void loseTold(const error& why);

  /// Hands every due record to the link and tells what came of it.
  void pump();
  void send(const uuid& id);
  void tellVerdicts();
  void tell(const Verdict& verdict);
  /// Looks when to wake next, and tells whether anything is to be sent.
  void rearm();

  /// What a restored server is given back was sent once: nobody needs to be asked. True when there
  /// is any.
  [[nodiscard]] bool allowReturning();
  /// A command whose time is over did its work in the earlier history.
  [[nodiscard]] bool isOver(const sync::answer& answer) const;
  void allowAll();
  /// Holds back what no person has allowed yet.
  void holdUnallowed();
  void beginRun();
  void finishRun(bool isCancelled);
  void ask(bool wanted);
  void refreshCounts();
  void keepSuccess();
  [[nodiscard]] std::unordered_set<uuid> pendingIds();
  /// The record whose refusal made this one step aside; this one when it was refused itself.
  [[nodiscard]] uuid refusedFirst(const uuid& id) const;
  /// The sender's times are monotonic, so that a wall clock that jumps neither hurries nor stalls.
  [[nodiscard]] instant now() const { return instant{time.monotonic()}; }
  [[nodiscard]] bool hasWaiting() const { return sender.pending_count() > allowed.size(); }

  SyncController& owner;
  Store& store;
  Link& link;
  const clock& time;
  VerdictStore verdicts;
  sync::outbox_sender sender;
  QTimer timer;
  QTimer settling;
  std::vector<Told> told; ///< Since the event loop ran last.
  Renewal renewal;

  bool isUp = false;
  bool isSending = false;
  /// Pending records that may go: made while connected, or a person (or autoSend) said so.
  std::unordered_set<uuid> allowed;
  bool isAutomatic = false;
  bool isPromptWanted = false;
  std::optional<instant> askAgainAt;
  std::optional<instant> silentAt; ///< When the link is given up unless an answer comes.
  std::optional<instant> stalledAt;
  std::optional<SyncSummary> run;
  bool isRunUnfinished =
      false; ///< The last run ended with records left: the next connection goes on.
  int done = 0;
  int total = 0;
  Counts counts;
  int returning = 0;
  qint64 lastSuccess = 0;
};

} // namespace palang::mobile
