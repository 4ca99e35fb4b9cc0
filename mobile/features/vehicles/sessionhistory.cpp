#include "mobile/features/vehicles/sessionhistory.h"

#include "mobile/base/sessionwords.h"
#include "mobile/base/wording.h"
#include "shared/protocol/codec.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace palang::mobile {

namespace {

/// Where the translator finds these words.
struct History {
  Q_DECLARE_TR_FUNCTIONS(History)
};

QString joined(QStringList parts) {
  parts.removeAll(QString{});
  return parts.join(QStringLiteral(" · "));
}

QString gateName(const std::string& id, const std::optional<protocol::config>& config) {
  const auto* gate = config ? config->find_gate(id) : nullptr;
  return QString::fromStdString(gate != nullptr ? gate->name : id);
}

HistoryLine entryLine(const protocol::session& s, const std::optional<protocol::config>& config) {
  const auto device = s.entry_device_no > 0
                          ? History::tr("HP %1, catatan %2").arg(s.entry_device_no).arg(s.entry_seq)
                          : QString{};
  return {*s.entered_at, QStringLiteral("masuk"), History::tr("Masuk"),
          joined({gateName(s.entry_gate_id, config), device})};
}

HistoryLine exitLine(const protocol::session& s, const std::optional<protocol::config>& config) {
  const auto paid =
      s.charged ? History::tr("dibayar %1").arg(QString::fromStdString(to_display(*s.charged)))
                : QString{};
  return {*s.exited_at, QStringLiteral("keluar"), History::tr("Keluar"),
          joined({gateName(s.exit_gate_id, config), paid})};
}

/// `B 1234 XY → B 1234 XYZ`; empty when it stayed.
QString change(const QString& before, const QString& after) {
  return before == after ? QString{} : before + QStringLiteral(" → ") + after;
}

QString changesOf(const protocol::audit_entry& entry,
                  const std::optional<protocol::config>& config) {
  const auto before = protocol::decode_session(entry.before);
  const auto after = protocol::decode_session(entry.after);
  if (!before || !after)
    return {};
  return joined(
      {change(QString::fromStdString(before->plate), QString::fromStdString(after->plate)),
       change(wording::vehicle(before->vehicle_type, config),
              wording::vehicle(after->vehicle_type, config))});
}

HistoryLine auditLine(const protocol::audit_entry& entry,
                      const std::optional<protocol::config>& config) {
  return {entry.at, entry.action == "correct" ? QStringLiteral("edit") : QStringLiteral("close"),
          sessionwords::action(entry.action),
          joined({changesOf(entry, config), QString::fromStdString(entry.reason),
                  QString::fromStdString(entry.actor)})};
}

bool isAbout(const OutboxRow& row, const uuid& session) {
  if (const auto* correction = std::get_if<protocol::correct_data>(&row.submission.data))
    return correction->session_id == session;
  const auto* cancellation = std::get_if<protocol::void_data>(&row.submission.data);
  return cancellation != nullptr && cancellation->session_id == session;
}

HistoryLine ownLine(const OutboxRow& row) {
  const auto what = sessionwords::action(std::string{protocol::kind_of(row.submission.data)});
  if (row.state == sync::record_state::quarantined)
    return {row.createdAt, QStringLiteral("failed"), History::tr("%1: ditolak").arg(what),
            row.why ? wording::of(*row.why).text : QString{}};
  return {row.createdAt, QStringLiteral("clock"), History::tr("%1: menunggu server").arg(what), {}};
}

} // namespace

std::vector<HistoryLine> historyOf(const protocol::session& s,
                                   const std::vector<protocol::audit_entry>& audit,
                                   const std::vector<OutboxRow>& own,
                                   const std::optional<protocol::config>& config) {
  std::vector<HistoryLine> lines;
  if (s.entered_at)
    lines.push_back(entryLine(s, config));
  if (s.exited_at)
    lines.push_back(exitLine(s, config));
  for (const auto& entry : audit)
    if (entry.entity == "session/" + to_string(s.id))
      lines.push_back(auditLine(entry, config));
  for (const auto& row : own)
    if (row.state != sync::record_state::applied && isAbout(row, s.id))
      lines.push_back(ownLine(row));
  std::ranges::stable_sort(lines, {}, &HistoryLine::at);
  return lines;
}

} // namespace palang::mobile
