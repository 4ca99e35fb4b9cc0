#include "server/domain/lock_alert_texts.hpp"

#include <algorithm>
#include <utility>

namespace palang::domain {

namespace {

using protocol::alert_kind;
using protocol::severity;

/// More gates than these are counted, not named: an alert is one line.
constexpr std::size_t most_names = 5;

protocol::alert made(alert_kind kind, severity level, std::string id, std::string en) {
  protocol::alert out;
  out.kind = kind;
  out.level = level;
  out.text_id = std::move(id);
  out.text_en = std::move(en);
  return out;
}

/// "2025-03-24 10:00:05"
std::string time_text(instant at, const protocol::site_zone& zone) {
  auto out = protocol::to_local(at, zone.empty() ? protocol::site_zone{{}} : zone);
  std::ranges::replace(out, 'T', ' ');
  return out;
}

std::string place_id(const place_names& where) {
  return where.gate.empty() ? "Kunci " + where.lock
                            : "Pintu " + where.gate + " (kunci " + where.lock + ")";
}

std::string place_en(const place_names& where) {
  return where.gate.empty() ? "Lock " + where.lock
                            : "Gate " + where.gate + " (lock " + where.lock + ")";
}

std::string joined(const std::vector<std::string>& names, const char* others) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i)
    out += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > most_names)
    out += " + " + std::to_string(names.size() - most_names) + others;
  return out;
}

/// What to do about each way in which a lock is forced.
struct next_step {
  const char* id;
  const char* en;
};

next_step step_for(std::int32_t type) {
  switch (type) {
  case 10: // mechanical key
    return {"Cari siapa yang memegang kunci mekanis.", "Find out who holds the mechanical key."};
  case 32: // from inside
    return {"Periksa kamera: siapa yang keluar.", "Check the camera: who went out."};
  case 44: // tamper
    return {"Periksa kunci di tempat, jangan dibuka dulu.", "Inspect the lock on site."};
  default:
    return {"Kirim orang ke sana dan periksa kamera.", "Send somebody and check the camera."};
  }
}

} // namespace

protocol::alert unexplained_opening_alert(const place_names& where, instant at,
                                          const record_text& what) {
  const auto when = time_text(at, where.zone);
  return made(alert_kind::unexplained_opening, severity::critical,
              place_id(where) + " terbuka " + when + " tanpa transaksi: "
                  + std::string{what.text_id} + ". Periksa kamera dan tanyakan petugas.",
              place_en(where) + " opened at " + when + " without a transaction: "
                  + std::string{what.text_en} + ". Check the camera and ask the attendant.");
}

protocol::alert no_opening_alert(const place_names& where, instant at, const std::string& vehicle) {
  const auto when = time_text(at, where.zone);
  const auto who_id = vehicle.empty() ? "perintah buka" : "transaksi " + vehicle;
  const auto who_en = vehicle.empty() ? "the command" : "the transaction of " + vehicle;
  return made(alert_kind::no_opening, severity::warning,
              place_id(where) + " tidak terbuka untuk " + who_id + " " + when
                  + ". Periksa apakah kendaraan benar lewat.",
              place_en(where) + " did not open for " + who_en + " at " + when
                  + ". Check whether the vehicle really passed.");
}

protocol::alert forced_opening_alert(const place_names& where, instant at, std::int32_t type,
                                     const record_text& what) {
  const auto when = time_text(at, where.zone);
  const auto step = step_for(type);
  return made(alert_kind::forced_opening, severity::critical,
              place_id(where) + ", " + when + ": " + std::string{what.text_id} + ". " + step.id,
              place_en(where) + ", " + when + ": " + std::string{what.text_en} + ". " + step.en);
}

protocol::alert battery_low_alert(const place_names& where, std::int32_t percent) {
  const auto charge = std::to_string(percent) + "%";
  return made(alert_kind::battery_low, severity::warning,
              "Baterai " + place_id(where) + " tinggal " + charge + ". Ganti sebelum habis.",
              place_en(where) + ": battery at " + charge + ". Replace it before it is empty.");
}

protocol::alert gateway_offline_alert(const protocol::gateway& which,
                                      const std::vector<std::string>& blind_gates,
                                      const protocol::site_zone& zone) {
  const auto since = time_text(which.since, zone);
  const bool is_blind = !blind_gates.empty();
  const auto effect_id =
      is_blind ? "Tidak terdengar: " + joined(blind_gates, " lagi") + ". " : std::string{};
  const auto effect_en =
      is_blind ? "Not heard: " + joined(blind_gates, " more") + ". " : std::string{};
  return made(alert_kind::gateway_offline, is_blind ? severity::critical : severity::warning,
              "Gateway " + which.name + " terputus sejak " + since + ". " + effect_id
                  + "Periksa listrik dan jaringannya; catatan akan menyusul.",
              "Gateway " + which.name + " is offline since " + since + ". " + effect_en
                  + "Check its power and network; the records will follow.");
}

protocol::alert records_lost_alert(const place_names& where, const span& lost) {
  const auto from = time_text(lost.from, where.zone);
  const auto to = time_text(lost.to.value_or(lost.from), where.zone);
  return made(alert_kind::records_lost, severity::critical,
              place_id(where) + ": catatan " + from + " sampai " + to
                  + " hilang. Bandingkan kamera dengan transaksi.",
              place_en(where) + ": records from " + from + " to " + to
                  + " are lost. Compare the camera with the transactions.");
}

protocol::alert quota_low_alert(std::int64_t used, std::int64_t limit) {
  const auto share = std::to_string(used) + "/" + std::to_string(limit);
  return made(alert_kind::quota_low, severity::warning,
              "Kuota TTLock bulan ini hampir habis (" + share
                  + "). Naikkan paket atau batasnya; yang mendesak tetap berjalan.",
              "This month's TTLock calls are nearly used up (" + share
                  + "). Raise the plan or the limit; what is urgent goes on.");
}

} // namespace palang::domain
