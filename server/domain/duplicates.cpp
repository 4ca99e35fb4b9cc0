#include "server/domain/duplicates.hpp"

#include "shared/protocol/words.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace palang::domain {

namespace {

using namespace std::chrono_literals;
using protocol::duplicate_cause;
using protocol::session;
using protocol::session_status;

constexpr protocol::word_table<duplicate_action> actions{"merge", "keep", "void", "look"};

/// Two records of one entry lie no further apart.
constexpr milliseconds one_passage = 5min;
/// Nobody drives out and in again sooner without being seen.
constexpr milliseconds long_stay = 12h;

constexpr std::array<std::pair<char, char>, 7> look_alikes{
    {{'O', '0'}, {'I', '1'}, {'B', '8'}, {'S', '5'}, {'Z', '2'}, {'G', '6'}, {'D', '0'}}};

std::string minutes(milliseconds span) {
  return std::to_string(std::chrono::abs(span) / 1min);
}

const reason_text resend_fix{
    "Ponsel mengirim ulang catatan yang sama; nomor urut perangkat mencegahnya bila aplikasi tidak "
    "dipasang ulang",
    "The handheld told of the same entry twice; its sequence numbers prevent that unless the app "
    "is "
    "installed anew"};
const reason_text gates_fix{
    "Daftar kendaraan di dalam pada setiap ponsel: petugas kedua melihat bahwa kendaraan sudah "
    "masuk",
    "The list of vehicles inside on every handheld: the second attendant sees that it entered"};
const reason_text plate_fix{
    "Pindai karcis saat keluar, atau foto plat yang dibaca sebelum karcis dicetak",
    "Scanning the ticket at the exit, or reading the plate from its photo before the ticket "
    "prints"};
const reason_text stale_fix{
    "Setiap kendaraan keluar lewat catatan keluar; hitung fisik saat tutup menemukan yang "
    "tertinggal",
    "An exit record for every vehicle; a physical count at closing finds what was left behind"};
const reason_text exit_fix{
    "Ponsel di pintu keluar saling terhubung: yang kedua melihat bahwa kendaraan sudah keluar",
    "Handhelds at the exits that hear of each other: the second sees that the vehicle left"};
const reason_text no_fix{"Belum diketahui", "Not known yet"};

duplicate_verdict merge_of(duplicate_cause cause, const session& keep, const session& drop,
                           std::vector<reason_text> reasons, reason_text fix) {
  return {cause, duplicate_action::merge, keep.id, drop.id, std::move(reasons), std::move(fix)};
}

duplicate_verdict double_exit(const session& s) {
  return {duplicate_cause::double_exit,
          duplicate_action::keep,
          s.id,
          std::nullopt,
          {{"Uang diterima dua kali: keduanya tetap dalam setoran masing-masing",
            "Money was taken twice: both stay in their shifts"}},
          exit_fix};
}

duplicate_verdict wrong_exit(const session& orphan, const std::optional<session>& inside) {
  if (!inside)
    return {duplicate_cause::unclear,
            duplicate_action::look,
            std::nullopt,
            std::nullopt,
            {{"Belum ada catatan masuk yang cocok", "No entry fits so far"}},
            no_fix};
  return merge_of(duplicate_cause::wrong_plate, *inside, orphan,
                  {{inside->plate + " masih tercatat di dalam; " + orphan.plate
                        + " hanya berbeda satu huruf yang mirip",
                    inside->plate + " still counts as inside; " + orphan.plate
                        + " differs by one character that looks alike"}},
                  plate_fix);
}

duplicate_verdict two_entries(const session& second, const session& first) {
  if (!second.entered_at || !first.entered_at)
    return {
        duplicate_cause::unclear, duplicate_action::look, std::nullopt, std::nullopt, {}, no_fix};
  const auto apart = *second.entered_at - *first.entered_at;
  if (second.vehicle_type != first.vehicle_type)
    return {duplicate_cause::wrong_plate,
            duplicate_action::keep,
            std::nullopt,
            std::nullopt,
            {{"Jenis kendaraan berbeda: satu plat mungkin salah baca",
              "The vehicle types differ: one plate may have been read wrongly"}},
            plate_fix};
  if (std::chrono::abs(apart) > one_passage) {
    const bool is_long = std::chrono::abs(apart) > long_stay;
    return {duplicate_cause::stale_session,
            is_long ? duplicate_action::void_one : duplicate_action::look,
            second.id,
            first.id,
            {{"Masuk lagi " + minutes(apart)
                  + " menit kemudian: yang pertama mungkin keluar tanpa "
                    "catatan",
              "It entered again " + minutes(apart)
                  + " minutes later: the first may have left "
                    "without a record"}},
            stale_fix};
  }
  const bool is_same_gate = second.entry_gate_id == first.entry_gate_id;
  const auto& keep = apart < 0ms ? second : first;
  const auto& drop = apart < 0ms ? first : second;
  std::vector<reason_text> reasons{
      {"Plat dan jenis sama, berselang " + minutes(apart) + " menit",
       "Same plate and type, " + minutes(apart) + " minutes apart"},
      is_same_gate
          ? reason_text{"Gerbang sama", "Same gate"}
          : reason_text{"Dua gerbang: " + first.entry_gate_id + " dan " + second.entry_gate_id,
                        "Two gates: " + first.entry_gate_id + " and " + second.entry_gate_id}};
  if (second.photo_in && second.photo_in == first.photo_in)
    reasons.push_back({"Foto sama", "Same photo"});
  return merge_of(is_same_gate ? duplicate_cause::resent : duplicate_cause::two_gates, keep, drop,
                  std::move(reasons), is_same_gate ? resend_fix : gates_fix);
}

} // namespace

std::string_view to_string(duplicate_action a) noexcept {
  return actions.word(a);
}

duplicate_verdict judge_duplicate(protocol::alert_kind kind, const session& first,
                                  const std::optional<session>& other) {
  if (kind == protocol::alert_kind::double_exit)
    return double_exit(first);
  if (kind == protocol::alert_kind::exit_without_entry)
    return wrong_exit(first, other);
  return other ? two_entries(first, *other) : duplicate_verdict{duplicate_cause::unclear,
                                                                duplicate_action::look,
                                                                std::nullopt,
                                                                std::nullopt,
                                                                {},
                                                                no_fix};
}

std::vector<std::string> similar_plates(const std::string& plate_key) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < plate_key.size(); ++i)
    for (const auto& [letter, digit] : look_alikes) {
      if (plate_key[i] != letter && plate_key[i] != digit)
        continue;
      out.push_back(plate_key);
      out.back()[i] = plate_key[i] == letter ? digit : letter;
    }
  return out;
}

} // namespace palang::domain
