#include "mobile/features/shifts/lookmodels.h"

#include "mobile/base/sessionwords.h"
#include "mobile/desk/stayfacts.h"
#include "shared/protocol/supervision.hpp"

#include <type_traits>

namespace palang::mobile {

namespace {

/// An opening that a person asked for, and who.
struct AskedOpening {
  protocol::gate_command command;
  std::string username;
  friend bool operator==(const AskedOpening&, const AskedOpening&) = default;
};

result<AskedOpening> readAskedOpening(std::string_view json) {
  auto command = protocol::decode_gate_command(json);
  if (!command)
    return fail(command.error());
  const auto who = protocol::member_of(json, "username");
  return AskedOpening{*std::move(command),
                      who ? protocol::string_of(*who).value_or("") : std::string{}};
}

bool never(const protocol::event&) {
  return false;
}

QString text(const std::string& s) {
  return QString::fromStdString(s);
}

std::vector<Column<AskedOpening>> openingColumns() {
  using Row = AskedOpening;
  return {{"key",
           [](const Row& r, const SiteView&) -> QVariant { return text(to_string(r.command.id)); }},
          {"sessionId",
           [](const Row& r, const SiteView&) -> QVariant {
             return r.command.session_id ? text(to_string(*r.command.session_id)) : QString{};
           }},
          {"at",
           [](const Row& r, const SiteView& s) -> QVariant {
             return s.moment(r.command.requested_at);
           }},
          {"what",
           [](const Row& r, const SiteView& s) -> QVariant {
             return s.gate(r.command.gate_id) + QStringLiteral(" · ") + text(r.command.reason);
           }},
          {"more", [](const Row& r, const SiteView&) -> QVariant { return text(r.username); }}};
}

std::vector<Column<protocol::audit_entry>> auditColumns() {
  using Row = protocol::audit_entry;
  return {{"key", [](const Row& r, const SiteView&) -> QVariant { return QString::number(r.id); }},
          {"sessionId",
           [](const Row& r, const SiteView&) -> QVariant {
             const auto entity = text(r.entity);
             return entity.startsWith(QLatin1String("session/")) ? entity.mid(8) : QString{};
           }},
          {"at", [](const Row& r, const SiteView& s) -> QVariant { return s.moment(r.at); }},
          {"what",
           [](const Row& r, const SiteView&) -> QVariant {
             return sessionwords::action(r.action) + QStringLiteral(" · ") + text(r.reason);
           }},
          {"more", [](const Row& r, const SiteView&) -> QVariant { return text(r.actor); }}};
}

std::vector<Column<protocol::session>> sessionColumns() {
  using Row = protocol::session;
  auto columns = stayColumns();
  columns.push_back({"at", [](const Row& s, const SiteView& v) -> QVariant {
                       return v.moment(s.exited_at.value_or(s.entered_at.value_or(instant{})));
                     }});
  columns.push_back({"what", [](const Row& s, const SiteView& v) -> QVariant {
                       const auto facts = stayFacts(s, v);
                       return facts.value(QStringLiteral("plate")).toString()
                              + QStringLiteral(" · ")
                              + facts.value(QStringLiteral("duration")).toString();
                     }});
  columns.push_back({"more", [](const Row& s, const SiteView& v) -> QVariant {
                       const auto facts = stayFacts(s, v);
                       const auto difference = facts.value(QStringLiteral("difference")).toString();
                       const auto charged = facts.value(QStringLiteral("charged")).toString();
                       return difference.isEmpty()
                                  ? charged
                                  : charged + QStringLiteral(" (") + difference + QLatin1Char(')');
                     }});
  return columns;
}

} // namespace

template <class Kind>
std::optional<protocol::query_data>
LookModel::question(const std::optional<std::string>& after) const {
  const auto kind = wanted("kind");
  const auto data = wanted("data");
  if (!kind || !data)
    return std::nullopt;
  auto asked = protocol::decode_query_data(*kind, *data);
  if (!asked || !std::holds_alternative<Kind>(*asked))
    return std::nullopt;
  std::get<Kind>(*asked).window.after = after;
  return *std::move(asked);
}

StayLookModel::StayLookModel(QObject* parent)
    : LookModel{std::make_unique<Rows<protocol::session>>("sessions", protocol::decode_session,
                                                          sessionColumns()),
                [this](const auto& after) { return question<protocol::session_list>(after); },
                never, parent} {}

CommandLookModel::CommandLookModel(QObject* parent)
    : LookModel{
        std::make_unique<Rows<AskedOpening>>("commands", readAskedOpening, openingColumns()),
        [this](const auto& after) { return question<protocol::command_list>(after); }, never,
        parent} {}

AuditLookModel::AuditLookModel(QObject* parent)
    : LookModel{std::make_unique<Rows<protocol::audit_entry>>(
                    "entries", protocol::decode_audit_entry, auditColumns()),
                [this](const auto& after) { return question<protocol::audit_list>(after); }, never,
                parent} {}

} // namespace palang::mobile
