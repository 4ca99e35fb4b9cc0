#include "server/ttlock/record_kind.hpp"

#include <algorithm>
#include <iterator>

namespace palang::ttlock {

namespace {

struct row {
  int type;
  record_kind kind;
  std::string_view text_id;
  std::string_view text_en;
};

using k = record_kind;

// clang-format off
/// The lock's own list. Sorted by type.
constexpr row by_lock[]{
{1, k::needs_cause, "Dibuka dengan aplikasi (Bluetooth)", "Opened by app (Bluetooth)"},
{4, k::by_person, "Dibuka dengan kode", "Opened with a passcode"},
{5, k::device_incident, "Kode diubah di kunci", "Passcode changed at the lock"},
{6, k::device_incident, "Satu kode dihapus di kunci", "One passcode deleted at the lock"},
{7, k::failed_attempt, "Kode salah", "Wrong passcode"},
{8, k::device_incident, "Semua kode dihapus di kunci", "All passcodes deleted at the lock"},
{9, k::device_incident, "Kode lama terdesak kode baru", "Old passcode pushed out by a newer one"},
{10, k::device_incident, "Kode penghapus dipakai pertama kali, kode lama dihapus", "First use of an erasing passcode, older ones deleted"},
{11, k::failed_attempt, "Kode kedaluwarsa atau belum berlaku", "Passcode expired or not yet valid"},
{12, k::failed_attempt, "Kode ditolak: memori kunci penuh", "Passcode refused: the lock's memory is full"},
{13, k::failed_attempt, "Kode ditolak: ada di daftar hitam", "Passcode refused: blacklisted"},
{14, k::device_incident, "Kunci menyala kembali", "Lock powered on again"},
{15, k::device_incident, "Kartu ditambahkan", "Card added"},
{16, k::device_incident, "Semua kartu dihapus", "All cards deleted"},
{17, k::by_person, "Dibuka dengan kartu", "Opened with a card"},
{18, k::device_incident, "Kartu dihapus", "Card deleted"},
{19, k::by_person, "Dibuka dengan gelang", "Opened with a wristband"},
{20, k::by_person, "Dibuka dengan sidik jari", "Opened with a fingerprint"},
{21, k::device_incident, "Sidik jari ditambahkan", "Fingerprint added"},
{22, k::failed_attempt, "Sidik jari kedaluwarsa", "Fingerprint expired"},
{23, k::device_incident, "Sidik jari dihapus", "Fingerprint deleted"},
{24, k::device_incident, "Semua sidik jari dihapus", "All fingerprints deleted"},
{25, k::failed_attempt, "Kartu kedaluwarsa", "Card expired"},
{26, k::evidence, "Dikunci dengan aplikasi (Bluetooth)", "Locked by app (Bluetooth)"},
{27, k::alarm, "Dibuka dengan kunci mekanis", "Opened with the mechanical key"},
{28, k::needs_cause, "Dibuka dari jauh lewat gateway", "Opened remotely through a gateway"},
{29, k::alarm, "Dibuka paksa", "Forced open"},
{30, k::evidence, "Pintu tertutup (sensor)", "Door closed (sensor)"},
{31, k::evidence, "Pintu terbuka (sensor)", "Door opened (sensor)"},
{32, k::alarm, "Dibuka dari dalam", "Opened from inside"},
{33, k::evidence, "Dikunci dengan sidik jari", "Locked with a fingerprint"},
{34, k::evidence, "Dikunci dengan kode", "Locked with a passcode"},
{35, k::evidence, "Dikunci dengan kartu", "Locked with a card"},
{36, k::evidence, "Dikunci dengan kunci mekanis", "Locked with the mechanical key"},
{37, k::needs_cause, "Digerakkan dengan tombol aplikasi", "Moved by a button in the app"},
{38, k::failed_attempt, "Kode ditolak: terkunci ganda", "Passcode refused: double locked"},
{39, k::failed_attempt, "Kartu ditolak: terkunci ganda", "Card refused: double locked"},
{40, k::failed_attempt, "Sidik jari ditolak: terkunci ganda", "Fingerprint refused: double locked"},
{41, k::failed_attempt, "Aplikasi ditolak: terkunci ganda", "App refused: double locked"},
{42, k::evidence, "Surat dalam kota", "Local mail"},
{43, k::evidence, "Surat luar kota", "Out-of-town mail"},
{44, k::alarm, "Kunci dirusak atau dibongkar", "Lock tampered with"},
{45, k::evidence, "Terkunci sendiri", "Locked by itself"},
{46, k::needs_cause, "Dibuka dengan tombol", "Opened with the unlock button"},
{47, k::evidence, "Dikunci dengan tombol", "Locked with the lock button"},
{48, k::device_incident, "Kunci diblokir setelah terlalu banyak percobaan", "Lock blocked after too many attempts"},
{49, k::by_person, "Dibuka dengan kartu hotel", "Opened with a hotel card"},
{50, k::alarm, "Terbuka karena suhu tinggi", "Opened by high temperature"},
{51, k::failed_attempt, "Kartu yang sudah dihapus dicoba", "A deleted card was tried"},
{52, k::evidence, "Dikunci mati dengan aplikasi", "Dead-locked by app"},
{53, k::evidence, "Dikunci mati dengan kode", "Dead-locked with a passcode"},
{54, k::evidence, "Mobil pergi", "Car left"},
{55, k::needs_cause, "Dibuka dengan remote", "Moved with a key fob"},
{56, k::device_incident, "Baterai papan tombol nirkabel", "Wireless keypad battery"},
{57, k::by_person, "Dibuka dengan kode QR", "Opened with a QR code"},
{58, k::failed_attempt, "Kode QR kedaluwarsa", "QR code expired"},
{59, k::evidence, "Kunci ganda dipasang", "Double lock set"},
{60, k::evidence, "Kunci ganda dilepas", "Double lock released"},
{61, k::evidence, "Dikunci dengan kode QR", "Locked with a QR code"},
{62, k::failed_attempt, "Kode QR ditolak: terkunci ganda", "QR code refused: double locked"},
{63, k::needs_cause, "Terbuka sendiri dalam mode bebas lewat", "Opened by itself in passage mode"},
{64, k::device_incident, "Pintu tidak tertutup", "Door left open"},
{65, k::failed_attempt, "Gagal membuka: waktu habis", "Unlocking failed: out of time"},
{66, k::device_incident, "Gagal mengunci: waktu habis", "Locking failed: out of time"},
{67, k::by_person, "Dibuka dengan wajah", "Opened with a face"},
{68, k::failed_attempt, "Wajah ditolak: terkunci ganda", "Face refused: double locked"},
{69, k::evidence, "Dikunci dengan wajah", "Locked with a face"},
{70, k::device_incident, "Wajah didaftarkan", "Face registered"},
{71, k::failed_attempt, "Wajah kedaluwarsa", "Face expired"},
{72, k::device_incident, "Wajah dihapus", "Face deleted"},
{73, k::device_incident, "Semua wajah dihapus", "All faces deleted"},
{74, k::failed_attempt, "Kartu ditolak: data pengaman salah", "Card refused: wrong security data"},
{75, k::needs_cause, "Dibuka dengan tombol atas izin aplikasi", "Opened with the button, allowed by app"},
{76, k::needs_cause, "Dibuka dengan tombol atas izin gateway", "Opened with the button, allowed through a gateway"},
{77, k::waiting_second_person, "Aplikasi diterima, menunggu orang kedua", "App accepted, waiting for the second person"},
{78, k::waiting_second_person, "Kode diterima, menunggu orang kedua", "Passcode accepted, waiting for the second person"},
{79, k::waiting_second_person, "Sidik jari diterima, menunggu orang kedua", "Fingerprint accepted, waiting for the second person"},
{80, k::waiting_second_person, "Kartu diterima, menunggu orang kedua", "Card accepted, waiting for the second person"},
{81, k::waiting_second_person, "Wajah diterima, menunggu orang kedua", "Face accepted, waiting for the second person"},
{82, k::waiting_second_person, "Remote diterima, menunggu orang kedua", "Key fob accepted, waiting for the second person"},
{83, k::waiting_second_person, "Telapak tangan diterima, menunggu orang kedua", "Palm accepted, waiting for the second person"},
{84, k::by_person, "Dibuka dengan telapak tangan", "Opened with a palm"},
{85, k::failed_attempt, "Telapak tangan ditolak: terkunci ganda", "Palm refused: double locked"},
{86, k::evidence, "Dikunci dengan telapak tangan", "Locked with a palm"},
{87, k::device_incident, "Telapak tangan didaftarkan", "Palm registered"},
{88, k::failed_attempt, "Telapak tangan kedaluwarsa", "Palm expired"},
{89, k::device_incident, "Telapak tangan dihapus", "Palm deleted"},
{90, k::device_incident, "Semua telapak tangan dihapus", "All palms deleted"},
{91, k::failed_attempt, "Kartu ditolak", "Card refused"},
{92, k::by_person, "Dibuka dengan kode administrator", "Opened with the administrator's passcode"},
{93, k::device_incident, "Kode ditambahkan", "Passcode added"},
};

/// Where the cloud's list has another meaning. Sorted by type.
constexpr row by_cloud[]{
{4, k::by_person, "Dibuka dengan kode", "Opened with a passcode"},
{5, k::evidence, "Kunci parkir naik", "Parking lock up"},
{6, k::needs_cause, "Kunci parkir turun", "Parking lock down"},
{7, k::by_person, "Dibuka dengan kartu", "Opened with a card"},
{8, k::by_person, "Dibuka dengan sidik jari", "Opened with a fingerprint"},
{9, k::by_person, "Dibuka dengan gelang", "Opened with a wristband"},
{10, k::alarm, "Dibuka dengan kunci mekanis", "Opened with the mechanical key"},
{11, k::evidence, "Dikunci dengan aplikasi", "Locked by app"},
{12, k::needs_cause, "Dibuka dari jauh lewat gateway", "Opened remotely through a gateway"},
{123, k::device_incident, "Gangguan jaringan kunci", "The lock's network failed"},
};

// clang-format on

template <class Rows>
const row* find_row(const Rows& rows, int type) {
  const auto found = std::ranges::lower_bound(rows, type, {}, &row::type);
  return found != std::end(rows) && found->type == type ? &*found : nullptr;
}

const row* row_of(const lock_record& record) {
  if (const auto* own = find_row(by_lock, record.type_from_lock))
    return own;
  if (const auto* own = find_row(by_cloud, record.type))
    return own;
  return find_row(by_lock, record.type);
}

bool is_opening(record_kind kind) {
  return kind == k::needs_cause || kind == k::by_person;
}

/// Alarms whose bolt was drawn.
bool is_opening_alarm(const row& r) {
  return r.kind == k::alarm && r.type != 44;
}

/// The means by the cloud's number, which names it whether it worked or not.
record_words failed_words(const lock_record& record) {
  switch (record.type != 0 ? record.type : cloud_type_of(record.type_from_lock)) {
  case 4:
    return {"Kode ditolak", "Passcode refused"};
  case 7:
    return {"Kartu ditolak", "Card refused"};
  case 8:
    return {"Sidik jari ditolak", "Fingerprint refused"};
  case 1:
  case 12:
    return {"Gagal dibuka dengan aplikasi", "Opening by app failed"};
  default:
    return {"Gagal dibuka", "Opening failed"};
  }
}

} // namespace

record_kind kind_of(const lock_record& record) {
  const auto* row = row_of(record);
  if (row == nullptr)
    return k::unknown;
  const bool is_attempt = is_opening(row->kind) || row->kind == k::waiting_second_person;
  return is_attempt && !record.is_success ? k::failed_attempt : row->kind;
}

bool is_unlock(const lock_record& record) {
  const auto* row = row_of(record);
  return row != nullptr && record.is_success && (is_opening(row->kind) || is_opening_alarm(*row));
}

bool is_remote_unlock(const lock_record& record) {
  constexpr int from_lock = 28;
  constexpr int from_cloud = 12;
  return record.is_success
         && (record.type_from_lock == from_lock
             || (record.type_from_lock == 0 && record.type == from_cloud));
}

record_words describe(const lock_record& record) {
  const auto* row = row_of(record);
  if (row == nullptr)
    return {"Catatan kunci yang belum dikenal", "A lock record of an unknown type"};
  if (kind_of(record) == k::failed_attempt && row->kind != k::failed_attempt)
    return failed_words(record);
  return {row->text_id, row->text_en};
}

int cloud_type_of(int type_from_lock) {
  constexpr struct {
    int from_lock;
    int cloud;
  } pairs[]{{7, 4},  {11, 4},  {12, 4},  {13, 4},  {17, 7}, {19, 9}, {20, 8}, {22, 8},
            {25, 7}, {26, 11}, {27, 10}, {28, 12}, {38, 4}, {39, 7}, {40, 8}, {41, 1}};
  for (const auto& pair : pairs)
    if (pair.from_lock == type_from_lock)
      return pair.cloud;
  return type_from_lock;
}

bool is_failure_type(int type_from_lock) {
  const auto* row = find_row(by_lock, type_from_lock);
  return row != nullptr && row->kind == k::failed_attempt;
}

} // namespace palang::ttlock
