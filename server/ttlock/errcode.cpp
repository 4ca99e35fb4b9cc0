#include "server/ttlock/errcode.hpp"

#include <algorithm>
#include <iterator>

namespace palang::ttlock {

namespace {

struct code_row {
  int code;
  failure what;
  failure_words words; ///< Empty: those of the class.
};

using f = failure;

/// Sorted by code.
constexpr code_row codes[]{
    {-4067,
     f::refused,
     {"Kunci belum terdaftar di jaringan NB. Daftarkan di aplikasi TTLock.",
      "The lock is not registered in its NB network. Register it in the TTLock app."}},
    {-4063, f::refused, {}},
    {-4056,
     f::refused,
     {"Memori kunci penuh. Hapus kode atau kartu lama di aplikasi TTLock.",
      "The lock's memory is full. Delete old passcodes or cards in the TTLock app."}},
    {-4043,
     f::refused,
     {"Kunci tidak mengizinkan buka dari jauh. Nyalakan \"Remote Unlock\" di setelan kunci pada "
      "aplikasi TTLock.",
      "The lock does not allow remote unlocking. Switch \"Remote Unlock\" on in the lock's "
      "settings in the TTLock app."}},
    {-4037,
     f::invalid,
     {"Gateway tidak ada di akun ini. Periksa akun TTLock.",
      "No such gateway in this account. Check the TTLock account."}},
    {-3046,
     f::refused,
     {"Akun ini tidak berhak membuka dari jauh. Beri hak itu di aplikasi TTLock.",
      "This account may not unlock remotely. Grant that in the TTLock app."}},
    {-3039, f::refused, {}},
    {-3037,
     f::busy,
     {"Kunci sedang sibuk. Coba lagi beberapa detik lagi.",
      "The lock is busy. Try again in a few seconds."}},
    {-3036,
     f::offline,
     {"Kunci tidak terhubung. Periksa baterai kunci dan jarak ke gateway.",
      "The lock is offline. Check its battery and the distance to the gateway."}},
    {-3035,
     f::offline,
     {"Kunci Wi-Fi sedang hemat daya. Sentuh kunci agar bangun.",
      "The Wi-Fi lock is saving power. Touch the lock to wake it."}},
    {-3034,
     f::offline,
     {"Perangkat tidak terhubung ke jaringan. Periksa listrik dan jaringan gateway.",
      "The device has no network. Check the gateway's power and network."}},
    {-3016, f::refused, {}},
    {-3011, f::refused, {}},
    {-3003,
     f::busy,
     {"Gateway sedang sibuk. Coba lagi beberapa detik lagi.",
      "The gateway is busy. Try again in a few seconds."}},
    {-3002,
     f::offline,
     {"Gateway tidak terhubung. Periksa listrik dan internet gateway.",
      "The gateway is offline. Check its power and its internet."}},
    {-2025,
     f::refused,
     {"Kunci dibekukan. Cairkan di aplikasi TTLock.",
      "The lock is frozen. Unfreeze it in the TTLock app."}},
    {-2018,
     f::refused,
     {"Akun ini tidak berhak. Pakai akun administrator kunci.",
      "This account may not do that. Use the lock administrator's account."}},
    {-2012,
     f::offline,
     {"Tidak ada gateway yang menjangkau kunci. Dekatkan gateway ke kunci.",
      "No gateway reaches the lock. Move a gateway closer."}},
    {-2011, f::busy, {}},
    {-1003,
     f::invalid,
     {"Kunci tidak ada di akun ini. Periksa nomor kunci dan akun TTLock.",
      "No such lock in this account. Check the lock's number and the TTLock account."}},
    {-3, f::invalid, {}},
    {0, f::none, {}},
    {1, f::failed, {}},
    {10000, f::credentials, {}},
    {10001, f::credentials, {}},
    {10003, f::token, {}},
    {10004, f::token, {}},
    {10006,
     f::credentials,
     {"Aplikasi TTLock belum disetujui. Tunggu persetujuan di portal TTLock.",
      "The TTLock application is not approved yet. Wait for the approval in TTLock's portal."}},
    {10007,
     f::credentials,
     {"Nama akun atau sandi TTLock salah. Periksa PALANG_TTLOCK_USERNAME dan "
      "PALANG_TTLOCK_PASSWORD.",
      "TTLock account or password wrong. Check PALANG_TTLOCK_USERNAME and "
      "PALANG_TTLOCK_PASSWORD."}},
    {10011, f::token, {}},
    {20001, f::refused, {}},
    {20002,
     f::refused,
     {"Akun ini bukan administrator kunci. Pakai akun administrator kunci.",
      "This account is not the lock's administrator. Use that account."}},
    {20003, f::refused, {}},
    {30001, f::refused, {}},
    {30002, f::credentials, {}},
    {30005, f::credentials, {}},
    {30006,
     f::quota,
     {"Terlalu banyak panggilan ke TTLock. Tunggu sebentar.",
      "Too many calls to TTLock. Wait a little."}},
    {30007, f::quota, {}},
    {30008, f::region, {}},
    {80000, f::clock, {}},
    {80002, f::invalid, {}},
    {90000, f::server, {}},
};

struct class_row {
  std::string_view word;
  failure_words words;
};

/// In the order of the enumeration.
constexpr class_row classes[]{
    {"none", {"Berhasil.", "Done."}},
    {"token",
     {"Token TTLock tidak berlaku lagi. Server akan masuk kembali.",
      "The TTLock token is no longer valid. The server will log in again."}},
    {"credentials",
     {"TTLock menolak aplikasi atau akun. Periksa PALANG_TTLOCK_CLIENT_ID, _CLIENT_SECRET, "
      "_USERNAME dan _PASSWORD.",
      "TTLock refuses the application or the account. Check PALANG_TTLOCK_CLIENT_ID, "
      "_CLIENT_SECRET, _USERNAME and _PASSWORD."}},
    {"clock",
     {"Jam server selisih lebih dari lima menit. Perbaiki jam server.",
      "The server's clock is more than five minutes off. Set it right."}},
    {"region",
     {"Akun ini ada di wilayah TTLock lain. Ganti ttlock-url (euapi atau cnapi).",
      "The account lives in another TTLock region. Change ttlock-url (euapi or cnapi)."}},
    {"quota",
     {"Jatah panggilan TTLock bulan ini habis. Tambah paket di portal TTLock, atau buka palang "
      "di tempat.",
      "This month's TTLock calls are used up. Upgrade in TTLock's portal, or open the gate by "
      "hand."}},
    {"busy",
     {"Gateway atau kunci sedang sibuk. Coba lagi beberapa detik lagi.",
      "Gateway or lock is busy. Try again in a few seconds."}},
    {"offline",
     {"Kunci tidak terjangkau. Periksa gateway dan baterai kunci.",
      "The lock cannot be reached. Check the gateway and the lock's battery."}},
    {"refused",
     {"TTLock tidak mengizinkan. Periksa hak akun dan setelan kunci di aplikasi TTLock.",
      "TTLock does not allow that. Check the account's rights and the lock's settings in the "
      "TTLock app."}},
    {"invalid",
     {"TTLock menolak permintaan. Periksa nomor kunci.",
      "TTLock rejects the request. Check the lock's number."}},
    {"server",
     {"TTLock sedang bermasalah. Tunggu sebentar.", "TTLock has a problem. Wait a little."}},
    {"failed",
     {"Kunci tidak melakukannya. Periksa gateway, lalu coba sekali lagi.",
      "The lock did not do it. Check the gateway, then try once more."}},
    {"unknown",
     {"TTLock memberi kode yang belum dikenal. Lihat log server.",
      "TTLock gave an unknown code. See the server's log."}},
    {"unreachable",
     {"TTLock tidak menjawab. Periksa internet server.",
      "TTLock does not answer. Check the server's internet."}},
    {"unreadable",
     {"Jawaban TTLock tidak dapat dibaca. Periksa ttlock-url.",
      "TTLock's answer cannot be read. Check ttlock-url."}},
    {"withheld",
     {"Panggilan TTLock ditahan agar jatah bulan ini cukup.",
      "The call to TTLock was held back so that this month's calls last."}},
};
static_assert(std::size(classes) == static_cast<std::size_t>(failure::withheld) + 1);
static_assert(std::ranges::is_sorted(codes, {}, &code_row::code));

const class_row& class_of(failure what) {
  return classes[static_cast<std::size_t>(what)];
}

const code_row* find_code(int errcode) {
  const auto* found = std::ranges::lower_bound(codes, errcode, {}, &code_row::code);
  return found != std::end(codes) && found->code == errcode ? found : nullptr;
}

} // namespace

std::string_view to_string(failure what) {
  return class_of(what).word;
}

failure failure_of(int errcode) {
  const auto* row = find_code(errcode);
  return row != nullptr ? row->what : failure::unknown;
}

failure_words describe_failure(failure what) {
  return class_of(what).words;
}

failure_words describe_errcode(int errcode) {
  const auto* row = find_code(errcode);
  return row != nullptr && !row->words.text_id.empty() ? row->words
                                                       : describe_failure(failure_of(errcode));
}

bool is_month_used_up(int errcode) {
  return errcode == 30007;
}

} // namespace palang::ttlock
