#include "shared/domain/fee_text.hpp"

#include "shared/domain/fee.hpp"

namespace palang::domain {

namespace {

std::string hours_and_minutes(std::int64_t minutes, const std::string& hour,
                              const std::string& minute) {
  const auto whole = std::to_string(minutes / 60) + ' ' + hour;
  const auto rest = std::to_string(minutes % 60) + ' ' + minute;
  if (minutes < 60)
    return rest;
  return minutes % 60 == 0 ? whole : whole + ' ' + rest;
}

} // namespace

std::string minutes_id(std::int64_t minutes) {
  return hours_and_minutes(minutes, "jam", "menit");
}

std::string minutes_en(std::int64_t minutes) {
  return hours_and_minutes(minutes, "h", "min");
}

namespace fee_text {

namespace {

/// "2 jam" for two blocks of one hour, "2 × 30 menit" for others.
phrase count_of(std::int64_t count, std::int64_t minutes) {
  if (minutes == 60)
    return {minutes_id(count * 60), minutes_en(count * 60)};
  const auto times = std::to_string(count) + " × ";
  return {times + minutes_id(minutes), times + minutes_en(minutes)};
}

phrase at(rupiah each) {
  const auto text = " × " + to_display(each);
  return {text, text};
}

} // namespace

phrase operator+(phrase a, const phrase& b) {
  return {a.id + b.id, a.en + b.en};
}

phrase lasting(std::int64_t minutes) {
  return {minutes_id(minutes) + ": ", minutes_en(minutes) + ": "};
}

phrase day(std::int64_t number, std::int64_t minutes) {
  const auto n = std::to_string(number);
  return {"Hari ke-" + n + " (" + minutes_id(minutes) + "): ",
          "Day " + n + " (" + minutes_en(minutes) + "): "};
}

phrase first_block(std::int64_t minutes) {
  if (minutes == 60)
    return {"jam pertama", "first hour"};
  return {minutes_id(minutes) + " pertama", "first " + minutes_en(minutes)};
}

phrase more_blocks(std::int64_t count, std::int64_t minutes, rupiah each) {
  return phrase{"Lalu ", "Then "} + blocks(count, minutes, each);
}

phrase blocks(std::int64_t count, std::int64_t minutes, rupiah each) {
  return count_of(count, minutes) + at(each);
}

phrase daily_maximum() {
  return {"tarif maksimum per hari", "daily maximum"};
}

phrase equal_days(std::int64_t from, std::int64_t count, rupiah each) {
  const auto first = std::to_string(from);
  const auto last = std::to_string(from + count - 1);
  const auto n = std::to_string(count);
  return phrase{"Hari ke-" + first + " s.d. ke-" + last + ": " + n + " hari",
                "Days " + first + " to " + last + ": " + n + " days"}
         + at(each);
}

phrase nights(std::int64_t count, rupiah each) {
  const auto n = std::to_string(count);
  return phrase{"Inap: " + n + " malam", "Overnight: " + n + (count == 1 ? " night" : " nights")}
         + at(each);
}

phrase overnight_days(std::int64_t count, rupiah each) {
  return phrase{"tarif inap ", "overnight rate "} + blocks(count, 24 * 60, each);
}

phrase within_grace(std::int64_t grace_min) {
  return {"masih dalam tenggang " + minutes_id(grace_min),
          "within the grace time of " + minutes_en(grace_min)};
}

phrase free_minutes(std::int64_t minutes) {
  return {"Voucher gratis " + minutes_id(minutes), "Voucher: " + minutes_en(minutes) + " free"};
}

phrase unproven_entry() {
  return {"Jam masuk tidak terbukti: tarif dasar", "Entry time not proven: base rate"};
}

phrase percent_off(std::int32_t pct) {
  const auto n = std::to_string(pct);
  return {"Diskon " + n + " %", "Discount " + n + " %"};
}

phrase amount_off() {
  return {"Potongan", "Deduction"};
}

phrase lost_fine() {
  return {"Denda karcis hilang", "Lost ticket fine"};
}

phrase rounded_to(rupiah unit) {
  return {"Pembulatan ke " + to_display(unit), "Rounding to " + to_display(unit)};
}

} // namespace fee_text

} // namespace palang::domain
