#include "mobile/features/duplicates/duplicatelistmodel.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "mobile/features/duplicates/duplicatewords.h"
#include "shared/protocol/codec.hpp"

#include <algorithm>

namespace palang::mobile {

namespace {

using Group = protocol::duplicate_group;

QVariant text(std::string_view s) {
  return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

QString plates(const Group& g, const SiteView& site) {
  QStringList all;
  for (const auto& s : g.sessions) {
    const auto plate = stayFacts(s, site).value(QStringLiteral("plate")).toString();
    if (!all.contains(plate))
      all.append(plate);
  }
  return all.join(QStringLiteral(" / "));
}

QVariant reasons(const Group& g) {
  QStringList lines;
  for (const auto& reason : g.suggestion.reasons)
    lines.append(duplicatewords::ofBoth(reason));
  return lines;
}

QVariant stays(const Group& g, const SiteView& site) {
  QVariantList all;
  for (const auto& s : g.sessions)
    all.append(stayFacts(s, site));
  return all;
}

QVariant idText(const std::optional<uuid>& id) {
  return id ? text(to_string(*id)) : QString{};
}

std::vector<Column<Group>> columns() {
  return {
      {"alertId", [](const Group& g, const SiteView&) { return text(to_string(g.raised.id)); }},
      {"raised",
       [](const Group& g, const SiteView& s) -> QVariant { return s.moment(g.raised.raised_at); }},
      {"text",
       [](const Group& g, const SiteView&) {
         return text(wording::isIndonesian() ? g.raised.text_id : g.raised.text_en);
       }},
      {"plates", [](const Group& g, const SiteView& s) -> QVariant { return plates(g, s); }},
      {"cause",
       [](const Group& g, const SiteView&) -> QVariant { return duplicatewords::cause(g.cause); }},
      {"action", [](const Group& g, const SiteView&) { return text(g.suggestion.action); }},
      {"suggestion",
       [](const Group& g, const SiteView&) -> QVariant {
         return duplicatewords::action(g.suggestion.action);
       }},
      {"reasons", [](const Group& g, const SiteView&) { return reasons(g); }},
      {"prevention",
       [](const Group& g, const SiteView&) -> QVariant {
         return duplicatewords::ofBoth(g.prevention);
       }},
      {"keep", [](const Group& g, const SiteView&) { return idText(g.suggestion.keep); }},
      {"drop", [](const Group& g, const SiteView&) { return idText(g.suggestion.drop); }},
      {"isOpen", [](const Group& g, const SiteView&) -> QVariant { return g.resolution.empty(); }},
      {"resolution",
       [](const Group& g, const SiteView&) -> QVariant {
         return duplicatewords::resolution(g.resolution);
       }},
      {"icon",
       [](const Group& g, const SiteView&) -> QVariant {
         return g.resolution.empty() ? QStringLiteral("warning") : QStringLiteral("tick-circle");
       }},
      {"tone",
       [](const Group& g, const SiteView&) -> QVariant {
         return g.resolution.empty() ? QStringLiteral("bad") : QStringLiteral("ok");
       }},
      {"undoKind",
       [](const Group& g, const SiteView&) { return text(g.undo ? g.undo->kind : ""); }},
      {"undoId",
       [](const Group& g, const SiteView&) {
         return g.undo ? text(to_string(g.undo->id)) : QVariant(QString{});
       }},
      {"stays", [](const Group& g, const SiteView& s) { return stays(g, s); }},
      {"comparison", [](const Group& g, const SiteView& s) -> QVariant {
         return duplicatewords::comparison(g.sessions, s);
       }}};
}

} // namespace

DuplicateListModel::DuplicateListModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<Group>>("duplicates", protocol::decode_duplicate_group, columns()),
        [this](const auto& after) {
          protocol::duplicate_list asked;
          asked.window = window(after);
          if (const auto cause = wanted("cause"))
            asked.cause = protocol::duplicate_cause_from(*cause);
          asked.is_open = wantedYes("open");
          return asked;
        },
        [](const protocol::event& e) {
          return e.event_topic == protocol::topic::alert || e.kind == "session.corrected"
                 || e.kind == "session.voided";
        },
        parent} {
  connect(this, &FetchedModel::rowsChanged, this, &DuplicateListModel::causesChanged);
}

QVariantList DuplicateListModel::causes() const {
  QVariantList all;
  for (const auto& one : m_causes)
    all.append(QVariantMap{{QStringLiteral("cause"), text(protocol::to_string(one.cause))},
                           {QStringLiteral("text"), duplicatewords::cause(one.cause)},
                           {QStringLiteral("count"), static_cast<int>(one.count)}});
  return all;
}

void DuplicateListModel::takeMore(const std::string& data) {
  const auto items = protocol::items_of(data, "causes");
  if (!items)
    return;
  m_causes.clear();
  for (const auto& item : *items)
    if (const auto one = protocol::decode_cause_count(item); one && one->count > 0)
      m_causes.push_back(*one);
  std::ranges::sort(m_causes, std::ranges::greater{}, &protocol::cause_count::count);
  emit causesChanged();
}

} // namespace palang::mobile
