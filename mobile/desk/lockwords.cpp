#include "mobile/desk/lockwords.h"

#include "mobile/base/wording.h"

#include <QCoreApplication>

#include <cstdlib>

namespace palang::mobile::lockwords {

namespace {

struct LockWords {
  Q_DECLARE_TR_FUNCTIONS(LockWords)
};

/// Below this a clock is as good as a person's.
constexpr std::int64_t exactMs = 2'000;
/// From here on it makes another hour of an opening.
constexpr std::int64_t farOffMs = 60'000;
constexpr int strongRssi = -75; ///< dBm.
constexpr int weakRssi = -85;
constexpr int weakPercent = 20;
constexpr int lowPercent = 40;

} // namespace

QString text(const std::string& s) {
  return QString::fromStdString(s);
}

QString state(protocol::lock_state s) {
  switch (s) {
  case protocol::lock_state::locked:
    return LockWords::tr("Tertutup");
  case protocol::lock_state::unlocked:
    return LockWords::tr("Terbuka");
  case protocol::lock_state::unknown:
    break;
  }
  return LockWords::tr("Belum diketahui");
}

QString batteryTone(const std::optional<std::int32_t>& percent) {
  if (!percent)
    return QStringLiteral("quiet");
  return *percent < weakPercent  ? QStringLiteral("bad")
         : *percent < lowPercent ? QStringLiteral("warn")
                                 : QStringLiteral("ok");
}

QString offset(const std::optional<std::int64_t>& ms) {
  if (!ms)
    return QStringLiteral("–");
  const auto size = std::abs(*ms);
  if (size < exactMs)
    return LockWords::tr("tepat");
  const auto sign = *ms < 0 ? QStringLiteral("−") : QStringLiteral("+");
  return sign + delay(size);
}

QString offsetTone(const std::optional<std::int64_t>& ms) {
  if (!ms)
    return QStringLiteral("quiet");
  const auto size = std::abs(*ms);
  return size < exactMs    ? QStringLiteral("ok")
         : size < farOffMs ? QStringLiteral("warn")
                           : QStringLiteral("bad");
}

QString signal(std::int32_t rssi) {
  return rssi > strongRssi  ? LockWords::tr("kuat")
         : rssi >= weakRssi ? LockWords::tr("sedang")
                            : LockWords::tr("lemah");
}

QString signalTone(std::int32_t rssi) {
  return rssi > strongRssi  ? QStringLiteral("ok")
         : rssi >= weakRssi ? QStringLiteral("warn")
                            : QStringLiteral("bad");
}

QString coverage(protocol::coverage c) {
  switch (c) {
  case protocol::coverage::covered:
    return LockWords::tr("Terdengar");
  case protocol::coverage::doubtful:
    return LockWords::tr("Belum pasti");
  case protocol::coverage::blind:
    break;
  }
  return LockWords::tr("Tidak terdengar");
}

QString coverageTone(protocol::coverage c) {
  switch (c) {
  case protocol::coverage::covered:
    return QStringLiteral("ok");
  case protocol::coverage::doubtful:
    return QStringLiteral("warn");
  case protocol::coverage::blind:
    break;
  }
  return QStringLiteral("bad");
}

QString coverageIcon(protocol::coverage c) {
  switch (c) {
  case protocol::coverage::covered:
    return QStringLiteral("tick-circle");
  case protocol::coverage::doubtful:
    return QStringLiteral("clock");
  case protocol::coverage::blind:
    break;
  }
  return QStringLiteral("offline");
}

QVariantList strip(const std::vector<protocol::coverage_hour>& hours, const SiteView& site) {
  QVariantList cells;
  for (const auto& hour : hours)
    cells.append(QVariantMap{
        {QStringLiteral("label"), site.time.local(hour.from).toString(QStringLiteral("HH"))},
        {QStringLiteral("tone"), coverageTone(hour.mark)},
        {QStringLiteral("text"),
         site.time.time(hour.from) + QStringLiteral(" · ") + coverage(hour.mark)}});
  return cells;
}

QString online(bool isOnline, const QString& since) {
  return isOnline ? LockWords::tr("Daring sejak %1").arg(since)
                  : LockWords::tr("Luring sejak %1").arg(since);
}

QString delay(const std::optional<std::int64_t>& ms) {
  if (!ms)
    return QStringLiteral("–");
  const auto seconds = static_cast<double>(*ms) / 1000;
  if (seconds < 10)
    return LockWords::tr("%1 dtk").arg(wording::locale().toString(seconds, 'f', 1));
  if (seconds < 120)
    return LockWords::tr("%1 dtk").arg(wording::locale().toString(seconds, 'f', 0));
  return wording::duration(milliseconds{*ms});
}

} // namespace palang::mobile::lockwords
