#include "mobile/features/synclog/syncwords.h"

#include "mobile/base/wording.h"

#include <QCoreApplication>
#include <QStringList>

namespace palang::mobile::syncwords {

namespace {

struct SyncWords {
  Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

/// A record that waits no longer than this came at once.
constexpr std::int64_t atOnceMs = 3'000;
constexpr std::int64_t minutesMs = 120'000;

} // namespace

QString kind(const std::string& word) {
  if (word == "entry")
    return SyncWords::tr("Masuk");
  if (word == "exit")
    return SyncWords::tr("Keluar");
  if (word == "void")
    return SyncWords::tr("Pembatalan");
  if (word == "correct")
    return SyncWords::tr("Koreksi");
  if (word == "merge" || word == "merge.undo")
    return SyncWords::tr("Penggabungan");
  if (word == "gate.open" || word == "gate.mode")
    return SyncWords::tr("Palang");
  if (word == "shift.open")
    return SyncWords::tr("Buka shift");
  if (word == "shift.close")
    return SyncWords::tr("Tutup shift");
  if (word == "note")
    return SyncWords::tr("Catatan petugas");
  return QString::fromStdString(word);
}

QString verdict(bool isAccepted, const std::string& code) {
  if (isAccepted)
    return SyncWords::tr("Diterima");
  return wording::of(QString::fromStdString(code), QString::fromStdString(code)).text;
}

QString delay(std::int64_t ms) {
  if (ms < atOnceMs)
    return SyncWords::tr("langsung");
  if (ms < minutesMs)
    return SyncWords::tr("%1 dtk").arg(ms / 1000);
  return wording::duration(milliseconds{ms});
}

QString numbers(const std::vector<protocol::seq_range>& ranges) {
  QStringList parts;
  for (const auto& range : ranges)
    parts.append(range.first == range.last
                     ? QString::number(range.first)
                     : QStringLiteral("%1–%2").arg(range.first).arg(range.last));
  return parts.join(QStringLiteral(", "));
}

QString status(protocol::device_status s) {
  switch (s) {
  case protocol::device_status::pending:
    return SyncWords::tr("Menunggu persetujuan");
  case protocol::device_status::approved:
    return SyncWords::tr("Disetujui");
  case protocol::device_status::revoked:
    break;
  }
  return SyncWords::tr("Dicabut");
}

} // namespace palang::mobile::syncwords
