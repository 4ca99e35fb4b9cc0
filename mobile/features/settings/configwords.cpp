#include "mobile/features/settings/configwords.h"

#include "mobile/base/wording.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace palang::mobile::configwords {

namespace {

struct ConfigWords {
  Q_DECLARE_TR_FUNCTIONS(ConfigWords)
};

/// A field's last name and what a person calls it; the words of the pages' own labels.
struct Name {
  const char* key;
  const char* words;
};

constexpr std::array names{
    Name{"/site/name", QT_TRANSLATE_NOOP("ConfigWords", "Nama lokasi")},
    Name{"/site/tz", QT_TRANSLATE_NOOP("ConfigWords", "Zona waktu")},
    Name{"/site/number", QT_TRANSLATE_NOOP("ConfigWords", "Nomor lokasi")},
    Name{"/site/tax_rate_pct", QT_TRANSLATE_NOOP("ConfigWords", "Pajak (%)")},
    Name{"/site/language", QT_TRANSLATE_NOOP("ConfigWords", "Bahasa")},
    Name{"/retention/photos_days", QT_TRANSLATE_NOOP("ConfigWords", "Foto (hari)")},
    Name{"/retention/photos_mib", QT_TRANSLATE_NOOP("ConfigWords", "Foto (MiB)")},
    Name{"/retention/journal_days", QT_TRANSLATE_NOOP("ConfigWords", "Jurnal (hari)")},
    Name{"/retention/journal_events", QT_TRANSLATE_NOOP("ConfigWords", "Jurnal (kejadian)")},
    Name{"/retention/logs_days", QT_TRANSLATE_NOOP("ConfigWords", "Log (hari)")},
    Name{"/retention/archive_days", QT_TRANSLATE_NOOP("ConfigWords", "Arsip di HP (hari)")},
    Name{"id", QT_TRANSLATE_NOOP("ConfigWords", "Nomor atau sebutan")},
    Name{"name", QT_TRANSLATE_NOOP("ConfigWords", "Nama")},
    Name{"zone_id", QT_TRANSLATE_NOOP("ConfigWords", "Area")},
    Name{"lock_id", QT_TRANSLATE_NOOP("ConfigWords", "Kunci")},
    Name{"direction", QT_TRANSLATE_NOOP("ConfigWords", "Arah")},
    Name{"warn_pct", QT_TRANSLATE_NOOP("ConfigWords", "Hampir penuh (%)")},
    Name{"crit_pct", QT_TRANSLATE_NOOP("ConfigWords", "Penuh (%)")},
    Name{"version", QT_TRANSLATE_NOOP("ConfigWords", "Versi")},
    Name{"vehicle_type", QT_TRANSLATE_NOOP("ConfigWords", "Jenis kendaraan")},
    Name{"valid_from", QT_TRANSLATE_NOOP("ConfigWords", "Berlaku mulai")},
    Name{"mode", QT_TRANSLATE_NOOP("ConfigWords", "Cara hitung")},
    Name{"grace_min", QT_TRANSLATE_NOOP("ConfigWords", "Tenggang gratis (menit)")},
    Name{"first_min", QT_TRANSLATE_NOOP("ConfigWords", "Blok pertama (menit)")},
    Name{"first_amt", QT_TRANSLATE_NOOP("ConfigWords", "Harga blok pertama (Rp)")},
    Name{"next_min", QT_TRANSLATE_NOOP("ConfigWords", "Blok berikutnya (menit)")},
    Name{"next_amt", QT_TRANSLATE_NOOP("ConfigWords", "Harga blok berikutnya (Rp)")},
    Name{"cap", QT_TRANSLATE_NOOP("ConfigWords", "Paling banyak (Rp)")},
    Name{"overnight_amt", QT_TRANSLATE_NOOP("ConfigWords", "Inap (Rp)")},
    Name{"flat_amt", QT_TRANSLATE_NOOP("ConfigWords", "Tetap per 24 jam (Rp)")},
    Name{"lost_amt", QT_TRANSLATE_NOOP("ConfigWords", "Denda karcis hilang (Rp)")},
    Name{"lost_unknown_base",
         QT_TRANSLATE_NOOP("ConfigWords", "Dasar bila jam masuk tak terbukti (Rp)")}};

QString nameOf(const QString& key) {
  for (const auto& name : names)
    if (key == QLatin1String(name.key))
      return ConfigWords::tr(name.words);
  return {};
}

template <class List>
QString nameIn(const List& list, std::size_t index) {
  if (index >= list.size())
    return {};
  return QString::fromStdString(list[index].name.empty() ? list[index].id : list[index].name);
}

/// Which one of a list it is.
QString itemOf(const QString& list, std::size_t index, const protocol::config& config) {
  if (list == QLatin1String("zones"))
    return ConfigWords::tr("Area %1").arg(nameIn(config.zones, index));
  if (list == QLatin1String("gates"))
    return ConfigWords::tr("Pintu %1").arg(nameIn(config.gates, index));
  if (list == QLatin1String("locks"))
    return ConfigWords::tr("Kunci %1").arg(nameIn(config.locks, index));
  if (list == QLatin1String("vehicle_types") && index < config.vehicle_types.size())
    return wording::vehicle(config.vehicle_types[index].id, config);
  if (list == QLatin1String("tariffs") && index < config.tariffs.size())
    return ConfigWords::tr("Tarif %1 versi %2")
        .arg(QString::fromStdString(config.tariffs[index].id))
        .arg(config.tariffs[index].version);
  return {};
}

/// What a message says, and the same for people: %1 and %2 are what it names.
struct Refusal {
  const char* pattern;
  const char* words;
};

constexpr std::array refusals{
    Refusal{"must be from (-?\\d+) to (-?\\d+)",
            QT_TRANSLATE_NOOP("ConfigWords", "Isi angka %1 sampai %2.")},
    Refusal{"must have (\\d+) to (\\d+) characters",
            QT_TRANSLATE_NOOP("ConfigWords", "Isi %1 sampai %2 huruf.")},
    Refusal{"(\\S+) is there twice",
            QT_TRANSLATE_NOOP("ConfigWords", "%1 sudah dipakai; pilih yang lain.")},
    Refusal{"must be a time zone",
            QT_TRANSLATE_NOOP("ConfigWords", "Isi zona waktu, misalnya Asia/Jakarta.")},
    Refusal{"must be id or en", QT_TRANSLATE_NOOP("ConfigWords", "Pilih Indonesia atau Inggris.")},
    Refusal{"must be later than the one before",
            QT_TRANSLATE_NOOP("ConfigWords", "Harus sesudah yang sebelumnya.")},
    Refusal{"no zone (.*)",
            QT_TRANSLATE_NOOP("ConfigWords", "Area %1 tidak ada; pilih yang lain.")},
    Refusal{"no lock (.*)",
            QT_TRANSLATE_NOOP("ConfigWords", "Kunci %1 tidak ada; pilih yang lain.")},
    Refusal{"no tariff for (\\w+)", QT_TRANSLATE_NOOP("ConfigWords", "Belum ada tarif untuk %1.")},
    Refusal{"a tariff needs an id", QT_TRANSLATE_NOOP("ConfigWords", "Tarif perlu sebutan.")},
    Refusal{"(\\S+) has this version twice",
            QT_TRANSLATE_NOOP("ConfigWords", "%1 sudah punya versi ini.")},
    Refusal{"(\\S+) is for another vehicle type",
            QT_TRANSLATE_NOOP("ConfigWords", "%1 sudah dipakai untuk jenis lain.")},
    Refusal{
        "the site's number stands in tickets",
        QT_TRANSLATE_NOOP("ConfigWords",
                          "Nomor lokasi tercetak di karcis yang beredar; tidak dapat diganti.")},
    Refusal{"version (\\d+) of tariff (\\S+) is in force",
            QT_TRANSLATE_NOOP("ConfigWords",
                              "Versi %1 tarif %2 sudah berlaku; buat versi berikutnya.")}};

} // namespace

