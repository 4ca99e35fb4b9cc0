#include "mobile/features/shifts/indicatormodel.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "shared/protocol/supervision.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace palang::mobile {

namespace {

using Attendant = protocol::attendant_indicators;

struct IndicatorWords {
  Q_DECLARE_TR_FUNCTIONS(IndicatorWords)
};

QString text(const std::string& s) {
  return QString::fromStdString(s);
}

/// Fees are in rupiah, everything else in per mille of its base.
QString value(const protocol::indicator& i, std::int64_t v) {
  if (i.kind == "mean_fee")
    return moneyText(rupiah{v});
  return wording::locale().toString(static_cast<double>(v) / 10, 'f', 1) + QStringLiteral(" %");
}

double share(std::int64_t v, std::int64_t whole) {
  return whole > 0 ? std::clamp(static_cast<double>(v) / static_cast<double>(whole), 0.0, 1.0) : 0;
}

/// The server's own words hold the value, too: they are for kinds that are not known here.
QString name(const protocol::indicator& i) {
  static const std::map<std::string, const char*> names{
      {"mean_fee", QT_TRANSLATE_NOOP("IndicatorWords", "Rata-rata tagihan")},
      {"free_exits", QT_TRANSLATE_NOOP("IndicatorWords", "Keluar gratis")},
      {"lost_tickets", QT_TRANSLATE_NOOP("IndicatorWords", "Karcis hilang")},
      {"undercharged", QT_TRANSLATE_NOOP("IndicatorWords", "Ditagih kurang dari tarif")},
      {"no_exit_photo", QT_TRANSLATE_NOOP("IndicatorWords", "Keluar tanpa foto")},
      {"cash", QT_TRANSLATE_NOOP("IndicatorWords", "Dibayar tunai")},
      {"voids", QT_TRANSLATE_NOOP("IndicatorWords", "Dibatalkan")},
      {"class_downgrades", QT_TRANSLATE_NOOP("IndicatorWords", "Golongan diturunkan")},
      {"reprints", QT_TRANSLATE_NOOP("IndicatorWords", "Karcis dicetak ulang")},
      {"manual_openings", QT_TRANSLATE_NOOP("IndicatorWords", "Palang dibuka manual")}};
  const auto known = names.find(i.kind);
  return known == names.end() ? text(wording::isIndonesian() ? i.text.id : i.text.en)
                              : IndicatorWords::tr(known->second);
}

QString number(std::int64_t n) {
  return wording::locale().toString(static_cast<qlonglong>(n));
}

QString counts(const protocol::indicator& i) {
  return i.kind == "mean_fee"
             ? IndicatorWords::tr("dari %n kendaraan", "", static_cast<int>(i.base))
             : IndicatorWords::tr("%1 dari %2").arg(number(i.count), number(i.base));
}

QVariantMap shown(const protocol::indicator& i) {
  const auto widest = std::max({i.value, i.high.value_or(0), i.expected.value_or(0)}) * 5 / 4;
  QVariantMap all{{QStringLiteral("kind"), text(i.kind)},
                  {QStringLiteral("text"), name(i)},
                  {QStringLiteral("value"), value(i, i.value)},
                  {QStringLiteral("valueShare"), share(i.value, widest)},
                  {QStringLiteral("counts"), counts(i)},
                  {QStringLiteral("outside"), i.is_outside},
                  {QStringLiteral("lookKind"), text(i.look_kind)},
                  {QStringLiteral("lookData"), text(i.look_data)}};
  if (!i.expected)
    return all;
  all.insert(QStringLiteral("expected"),
             IndicatorWords::tr("biasanya %1 (%2 – %3)")
                 .arg(value(i, *i.expected), value(i, i.low.value_or(*i.expected)),
                      value(i, i.high.value_or(*i.expected))));
  all.insert(QStringLiteral("lowShare"), share(i.low.value_or(*i.expected), widest));
  all.insert(QStringLiteral("highShare"), share(i.high.value_or(*i.expected), widest));
  return all;
}

int outside(const Attendant& a) {
  return static_cast<int>(std::ranges::count_if(a.indicators, &protocol::indicator::is_outside));
}

/// Somebody else worked at the same gates and hours.
bool isCompared(const Attendant& a) {
  return std::ranges::any_of(a.indicators,
                             [](const protocol::indicator& i) { return i.expected.has_value(); });
}

std::vector<Column<Attendant>> columns() {
  return {
      {"person", [](const Attendant& a, const SiteView&) -> QVariant { return text(a.username); }},
      {"exits", [](const Attendant& a, const SiteView&) -> QVariant { return number(a.exits); }},
      {"entries",
       [](const Attendant& a, const SiteView&) -> QVariant { return number(a.entries); }},
      {"verdict",
       [](const Attendant& a, const SiteView&) -> QVariant {
         const auto count = outside(a);
         return count > 0       ? IndicatorWords::tr("%1 perlu diperiksa").arg(count)
                : isCompared(a) ? IndicatorWords::tr("seperti yang lain")
                                : IndicatorWords::tr("belum ada pembanding");
       }},
      {"icon",
       [](const Attendant& a, const SiteView&) -> QVariant {
         return outside(a) > 0  ? QStringLiteral("warning")
                : isCompared(a) ? QStringLiteral("tick-circle")
                                : QStringLiteral("clock");
       }},
      {"tone",
       [](const Attendant& a, const SiteView&) -> QVariant {
         return outside(a) > 0  ? QStringLiteral("bad")
                : isCompared(a) ? QStringLiteral("ok")
                                : QStringLiteral("quiet");
       }},
      {"indicators", [](const Attendant& a, const SiteView&) -> QVariant {
         QVariantList all;
         for (const auto& i : a.indicators)
           all.append(shown(i));
         return all;
       }}};
}

} // namespace

IndicatorModel::IndicatorModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<Attendant>>("attendants", protocol::decode_attendant_indicators,
                                          columns()),
        [this](const auto&) -> std::optional<protocol::query_data> {
          if (period() == nullptr)
            return std::nullopt;
          return protocol::stats_indicators{period()->from(), period()->to(), wanted("gate")};
        },
        [](const protocol::event&) { return false; }, parent} {}

} // namespace palang::mobile
