#include "mobile/desk/stayfacts.h"

#include "mobile/base/sessionwords.h"
#include "mobile/base/wording.h"

namespace palang::mobile {

namespace {

using Stay = protocol::session;

QVariant text(std::string_view s) {
  return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

QVariant money(const std::optional<rupiah>& amount) {
  return amount ? moneyText(*amount) : QString{};
}

QVariant moment(const std::optional<instant>& at, const SiteView& site) {
  return at ? site.moment(*at) : QString{};
}

QVariant duration(const Stay& s, const SiteView& site) {
  const bool isInside = s.status == protocol::session_status::open;
  if (!s.entered_at || (!s.exited_at && !isInside))
    return QString{};
  return wording::duration(s.exited_at.value_or(site.now()) - *s.entered_at);
}

QVariant difference(const Stay& s) {
  if (!s.fee || !s.charged || s.fee == s.charged)
    return QString{};
  return signedMoney(*s.charged - *s.fee);
}

QVariant tone(const Stay& s) {
  if (s.fee && s.charged && *s.charged < *s.fee)
    return QStringLiteral("bad");
  return s.status == protocol::session_status::open     ? QStringLiteral("accent")
         : s.status == protocol::session_status::closed ? QStringLiteral("quiet")
                                                        : QStringLiteral("bad");
}

QVariant persons(const Stay& s) {
  QStringList names;
  for (const auto& name : {s.entry_by, s.exit_by})
    if (!name.empty() && !names.contains(QString::fromStdString(name)))
      names.append(QString::fromStdString(name));
  return names.join(QStringLiteral(" → "));
}

} // namespace

SiteView siteOf(const Workplace& place) {
  return {place.config(), place.siteTime(), [&place] { return place.now(); }};
}

QString moneyText(rupiah amount) {
  return (amount.value < 0 ? QStringLiteral("−") : QString{})
         + QString::fromStdString(to_display(rupiah{std::abs(amount.value)}));
}

QString signedMoney(rupiah amount) {
  if (amount.value == 0)
    return moneyText(amount);
  return (amount.value < 0 ? QString{} : QStringLiteral("+")) + moneyText(amount);
}

const std::vector<Column<Stay>>& stayColumns() {
  static const std::vector<Column<Stay>> columns{
      {"sessionId", [](const Stay& s, const SiteView&) { return text(to_string(s.id)); }},
      {"plate",
       [](const Stay& s, const SiteView&) {
         return s.plate.empty() ? QVariant(sessionwords::noPlate()) : text(s.plate);
       }},
      {"vehicle",
       [](const Stay& s, const SiteView& site) -> QVariant {
         return wording::vehicle(s.vehicle_type, site.config);
       }},
      {"vehicleIcon",
       [](const Stay& s, const SiteView&) -> QVariant {
         return wording::vehicleIcon(s.vehicle_type);
       }},
      {"ticket", [](const Stay& s, const SiteView&) { return text(s.ticket_no); }},
      {"entered", [](const Stay& s, const SiteView& site) { return moment(s.entered_at, site); }},
      {"exited", [](const Stay& s, const SiteView& site) { return moment(s.exited_at, site); }},
      {"duration", [](const Stay& s, const SiteView& site) { return duration(s, site); }},
      {"entryGate",
       [](const Stay& s, const SiteView& site) -> QVariant { return site.gate(s.entry_gate_id); }},
      {"exitGate",
       [](const Stay& s, const SiteView& site) -> QVariant { return site.gate(s.exit_gate_id); }},
      {"fee", [](const Stay& s, const SiteView&) { return money(s.fee); }},
      {"charged", [](const Stay& s, const SiteView&) { return money(s.charged); }},
      {"difference", [](const Stay& s, const SiteView&) { return difference(s); }},
      {"status",
       [](const Stay& s, const SiteView&) { return text(protocol::to_string(s.status)); }},
      {"statusText",
       [](const Stay& s, const SiteView&) -> QVariant { return sessionwords::status(s.status); }},
      {"statusIcon",
       [](const Stay& s, const SiteView&) -> QVariant {
         return sessionwords::statusIcon(s.status);
       }},
      {"tone", [](const Stay& s, const SiteView&) { return tone(s); }},
      {"flags",
       [](const Stay& s, const SiteView&) -> QVariant {
         return sessionwords::flags(s).join(QStringLiteral(" · "));
       }},
      {"photoIn", [](const Stay& s, const SiteView&) { return text(s.photo_in.value_or("")); }},
      {"photoOut", [](const Stay& s, const SiteView&) { return text(s.photo_out.value_or("")); }},
      {"by", [](const Stay& s, const SiteView&) { return persons(s); }}};
  return columns;
}

QVariantMap stayFacts(const Stay& s, const SiteView& site) {
  QVariantMap facts;
  for (const auto& column : stayColumns())
    facts.insert(QString::fromLatin1(column.role), column.value(s, site));
  return facts;
}

} // namespace palang::mobile