QString field(const QString& pointer, const std::optional<protocol::config>& config) {
  const auto parts = pointer.split(QLatin1Char('/'), Qt::SkipEmptyParts);
  if (const auto whole = nameOf(pointer); !whole.isEmpty())
    return whole;
  if (parts.size() < 2)
    return pointer;
  QStringList words;
  bool isIndex = false;
  const auto index = parts.at(1).toULongLong(&isIndex);
  if (isIndex && config)
    words.append(itemOf(parts.first(), index, *config));
  if (parts.size() > 3 && parts.at(2) == QLatin1String("capacity")) {
    const auto type = domain::vehicle_class_from(parts.last().toStdString());
    words.append(
        ConfigWords::tr("Tempat %1").arg(type ? wording::vehicle(*type, config) : parts.last()));
  } else if (parts.size() > 2 || !isIndex) {
    const auto name = nameOf(parts.last());
    words.append(name.isEmpty() ? parts.last() : name);
  }
  words.removeAll(QString());
  return words.isEmpty() ? pointer : words.join(QStringLiteral(" · "));
}

QString problem(const QString& message) {
  for (const auto& refusal : refusals) {
    const auto match = QRegularExpression(QLatin1String(refusal.pattern)).match(message);
    if (!match.hasMatch())
      continue;
    auto words = ConfigWords::tr(refusal.words);
    for (int i = 1; i <= match.lastCapturedIndex(); ++i)
      words = words.arg(match.captured(i));
    return words;
  }
  return message;
}

} // namespace palang::mobile::configwords
