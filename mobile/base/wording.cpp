#include "mobile/base/wording.h"

#include "shared/domain/ticket.hpp"

#include <QCoreApplication>

namespace palang::mobile::wording {

namespace {

bool indonesian = true;

/// Where the translator finds these words.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
};

Trouble ofCode(errc code) {
  switch (code) {
  case errc::bad_credentials:
    return {Words::tr("Nama atau sandi salah"), Words::tr("Periksa keduanya lalu coba lagi.")};
  case errc::too_many_attempts:
    return {Words::tr("Terlalu banyak percobaan"), Words::tr("Tunggu satu menit, lalu coba lagi.")};
  case errc::device_pending:
    return {Words::tr("HP ini belum disetujui"),
            Words::tr("Minta admin menyetujuinya, atau isi kode pendaftaran.")};
  case errc::device_revoked:
    return {Words::tr("HP ini sudah dicabut"),
            Words::tr("Hubungi admin. Catatan yang belum terkirim tetap ada di HP ini.")};
  case errc::unauthorized:
    return {Words::tr("Waktu masuk habis"),
            Words::tr("Masuk lagi untuk mengirim. Sementara itu semua tetap tersimpan di sini.")};
  case errc::forbidden:
    return {Words::tr("Perlu penyelia"), Words::tr("Minta penyelia melakukannya.")};
  case errc::already_inside:
    return {Words::tr("Plat ini masih tercatat di dalam"),
            Words::tr("Periksa plat. Bila benar, keluarkan dulu kunjungan lamanya.")};
  case errc::already_exited:
    return {Words::tr("Sudah tercatat keluar"),
            Words::tr("Periksa karcis atau plat; bila ragu, panggil penyelia.")};
  case errc::bad_plate:
    return {Words::tr("Plat tidak terbaca"),
            Words::tr("Isi huruf dan angka, misalnya B 1234 XYZ.")};
  case errc::bad_vehicle_type:
    return {Words::tr("Jenis kendaraan tidak dikenal"),
            Words::tr("Pilih jenis lain atau perbarui konfigurasi.")};
  case errc::bad_ticket:
    return {Words::tr("Karcis tidak sah"), Words::tr("Cari dengan plat, atau panggil penyelia.")};
  case errc::unknown_gate:
    return {Words::tr("Pintu tidak dikenal"), Words::tr("Pilih pintu lagi di Lainnya.")};
  case errc::unknown_session:
    return {Words::tr("Kunjungan tidak ditemukan"),
            Words::tr("Cari dengan plat atau nomor karcis.")};
  case errc::expired:
    return {Words::tr("Perintah terlambat dan tidak dijalankan"),
            Words::tr("Coba lagi bila masih perlu.")};
  case errc::db_unavailable:
    return {Words::tr("Server tidak terjangkau"), Words::tr("Coba lagi saat indikator hijau.")};
  case errc::busy:
  case errc::shutting_down:
    return {Words::tr("Server sedang sibuk"), Words::tr("Dikirim lagi otomatis.")};
  case errc::sequence_conflict:
  case errc::id_reused:
    return {Words::tr("Catatan ini tidak cocok dengan server"),
            Words::tr("Jangan hapus apa pun; panggil penyelia.")};
  case errc::version_conflict:
    return {Words::tr("Sudah diubah orang lain"), Words::tr("Muat ulang lalu coba lagi.")};
  case errc::corrupt:
    return {Words::tr("Berkas data di sini rusak"),
            Words::tr("Jangan hapus aplikasi; panggil admin.")};
  case errc::not_supported:
    return {Words::tr("Server ini tidak mendukungnya"), Words::tr("Hubungi admin.")};
  default:
    return {};
  }
}

/// Which of the ticket's refusals it is stands in the error's message, in English.
Trouble ofTicket(const std::string& message) {
  for (int i = 0; i <= static_cast<int>(domain::ticket_errc::last); ++i) {
    const auto code = static_cast<domain::ticket_errc>(i);
    if (message != domain::message_en(code))
      continue;
    const auto words = indonesian ? domain::message_id(code) : domain::message_en(code);
    auto text = QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
    text.front() = text.front().toUpper();
    return {text, Words::tr("Cari dengan plat, atau panggil penyelia.")};
  }
  return {};
}

} // namespace

bool isIndonesian() {
  return indonesian;
}

void setIndonesian(bool on) {
  indonesian = on;
}

