#include "tests/shared/domain/tariff_vectors.hpp"

#include <date/date.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace palang::domain::testing {

namespace {

using nlohmann::json;

tariff read_tariff(const std::string& id, const json& j) {
  tariff t;
  t.id = id;
  t.vehicle = *vehicle_class_from(id.substr(id.find('-') + 1, 5));
  t.mode = *tariff_mode_from(j.at("mode").get<std::string>());
  t.grace_min = j.value("grace_min", t.grace_min);
  t.first_min = j.value("first_min", t.first_min);
  t.first_amt.value = j.value("first_amt", t.first_amt.value);
  t.next_min = j.value("next_min", t.next_min);
  t.next_amt.value = j.value("next_amt", t.next_amt.value);
  if (j.contains("cap"))
    t.cap = rupiah{j.at("cap").get<std::int64_t>()};
  t.rollover_tol_min = j.value("rollover_tol_min", t.rollover_tol_min);
  t.restart_first = j.value("restart_first", t.restart_first);
  t.overnight_amt.value = j.value("overnight_amt", t.overnight_amt.value);
  t.threshold_min = j.value("threshold_min", t.threshold_min);
  t.flat_amt.value = j.value("flat_amt", t.flat_amt.value);
  t.lost_amt.value = j.value("lost_amt", t.lost_amt.value);
  t.lost_unknown_base.value = j.value("lost_unknown_base", t.lost_unknown_base.value);
  t.tz = j.at("tz").get<std::string>();
  return t;
}

lost_ticket read_lost(const json& j) {
  const auto word = j.value("lost", "");
  if (word == "KNOWN")
    return lost_ticket::entry_known;
  return word == "UNKNOWN" ? lost_ticket::entry_unknown : lost_ticket::no;
}

stay read_stay(const json& j) {
  stay s;
  if (!j.at("entry").is_null())
    s.entered_at = parse_instant(j.at("entry").get<std::string>());
  if (!j.at("exit").is_null())
    s.exited_at = parse_instant(j.at("exit").get<std::string>());
  s.lost = read_lost(j);
  s.grace_allowed = j.value("grace", true);
  s.free_min = j.value("free_min", 0);
  s.discount_pct = j.value("pct", 0);
  s.discount_fixed.value = j.value("fixed", std::int64_t{0});
  s.already_paid.value = j.value("paid", std::int64_t{0});
  return s;
}

fee read_fee(const json& j) {
  fee f;
  if (!j.at("minutes").is_null())
    f.minutes = j.at("minutes").get<std::int64_t>();
  f.base.value = j.at("base");
  f.overnight.value = j.at("overnight");
  f.discount.value = j.at("discount");
  f.penalty.value = j.at("penalty");
  f.total.value = j.at("total");
  f.already_paid.value = j.at("already_paid");
  f.due.value = j.at("due");
  return f;
}

fee_vector read_vector(const json& j) {
  fee_vector v;
  v.id = j.at("id");
  v.tariff_id = j.at("tariff");
  v.note = j.at("note");
  v.given = read_stay(j);
  v.round_to = j.value("round_to", v.round_to);
  v.rounding = *round_mode_from(j.value("round_mode", "NEAREST"));
  v.expected = read_fee(j);
  return v;
}

tariff_vectors read_file() {
  std::ifstream file{PALANG_TEST_DATA "/tariff-vectors.json"};
  const auto document = json::parse(file);
  tariff_vectors out;
  for (const auto& [id, j] : document.at("tariffs").items())
    out.tariffs.emplace(id, read_tariff(id, j));
  for (const auto& j : document.at("vectors"))
    out.vectors.push_back(read_vector(j));
  return out;
}

} // namespace

const tariff_vectors& load_tariff_vectors() {
  static const tariff_vectors loaded = read_file();
  return loaded;
}

instant parse_instant(const std::string& text) {
  const bool is_utc = text.ends_with('Z');
  std::istringstream in{text};
  instant at{};
  in >> date::parse(is_utc ? "%FT%TZ" : "%F %T", at);
  if (!in)
    throw std::invalid_argument{"no time: " + text};
  return is_utc ? at : at - std::chrono::hours{7};
}

} // namespace palang::domain::testing
