#include "server/domain/alert_texts.hpp"

#include "shared/domain/fee.hpp"

#include <chrono>
#include <cstdlib>

namespace palang::domain {

namespace {

protocol::alert made(protocol::alert_kind kind, protocol::severity level, std::string id,
                     std::string en) {
  protocol::alert out;
  out.kind = kind;
  out.level = level;
  out.text_id = std::move(id);
  out.text_en = std::move(en);
  return out;
}

std::string name_id(const protocol::session& s) {
  return s.plate.empty() ? "Kendaraan tanpa plat" : s.plate;
}
std::string name_en(const protocol::session& s) {
  return s.plate.empty() ? "A vehicle without a plate" : s.plate;
}

std::string device(std::uint16_t number) {
  return "HP-" + std::to_string(number);
}

} // namespace

protocol::alert duplicate_alert(const protocol::session& arrived) {
  return made(protocol::alert_kind::duplicate, protocol::severity::warning,
              name_id(arrived) + " tercatat masuk dua kali dan belum keluar",
              name_en(arrived) + " was recorded entering twice without an exit");
}

protocol::alert double_exit_alert(const protocol::session& left, rupiah taken_again) {
  return made(protocol::alert_kind::double_exit, protocol::severity::critical,
              name_id(left) + " tercatat keluar dua kali; yang kedua membayar "
                  + to_display(taken_again),
              name_en(left) + " was recorded leaving twice; the second exit took "
                  + to_display(taken_again));
}

protocol::alert exit_without_entry_alert(const protocol::session& orphan) {
  return made(protocol::alert_kind::exit_without_entry, protocol::severity::warning,
              name_id(orphan) + " keluar, catatan masuk belum ada",
              name_en(orphan) + " left; its entry has not arrived");
}

protocol::alert fee_difference_alert(const protocol::session& left, rupiah fee, rupiah charged) {
  return made(protocol::alert_kind::fee_difference, protocol::severity::warning,
              name_id(left) + ": tarif " + to_display(fee) + ", ditagih " + to_display(charged),
              name_en(left) + ": the tariff says " + to_display(fee) + ", " + to_display(charged)
                  + " was charged");
}

protocol::alert clock_fault_alert(std::uint16_t device_no, milliseconds off_by) {
  const auto minutes =
      std::chrono::duration_cast<std::chrono::minutes>(std::chrono::abs(off_by)).count();
  return made(protocol::alert_kind::clock_fault, protocol::severity::warning,
              "Jam perangkat " + device(device_no) + " salah, selisih " + minutes_id(minutes),
              "The clock of " + device(device_no) + " is wrong by " + minutes_en(minutes));
}

protocol::alert device_gap_alert(std::uint16_t device_no, std::int64_t missing) {
  const auto count = std::to_string(missing);
  return made(protocol::alert_kind::device_gap, protocol::severity::warning,
              count + " catatan belum diterima dari " + device(device_no),
              count + (missing == 1 ? " record" : " records") + " of " + device(device_no)
                  + " did not arrive");
}

} // namespace palang::domain
