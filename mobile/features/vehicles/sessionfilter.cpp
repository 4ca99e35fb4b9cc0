#include "mobile/features/vehicles/sessionfilter.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace palang::mobile {

namespace {

/// More is no amount of money or time.
constexpr int mostDigits = 12;

std::optional<std::string> word(const QVariantMap& values, const char* name) {
  const auto value = values.value(QString::fromLatin1(name)).toString();
  return value.isEmpty() ? std::nullopt : std::optional(value.toStdString());
}

std::optional<std::int64_t> number(const QVariantMap& values, const char* name) {
  const auto digits = wholeNumberFrom(values.value(QString::fromLatin1(name)).toString());
  return digits.isEmpty() ? std::nullopt : std::optional<std::int64_t>(digits.toLongLong());
}

/// The protocol's ranges do not include their ends.
std::optional<std::int64_t> endNumber(const QVariantMap& values, const char* name) {
  const auto last = number(values, name);
  return last ? std::optional(*last + 1) : std::nullopt;
}

template <class T>
bool isWithin(const T& value, const std::optional<T>& from, const std::optional<T>& to) {
  return (!from || value >= *from) && (!to || value < *to);
}

bool fitsStay(const protocol::session& s, const protocol::session_list& wanted, instant now) {
  if (!wanted.stay_from && !wanted.stay_to)
    return true;
  if (!s.entered_at)
    return false;
  const auto stay =
      std::chrono::floor<std::chrono::minutes>(s.exited_at.value_or(now) - *s.entered_at);
  return isWithin(static_cast<std::int64_t>(stay.count()), wanted.stay_from, wanted.stay_to);
}

bool fitsCharged(const protocol::session& s, const protocol::session_list& wanted) {
  return (!wanted.charged_from && !wanted.charged_to)
         || (s.charged && isWithin(*s.charged, wanted.charged_from, wanted.charged_to));
}

std::optional<instant> midnight(const QVariantMap& values, const char* name, int daysLater,
                                const SiteTime& time) {
  const auto day =
      QDate::fromString(values.value(QString::fromLatin1(name)).toString(), Qt::ISODate);
  if (!day.isValid())
    return std::nullopt;
  const auto wanted = day.addDays(daysLater);
  auto at = time.local(from_ms(wanted.startOfDay(Qt::UTC).toMSecsSinceEpoch()));
  at.setDate(wanted);
  at.setTime(QTime(0, 0));
  return from_ms(at.toMSecsSinceEpoch());
}

bool fitsAmount(const protocol::session& s, protocol::amount_filter wanted) {
  if (!s.charged)
    return false;
  switch (wanted) {
  case protocol::amount_filter::nothing:
    return s.charged->value == 0;
  case protocol::amount_filter::different:
    return s.fee && s.charged != s.fee;
  case protocol::amount_filter::under:
    return s.fee && *s.charged < *s.fee;
  case protocol::amount_filter::over:
    break;
  }
  return s.fee && *s.charged > *s.fee;
}

/// As the server has it (PROTOCOL 3.9).
bool isNotable(const protocol::session& s) {
  using protocol::session_status;
  constexpr std::array flags{"lost_ticket", "double_exit", "other_plate_at_exit", "review"};
  return s.status == session_status::voided || s.status == session_status::merged
         || s.status == session_status::exit_only
         || fitsAmount(s, protocol::amount_filter::different)
         || std::ranges::any_of(flags, [&](const char* flag) {
              return std::ranges::find(s.flags, flag) != s.flags.end();
            });
}

} // namespace

SessionFilter::SessionFilter(const QVariantMap& values, const SiteTime& time) {
  if (const auto status = word(values, "status"))
    m_wanted.status = protocol::session_status_from(*status);
  if (const auto type = word(values, "type"))
    m_wanted.vehicle_type = domain::vehicle_class_from(*type);
  if (const auto amount = word(values, "amount"))
    m_wanted.amount = protocol::amount_filter_from(*amount);
  m_wanted.gate_id = word(values, "gate");
  m_wanted.flag = word(values, "flag");
  m_wanted.is_notable = word(values, "notable").has_value();
  m_wanted.attendant = word(values, "attendant");
  m_wanted.method = word(values, "method");
  m_wanted.stay_from = number(values, "stayFrom");
  m_wanted.stay_to = endNumber(values, "stayTo");
  if (const auto from = number(values, "chargedFrom"))
    m_wanted.charged_from = rupiah{*from};
  if (const auto to = endNumber(values, "chargedTo"))
    m_wanted.charged_to = rupiah{*to};
  m_wanted.window.from = midnight(values, "from", 0, time);
  m_wanted.window.to = midnight(values, "to", 1, time);
}

bool SessionFilter::fits(const protocol::session& s, instant now) const {
  const auto& w = m_wanted;
  const auto at = s.entered_at ? s.entered_at : s.exited_at;
  return (!w.status || s.status == *w.status)
         && (!w.vehicle_type || s.vehicle_type == *w.vehicle_type)
         && (!w.gate_id || s.entry_gate_id == *w.gate_id || s.exit_gate_id == *w.gate_id)
         && (!w.flag || std::ranges::find(s.flags, *w.flag) != s.flags.end())
         && (!w.amount || fitsAmount(s, *w.amount)) && (!w.is_notable || isNotable(s))
         && (!w.attendant || s.entry_by == *w.attendant || s.exit_by == *w.attendant)
         && fitsStay(s, w, now) && fitsCharged(s, w)
         && (!w.window.from || (at && *at >= *w.window.from))
         && (!w.window.to || (at && *at < *w.window.to));
}

QString wholeNumberFrom(const QString& typed) {
  static const QRegularExpression form(
      QStringLiteral("^(?:Rp)?((?:[0-9]{1,3}(?:\\.[0-9]{3})+)|[0-9]+)$"),
      QRegularExpression::CaseInsensitiveOption);
  auto bare = typed;
  const auto found = form.match(bare.remove(QLatin1Char(' ')));
  auto digits = found.captured(1).remove(QLatin1Char('.'));
  return digits.size() > mostDigits ? QString{} : digits;
}

QString dayFrom(const QString& typed) {
  for (const auto* format : {"yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy"}) {
    const auto day = QDate::fromString(typed.trimmed(), QLatin1String(format));
    if (day.isValid())
      return day.toString(Qt::ISODate);
  }
  return {};
}

} // namespace palang::mobile
