#include "mobile/features/shifts/shiftlistmodel.h"

#include "mobile/desk/stayfacts.h"

#include <QCoreApplication>

namespace palang::mobile {

namespace {

using Shift = protocol::shift;

struct ShiftWords {
  Q_DECLARE_TR_FUNCTIONS(ShiftWords)
};

QVariant text(const std::string& s) {
  return QString::fromStdString(s);
}

QVariant money(const std::optional<rupiah>& amount) {
  return amount ? moneyText(*amount) : QStringLiteral("–");
}

QString state(const Shift& s) {
  if (!s.closed_at)
    return ShiftWords::tr("Masih buka");
  if (!s.difference || s.difference->value == 0)
    return ShiftWords::tr("Cocok");
  return s.difference->value < 0 ? ShiftWords::tr("Kurang") : ShiftWords::tr("Lebih");
}

bool differs(const Shift& s) {
  return s.difference && s.difference->value != 0;
}

QString hours(const Shift& s, const SiteView& site) {
  const auto from = site.time.dayTime(s.opened_at, site.now());
  return s.closed_at ? from + QStringLiteral(" – ") + site.time.time(*s.closed_at)
                     : ShiftWords::tr("sejak %1").arg(from);
}

const std::vector<Column<Shift>>& columns() {
  static const std::vector<Column<Shift>> all{
      {"shiftId", [](const Shift& s, const SiteView&) { return text(to_string(s.id)); }},
      {"person", [](const Shift& s, const SiteView&) { return text(s.username); }},
      {"device",
       [](const Shift& s, const SiteView&) -> QVariant {
         return s.device_no == 0 ? QString{} : QStringLiteral("HP %1").arg(s.device_no);
       }},
      {"hours", [](const Shift& s, const SiteView& v) -> QVariant { return hours(s, v); }},
      {"openingCash",
       [](const Shift& s, const SiteView&) -> QVariant { return moneyText(s.opening_cash); }},
      {"counted", [](const Shift& s, const SiteView&) { return money(s.counted); }},
      {"expected", [](const Shift& s, const SiteView&) { return money(s.expected); }},
      {"difference",
       [](const Shift& s, const SiteView&) -> QVariant {
         return s.difference ? signedMoney(*s.difference) : QStringLiteral("–");
       }},
      {"differs", [](const Shift& s, const SiteView&) -> QVariant { return differs(s); }},
      {"state", [](const Shift& s, const SiteView&) -> QVariant { return state(s); }},
      {"icon",
       [](const Shift& s, const SiteView&) -> QVariant {
         return !s.closed_at ? QStringLiteral("clock")
                : differs(s) ? QStringLiteral("warning")
                             : QStringLiteral("tick-circle");
       }},
      {"tone",
       [](const Shift& s, const SiteView&) -> QVariant {
         return !s.closed_at ? QStringLiteral("quiet")
                : differs(s) ? QStringLiteral("bad")
                             : QStringLiteral("ok");
       }},
      {"records", [](const Shift& s, const SiteView&) -> QVariant {
         return ShiftWords::tr("%1 catatan, nomor %2–%3")
             .arg(s.record_count)
             .arg(s.first_seq)
             .arg(s.last_seq);
       }}};
  return all;
}

} // namespace

ShiftListModel::ShiftListModel(QObject* parent)
    : FetchedModel{std::make_unique<Rows<Shift>>("shifts", protocol::decode_shift, columns()),
                   [this](const auto& after) {
                     protocol::shift_list asked;
                     asked.window = window(after);
                     asked.username = wanted("person");
                     asked.is_different = wantedYes("different").value_or(false);
                     return asked;
                   },
                   [](const protocol::event& e) {
                     return e.event_topic == protocol::topic::sync
                            || e.event_topic == protocol::topic::alert;
                   },
                   parent} {}

QVariantMap shiftFacts(const Shift& s, const SiteView& site) {
  QVariantMap facts;
  for (const auto& column : columns())
    facts.insert(QString::fromLatin1(column.role), column.value(s, site));
  return facts;
}

} // namespace palang::mobile
