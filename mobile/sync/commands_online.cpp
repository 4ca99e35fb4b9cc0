#include "mobile/core/link.h"
#include "mobile/core/synccontroller.h"
#include "mobile/sync/commands.h"
#include "shared/protocol/codec.hpp"

namespace palang::mobile::commands {

namespace {

using protocol::number;
using protocol::text;

[[nodiscard]] std::string verdictLine(bool isJson, const QString& id, const QString& summary,
                                      const QString& verdict, const QString& reason) {
  const auto words = verdict.toStdString();
  if (isJson)
    return protocol::object({{"verdict", text(words)},
                             {"id", text(id.toStdString())},
                             {"summary", text(summary.toStdString())},
                             {"reason", text(reason.toStdString())}});
  return (QStringList{verdict, id, summary, reason}.join(u'\t')).trimmed().toStdString();
}

[[nodiscard]] std::string_view stateWord(Link::State state) {
  switch (state) {
  case Link::State::Idle:
    return "idle";
  case Link::State::Connecting:
    return "connecting";
  case Link::State::Up:
    return "up";
  case Link::State::DatabaseDown:
    return "database_down";
  }
  return {};
}

} // namespace

int login(Shell& shell, const std::string& enrolment) {
  const auto& options = shell.options();
  if (options.server.empty() || options.user.empty() || options.isOffline) {
    complain("invalid", "login needs --server and --user, and no --offline");
    return isMisused;
  }
  if (shell.client().needsLogin() && !shell.logIn(enrolment))
    return isUnfinished;
  if (!shell.waitUntilOnline(options.timeoutS)) {
    complain("unreachable", shell.client().link().detail().toStdString());
    return isUnfinished;
  }
  // What comes after the greeting is fetched as well; a site without a key of its own costs the
  // wait.
  const auto& client = shell.client();
  (void)shell.waitUntil([&client] { return client.siteKey().has_value(); }, options.timeoutS);
  const auto identity = shell.client().identity();
  const auto deviceNo = shell.client().deviceNo();
  if (options.isJson)
    say(protocol::object({{"person", text(identity->user.username)},
                          {"site", text(identity->siteName)},
                          {"device_no", deviceNo ? number(*deviceNo) : "null"}}));
  else
    say("logged_in " + identity->user.username + " " + identity->siteName);
  return isDone;
}

int drain(Shell& shell) {
  auto& sync = shell.client().sync();
  const bool isJson = shell.options().isJson;
  int sent = 0;
  int alreadyThere = 0;
  int quarantined = 0;
  int returned = 0;
  const QObject whileHere;
  QObject::connect(
      &shell.client(), &Client::notice, &whileHere, [&](const QString& code, const QString& words) {
        returned = code == QStringLiteral("server_restored") ? words.toInt() : returned;
      });
  QObject::connect(&sync, &SyncController::recordSettled, &shell.client(),
                   [&](const QString& id, const QString& summary, const QString& verdict,
                       const QString& reason) {
                     ++(verdict == QStringLiteral("sent")            ? sent
                        : verdict == QStringLiteral("already_there") ? alreadyThere
                                                                     : quarantined);
                     say(verdictLine(isJson, id, summary, verdict, reason));
                   });
  auto& client = shell.client();
  // Only the server's greeting tells whether it still has what it was sent before.
  const bool wasReached = shell.options().isOffline || shell.reach();
  sync.startNow();
  (void)shell.waitUntil(
      [&] {
        return sync.pendingCount() == 0 && client.photosPending() == 0 && carriedCount(client) == 0;
      },
      shell.options().timeoutS);
  QObject::disconnect(&sync, nullptr, &shell.client(), nullptr);
  const auto pending = sync.pendingCount();
  say(isJson ? protocol::object({{"sent", number(sent)},
                                 {"already_there", number(alreadyThere)},
                                 {"quarantined", number(quarantined)},
                                 {"returned", number(returned)},
                                 {"pending", number(pending)},
                                 {"photos_pending", number(client.photosPending())},
                                 {"carried", number(carriedCount(client))}})
             : "summary sent " + std::to_string(sent) + " already_there "
                   + std::to_string(alreadyThere) + " quarantined " + std::to_string(quarantined)
                   + (returned > 0 ? " returned " + std::to_string(returned) : "") + " pending "
                   + std::to_string(pending) + " photos_pending "
                   + std::to_string(client.photosPending())
                   + (carriedCount(client) > 0 ? " carried " + std::to_string(carriedCount(client))
                                               : ""));
  return wasReached ? shell.outcome() : isUnfinished;
}

int answerApproval(Shell& shell, const ApprovalChoice& choice) {
  if (!shell.waitUntilOnline(shell.options().timeoutS)) {
    complain("unreachable", shell.client().link().detail().toStdString());
    return isUnfinished;
  }
  protocol::approval_answer_data data;
  data.device_no = static_cast<std::uint16_t>(choice.device);
  data.challenge = choice.challenge;
  data.amount = rupiah{choice.amount};
  std::optional<result<std::string>> answer;
  shell.client().submitNow(data, [&](const result<std::string>& said) { answer = said; });
  (void)shell.waitUntil([&] { return answer.has_value(); }, shell.options().timeoutS);
  if (!answer || !*answer) {
    complain(answer ? answer->error() : error{errc::db_unavailable, "no answer", {}});
    return isUnfinished;
  }
  say(shell.options().isJson
          ? **answer
          : "code "
                + protocol::string_of(protocol::member_of(**answer, "code").value_or(""))
                      .value_or(""));
  return isDone;
}

int watch(Shell& shell) {
  auto& client = shell.client();
  const auto sayState = [&] {
    say(protocol::object(
        {{"type", text("link")}, {"state", text(stateWord(client.link().state()))}}));
  };
  QObject::connect(&client.link(), &Link::stateChanged, &client, sayState);
  QObject::connect(&client, &Client::eventReceived, &client, [](const protocol::event& e) {
    say(protocol::encode(protocol::server_message{e}));
  });
  QObject::connect(&client, &Client::resyncNeeded, &client, [] {
    say(protocol::object({{"type", text("resync")}}));
  });
  QObject::connect(&client, &Client::notice, &client,
                   [](const QString& code, const QString& words) {
                     say(protocol::object({{"type", text("notice")},
                                           {"code", text(code.toStdString())},
                                           {"message", text(words.toStdString())}}));
                   });
  sayState();
  return QCoreApplication::exec();
}

} // namespace palang::mobile::commands
