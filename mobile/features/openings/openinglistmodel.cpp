#include "mobile/features/openings/openinglistmodel.h"

#include "mobile/base/wording.h"
#include "mobile/desk/lockwords.h"
#include "mobile/features/openings/openingwords.h"

#include <QCoreApplication>

namespace palang::mobile {

namespace {

using Entry = protocol::opening_entry;
using lockwords::text;

struct OpeningRow {
  Q_DECLARE_TR_FUNCTIONS(OpeningRow)
};

QString gate(const Entry& e, const SiteView& site) {
  return e.gate_name.empty() ? site.gate(e.shown.gate_id) : text(e.gate_name);
}

QString record(const Entry& e, const SiteView& site) {
  if (!e.record)
    return {};
  const auto words = text(wording::isIndonesian() ? e.record->text_id : e.record->text_en);
  const auto told = OpeningRow::tr("%1, pukul %2").arg(words, site.moment(e.record->corrected_at));
  return e.record->late_by_ms > 0
             ? OpeningRow::tr("%1, telat %2").arg(told, lockwords::delay(e.record->late_by_ms))
             : told;
}

QString judgement(const Entry& e) {
  return e.shown.judgement ? openingwords::verdict(e.shown.judgement->verdict) : QString{};
}

QString judgementNote(const Entry& e, const SiteView& site) {
  if (!e.shown.judgement)
    return {};
  const auto& j = *e.shown.judgement;
  return QStringLiteral("%1 · %2, %3").arg(text(j.note), text(j.by), site.moment(j.at));
}

template <class Id>
QVariant idText(const std::optional<Id>& id) {
  return id ? text(to_string(*id)) : QString{};
}

std::vector<Column<Entry>> columns() {
  return {
      {"openingId",
       [](const Entry& e, const SiteView&) -> QVariant { return text(to_string(e.shown.id)); }},
      {"at", [](const Entry& e, const SiteView& s) -> QVariant { return s.moment(e.shown.at); }},
      {"atMs",
       [](const Entry& e, const SiteView&) -> QVariant {
         return QString::number(to_ms(e.shown.at));
       }},
      {"gateId", [](const Entry& e, const SiteView&) -> QVariant { return text(e.shown.gate_id); }},
      {"gate", [](const Entry& e, const SiteView& s) -> QVariant { return gate(e, s); }},
      {"lock", [](const Entry& e, const SiteView&) -> QVariant { return text(e.lock_name); }},
      {"state",
       [](const Entry& e, const SiteView&) -> QVariant {
         return openingwords::state(e.shown.state);
       }},
      {"icon",
       [](const Entry& e, const SiteView&) -> QVariant {
         return openingwords::stateIcon(e.shown.state);
       }},
      {"tone",
       [](const Entry& e, const SiteView&) -> QVariant {
         return openingwords::stateTone(e.shown.state);
       }},
      {"cause", [](const Entry& e, const SiteView&) -> QVariant { return openingwords::cause(e); }},
      {"plate", [](const Entry& e, const SiteView&) -> QVariant { return text(e.plate); }},
      {"sessionId",
       [](const Entry& e, const SiteView&) -> QVariant { return idText(e.shown.session_id); }},
      {"record", [](const Entry& e, const SiteView& s) -> QVariant { return record(e, s); }},
      {"judgement", [](const Entry& e, const SiteView&) -> QVariant { return judgement(e); }},
      {"judgementNote",
       [](const Entry& e, const SiteView& s) -> QVariant { return judgementNote(e, s); }}};
}

} // namespace

OpeningListModel::OpeningListModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<Entry>>("openings", protocol::decode_opening_entry, columns()),
        [this](const auto& after) {
          protocol::opening_list asked;
          asked.window = window(after);
          asked.gate_id = wanted("gate");
          asked.lock_id = wanted("lock");
          if (const auto state = wanted("state"))
            asked.state = protocol::opening_state_from(*state);
          if (const auto cause = wanted("cause"))
            asked.cause = protocol::opening_cause_from(*cause);
          asked.is_suspect = wantedYes("suspect").value_or(false);
          asked.is_judged = wantedYes("judged");
          return asked;
        },
        [](const protocol::event& e) {
          return e.event_topic == protocol::topic::lock || e.event_topic == protocol::topic::alert;
        },
        parent} {}

} // namespace palang::mobile
