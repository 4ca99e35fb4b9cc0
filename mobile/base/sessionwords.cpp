#include "mobile/base/sessionwords.h"

#include <QCoreApplication>

namespace palang::mobile::sessionwords {

namespace {

/// Where the translator finds these words.
struct Stay {
  Q_DECLARE_TR_FUNCTIONS(Stay)
};

QString flag(const std::string& word) {
  if (word == "offline")
    return Stay::tr("Dicatat saat luring");
  if (word == "clock_uncertain")
    return Stay::tr("Jam perangkat tidak pasti");
  if (word == "nonstandard_plate")
    return Stay::tr("Plat di luar format sipil");
  if (word == "no_plate")
    return Stay::tr("Tanpa plat");
  if (word == "lost_ticket")
    return Stay::tr("Karcis hilang");
  if (word == "other_plate_at_exit")
    return Stay::tr("Plat saat keluar berbeda");
  if (word == "double_exit")
    return Stay::tr("Keluar dua kali");
  if (word == "review")
    return Stay::tr("Perlu diperiksa");
  return QString::fromStdString(word);
}

} // namespace

QString noPlate() {
  return Stay::tr("Tanpa plat");
}

QString status(protocol::session_status status) {
  switch (status) {
  case protocol::session_status::open:
    return Stay::tr("Di dalam");
  case protocol::session_status::closed:
    return Stay::tr("Sudah keluar");
  case protocol::session_status::voided:
    return Stay::tr("Dibatalkan");
  case protocol::session_status::merged:
    return Stay::tr("Digabung");
  case protocol::session_status::exit_only:
    return Stay::tr("Keluar tanpa masuk");
  }
  return {};
}

QString statusIcon(protocol::session_status status) {
  switch (status) {
  case protocol::session_status::open:
    return QStringLiteral("masuk");
  case protocol::session_status::closed:
    return QStringLiteral("keluar");
  case protocol::session_status::voided:
    return QStringLiteral("close");
  case protocol::session_status::merged:
    return QStringLiteral("transfer");
  case protocol::session_status::exit_only:
    return QStringLiteral("warning");
  }
  return {};
}

QStringList flags(const protocol::session& s) {
  QStringList words;
  for (const auto& word : s.flags)
    words.append(flag(word));
  if (s.photo_pending)
    words.append(Stay::tr("Foto belum tiba"));
  if (!s.fee || !s.charged || *s.fee == *s.charged)
    return words;
  const auto difference = *s.charged - *s.fee;
  words.append(
      difference.value < 0
          ? Stay::tr("Kurang bayar %1").arg(QString::fromStdString(to_display({-difference.value})))
          : Stay::tr("Lebih bayar %1").arg(QString::fromStdString(to_display(difference))));
  return words;
}

QString action(const std::string& action) {
  if (action == "correct")
    return Stay::tr("Dikoreksi");
  if (action == "void")
    return Stay::tr("Dibatalkan");
  if (action == "merge")
    return Stay::tr("Digabung");
  return QString::fromStdString(action);
}

} // namespace palang::mobile::sessionwords
