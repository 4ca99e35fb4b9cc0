#include "mobile/features/shifts/shiftpaymentmodel.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "mobile/features/shifts/shiftlistmodel.h"

namespace palang::mobile {

namespace {

using Payment = protocol::shift_payment;

QString text(const std::string& s) {
  return QString::fromStdString(s);
}

QString key(const Payment& p) {
  return QString::number(to_ms(p.at)) + text(to_string(p.session_id));
}

std::vector<Column<Payment>> columns() {
  return {
      {"paymentId", [](const Payment& p, const SiteView&) -> QVariant { return key(p); }},
      {"sessionId",
       [](const Payment& p, const SiteView&) -> QVariant { return text(to_string(p.session_id)); }},
      {"at", [](const Payment& p, const SiteView& s) -> QVariant { return s.moment(p.at); }},
      {"plate",
       [](const Payment& p, const SiteView& s) -> QVariant {
         return p.stay ? stayFacts(*p.stay, s).value(QStringLiteral("plate")) : QString{};
       }},
      {"method",
       [](const Payment& p, const SiteView&) -> QVariant { return wording::method(p.method); }},
      {"amount", [](const Payment& p, const SiteView&) -> QVariant { return moneyText(p.amount); }},
      {"difference",
       [](const Payment& p, const SiteView& s) -> QVariant {
         return p.stay ? stayFacts(*p.stay, s).value(QStringLiteral("difference")) : QString{};
       }},
      {"tone", [](const Payment& p, const SiteView&) -> QVariant {
         const bool differs =
             p.stay && p.stay->fee && p.stay->charged && p.stay->fee != p.stay->charged;
         return differs ? QStringLiteral("bad") : QStringLiteral("quiet");
       }}};
}

} // namespace

ShiftPaymentModel::ShiftPaymentModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<Payment>>("payments", protocol::decode_shift_payment, columns()),
        [this](const std::optional<std::string>& after) -> std::optional<protocol::query_data> {
          const auto id = parse_uuid(m_shiftId.toStdString());
          if (!id)
            return std::nullopt;
          return protocol::shift_detail{*id, window(after)};
        },
        [](const protocol::event& e) { return e.event_topic == protocol::topic::sync; }, parent} {
  connect(this, &FetchedModel::rowsChanged, this, &ShiftPaymentModel::detailChanged);
}

void ShiftPaymentModel::setShiftId(const QString& shiftId) {
  if (shiftId == m_shiftId)
    return;
  m_shiftId = shiftId;
  m_page = {};
  emit shiftIdChanged();
  emit detailChanged();
  fetch()->askAnew();
}

QVariantMap ShiftPaymentModel::facts() const {
  return m_page.shown.id == uuid{} ? QVariantMap{} : shiftFacts(m_page.shown, site());
}

QVariantList ShiftPaymentModel::methods() const {
  QVariantList all;
  for (const auto& sum : m_page.methods)
    all.append(QVariantMap{{QStringLiteral("text"), wording::method(sum.method)},
                           {QStringLiteral("count"), static_cast<int>(sum.count)},
                           {QStringLiteral("amount"), moneyText(sum.amount)}});
  return all;
}

QVariantList ShiftPaymentModel::suspects() const {
  QVariantList all;
  for (const auto& suspect : m_page.suspects) {
    auto facts = stayFacts(suspect.stay, site());
    QStringList reasons;
    for (const auto& reason : suspect.reasons)
      reasons.append(text(wording::isIndonesian() ? reason.id : reason.en));
    facts.insert(QStringLiteral("amount"), moneyText(suspect.amount));
    facts.insert(QStringLiteral("score"), static_cast<double>(suspect.score) / 100);
    facts.insert(QStringLiteral("reasons"), reasons.join(QStringLiteral(" · ")));
    all.append(facts);
  }
  return all;
}

void ShiftPaymentModel::takeMore(const std::string& data) {
  auto page = protocol::decode_shift_page(data);
  m_page = page ? *std::move(page) : protocol::shift_page{};
  emit detailChanged();
}

} // namespace palang::mobile