QLocale locale() {
  return indonesian ? QLocale(QLocale::Indonesian, QLocale::Indonesia)
                    : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

Trouble of(const error& why) {
  if (why.field == "depends_on")
    return {Words::tr("Menunggu catatan lain yang perlu diperiksa"),
            Words::tr("Selesaikan dulu catatan yang ditunggu.")};
  auto trouble = why.code == errc::bad_ticket ? ofTicket(why.message) : Trouble{};
  if (trouble.text.isEmpty())
    trouble = ofCode(why.code);
  if (trouble.text.isEmpty())
    trouble = {Words::tr("Ditolak: %1").arg(QString::fromStdString(why.message)),
               Words::tr("Catat pesan ini dan panggil penyelia.")};
  return trouble;
}

Trouble of(const QString& code, const QString& message) {
  if (code == QLatin1String("unreachable"))
    return {Words::tr("Server tidak terjangkau"), Words::tr("Periksa alamat server dan jaringan.")};
  if (code == QLatin1String("bad_address"))
    return {Words::tr("Alamat server tidak terbaca"),
            Words::tr("Contoh: 10.0.0.5:8181. Tanyakan pada admin.")};
  if (code == QLatin1String("other_site"))
    return {Words::tr("Di sini masih ada catatan lokasi lain"),
            Words::tr("Kirim dulu ke server lokasi itu, atau ekspor.")};
  if (code == QLatin1String("salvaged"))
    return {Words::tr("Berkas data rusak dan diselamatkan"), message};
  if (code == QLatin1String("server_restored"))
    return {Words::tr("Server dipulihkan"), Words::tr("%1 catatan dikirim kembali.").arg(message)};
  if (code == QLatin1String("login_needed"))
    return ofCode(errc::unauthorized);
  if (code == QLatin1String("revoked"))
    return ofCode(errc::device_revoked);
  if (code == QLatin1String("taken_over"))
    return {Words::tr("Akun ini tersambung di tempat lain"),
            Words::tr("Hanya satu program yang boleh tersambung. Tutup yang lain.")};
  if (code == QLatin1String("protocol_error"))
    return {Words::tr("Program dan server tidak saling mengerti"),
            Words::tr("Perbarui program. Semua catatan tetap tersimpan.")};
  const auto known = errc_from_string(code.toStdString());
  return of(error{known.value_or(errc::internal), message.toStdString(), {}});
}

QString ofBoth(const std::string& text) {
  const auto both = QString::fromStdString(text);
  const auto middle = both.lastIndexOf(QLatin1String(" ("));
  if (middle < 0 || !both.endsWith(QLatin1Char(')')))
    return both;
  return indonesian ? both.left(middle) : both.mid(middle + 2).chopped(1);
}

QString vehicle(domain::vehicle_class c, const std::optional<protocol::config>& config) {
  if (const auto* type = config ? config->find_vehicle_type(c) : nullptr)
    return QString::fromStdString(indonesian ? type->name_id : type->name_en);
  switch (c) {
  case domain::vehicle_class::motor:
    return Words::tr("Motor");
  case domain::vehicle_class::mobil:
    return Words::tr("Mobil");
  case domain::vehicle_class::truk:
    return Words::tr("Truk");
  case domain::vehicle_class::bus:
    return Words::tr("Bus");
  case domain::vehicle_class::lain:
    break;
  }
  return Words::tr("Lainnya");
}

QString summary(const QString& stored, const std::optional<protocol::config>& config) {
  const auto separator = QStringLiteral(" · ");
  auto parts = stored.split(separator);
  for (auto& part : parts) {
    const auto word = part.toStdString();
    if (const auto* gate = config ? config->find_gate(word) : nullptr)
      part = QString::fromStdString(gate->name);
    else if (const auto type = domain::vehicle_class_from(word))
      part = vehicle(*type, config);
  }
  return parts.join(separator);
}

QString vehicleIcon(domain::vehicle_class c) {
  const auto word = domain::to_string(c);
  return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())).toLower();
}

QString duration(milliseconds span) {
  const auto minutes =
      std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(span).count());
  return QString::fromStdString(indonesian ? domain::minutes_id(minutes)
                                           : domain::minutes_en(minutes));
}

QString step(const domain::fee_step& s) {
  return QString::fromStdString(indonesian ? s.text_id : s.text_en);
}

QString method(const std::string& word) {
  if (word == "cash")
    return Words::tr("Tunai");
  if (word == "qris")
    return Words::tr("QRIS");
  if (word == "emoney")
    return Words::tr("Kartu e-money");
  return Words::tr("Transfer");
}

} // namespace palang::mobile::wording
