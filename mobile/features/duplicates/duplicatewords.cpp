#include "mobile/features/duplicates/duplicatewords.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"

#include <QCoreApplication>

namespace palang::mobile::duplicatewords {

namespace {

struct DuplicateWords {
  Q_DECLARE_TR_FUNCTIONS(DuplicateWords)
};

struct Line {
  QString label;
  const char* fact; ///< As of stayFacts().
};

} // namespace

QString cause(protocol::duplicate_cause c) {
  switch (c) {
  case protocol::duplicate_cause::resent:
    return DuplicateWords::tr("Dicatat dua kali");
  case protocol::duplicate_cause::two_gates:
    return DuplicateWords::tr("Dua pintu");
  case protocol::duplicate_cause::wrong_plate:
    return DuplicateWords::tr("Plat salah baca");
  case protocol::duplicate_cause::stale_session:
    return DuplicateWords::tr("Kunjungan lama");
  case protocol::duplicate_cause::double_exit:
    return DuplicateWords::tr("Keluar dua kali");
  case protocol::duplicate_cause::unclear:
    break;
  }
  return DuplicateWords::tr("Belum jelas");
}

QString action(const std::string& word) {
  if (word == "merge")
    return DuplicateWords::tr("Saran: gabungkan");
  if (word == "keep")
    return DuplicateWords::tr("Saran: pertahankan keduanya");
  if (word == "void")
    return DuplicateWords::tr("Saran: batalkan salah satu");
  return DuplicateWords::tr("Saran: periksa lebih dulu");
}

QString resolution(const std::string& word) {
  if (word == "merged")
    return DuplicateWords::tr("Digabung");
  if (word == "kept")
    return DuplicateWords::tr("Keduanya dipertahankan");
  if (word == "settled")
    return DuplicateWords::tr("Selesai sendiri");
  return DuplicateWords::tr("Terbuka");
}

QString ofBoth(const protocol::both_languages& words) {
  return QString::fromStdString(wording::isIndonesian() ? words.id : words.en);
}

QVariantList comparison(const std::vector<protocol::session>& sessions, const SiteView& site) {
  QVariantList lines;
  if (sessions.empty())
    return lines;
  const auto left = stayFacts(sessions.front(), site);
  const auto right = sessions.size() > 1 ? stayFacts(sessions[1], site) : QVariantMap{};
  const Line shown[] = {
      {DuplicateWords::tr("Plat"), "plate"},      {DuplicateWords::tr("Jenis"), "vehicle"},
      {DuplicateWords::tr("Masuk"), "entered"},   {DuplicateWords::tr("Pintu masuk"), "entryGate"},
      {DuplicateWords::tr("Keluar"), "exited"},   {DuplicateWords::tr("Pintu keluar"), "exitGate"},
      {DuplicateWords::tr("Dibayar"), "charged"}, {DuplicateWords::tr("Karcis"), "ticket"},
      {DuplicateWords::tr("Petugas"), "by"},      {DuplicateWords::tr("Keadaan"), "statusText"},
      {DuplicateWords::tr("Catatan"), "flags"}};
  for (const auto& line : shown) {
    const auto fact = QString::fromLatin1(line.fact);
    const auto a = left.value(fact).toString();
    const auto b = right.value(fact).toString();
    if (!a.isEmpty() || !b.isEmpty())
      lines.append(QVariantMap{{QStringLiteral("label"), line.label},
                               {QStringLiteral("left"), a},
                               {QStringLiteral("right"), b},
                               {QStringLiteral("same"), a == b || right.isEmpty()}});
  }
  return lines;
}

} // namespace palang::mobile::duplicatewords
