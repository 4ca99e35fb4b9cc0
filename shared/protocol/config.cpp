#include "shared/protocol/config.hpp"

#include "shared/protocol/limits.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace palang::protocol {

namespace {

/// "/gates" + 2 + "zone_id" -> "/gates/2/zone_id"
std::string pointer(std::string_view list, std::size_t index, std::string_view field) {
  return std::string(list) + "/" + std::to_string(index) + "/" + std::string(field);
}

struct bounded {
  std::string_view field;
  std::int64_t value;
  std::int64_t least;
  std::int64_t greatest;
};

constexpr std::int64_t max_minutes = 527'040; // a leap year
constexpr std::int64_t max_count = 1'000'000'000;

/// `prefix` ends with a slash.
result<void> check_bounds(const std::string& prefix, std::initializer_list<bounded> numbers) {
  for (const auto& [field, value, least, greatest] : numbers)
    if (value < least || value > greatest) {
      auto where = prefix + std::string(field);
      auto message =
          where + " must be from " + std::to_string(least) + " to " + std::to_string(greatest);
      return fail(errc::invalid, std::move(message), std::move(where));
    }
  return {};
}

result<void> check_id(std::set<std::string>& seen, const std::string& id, std::string where) {
  if (id.empty() || id.size() > limits::max_name)
    return fail(errc::invalid,
                where + " must have 1 to " + std::to_string(limits::max_name) + " characters",
                where);
  if (!seen.insert(id).second)
    return fail(errc::invalid, where + ": " + id + " is there twice", where);
  return {};
}

/// What every name in the zone database is made of; whether this one exists only the fee
/// calculation can tell.
bool is_zone_name(std::string_view tz) {
  const auto is_allowed = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'
           || c == '+' || c == '-' || c == '/';
  };
  return !tz.empty() && std::all_of(tz.begin(), tz.end(), is_allowed) && tz.front() != '/'
         && tz.back() != '/' && tz.find("//") == std::string_view::npos;
}

result<void> check_zone_name(const std::string& tz, std::string where) {
  if (is_zone_name(tz))
    return {};
  return fail(errc::invalid, where + " must be a time zone such as Asia/Jakarta", where);
}

result<void> check_site(const site_config& site) {
  constexpr std::int64_t half_day_min = 12 * 60;
  if (auto ok = check_bounds("/site/", {{"number", site.number, 1, 65'535},
                                        {"tax_rate_pct", site.tax_rate_pct, 0, 100}});
      !ok)
    return ok;
  for (std::size_t i = 0; i < site.utc_offsets.size(); ++i) {
    const auto& [from, offset_min] = site.utc_offsets[i];
    if (auto ok = check_bounds("/site/utc_offsets/" + std::to_string(i) + "/",
                               {{"offset_min", offset_min, -2 * half_day_min, 2 * half_day_min}});
        !ok)
      return ok;
    if (i > 0 && from <= site.utc_offsets[i - 1].from) {
      auto where = pointer("/site/utc_offsets", i, "from");
      return fail(errc::invalid, where + " must be later than the one before", where);
    }
  }
  if (site.language != "id" && site.language != "en")
    return fail(errc::invalid, "/site/language must be id or en", "/site/language");
  return check_zone_name(site.tz, "/site/tz");
}

result<void> check_zones(const config& document) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < document.zones.size(); ++i) {
    const auto& zone = document.zones[i];
    if (auto ok = check_id(ids, zone.id, pointer("/zones", i, "id")); !ok)
      return ok;
    const auto prefix = pointer("/zones", i, "");
    if (auto ok = check_bounds(prefix, {{"warn_pct", zone.warn_pct, 0, 100},
                                        {"crit_pct", zone.crit_pct, zone.warn_pct, 100}});
        !ok)
      return ok;
    for (const auto& [vehicle, count] : zone.capacity)
      if (auto ok = check_bounds(prefix + "capacity/",
                                 {{domain::to_string(vehicle), count, 0, max_count}});
          !ok)
        return ok;
  }
  return {};
}

template <class List>
bool has_id(const List& list, const std::string& id) {
  return std::any_of(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
}

result<void> check_gates(const config& document) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < document.gates.size(); ++i) {
    const auto& gate = document.gates[i];
    if (auto ok = check_id(ids, gate.id, pointer("/gates", i, "id")); !ok)
      return ok;
    if (!has_id(document.zones, gate.zone_id))
      return fail(errc::invalid, "no zone " + gate.zone_id, pointer("/gates", i, "zone_id"));
    if (gate.lock_id && !has_id(document.locks, *gate.lock_id))
      return fail(errc::invalid, "no lock " + *gate.lock_id, pointer("/gates", i, "lock_id"));
  }
  return {};
}

result<void> check_locks(const config& document) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < document.locks.size(); ++i)
    if (auto ok = check_id(ids, document.locks[i].id, pointer("/locks", i, "id")); !ok)
      return ok;
  return {};
}

result<void> check_vehicle_types(const config& document) {
  std::set<domain::vehicle_class> seen;
  for (std::size_t i = 0; i < document.vehicle_types.size(); ++i) {
    const auto vehicle = document.vehicle_types[i].id;
    const std::string word{domain::to_string(vehicle)};
    const auto has_tariff =
        std::any_of(document.tariffs.begin(), document.tariffs.end(),
                    [&](const auto& tariff) { return tariff.vehicle == vehicle; });
    if (!seen.insert(vehicle).second)
      return fail(errc::invalid, word + " is there twice", pointer("/vehicle_types", i, "id"));
    if (!has_tariff)
      return fail(errc::invalid, "no tariff for " + word, pointer("/vehicle_types", i, "id"));
  }
  return {};
}

result<void> check_tariff_numbers(const domain::tariff& t, const std::string& prefix) {
  constexpr auto max_amount = limits::max_tariff_amount;
  return check_bounds(prefix, {{"version", t.version, 1, 65'535},
                               {"grace_min", t.grace_min, -1, max_minutes},
                               {"grace_reentry_min", t.grace_reentry_min, 0, max_minutes},
                               {"first_min", t.first_min, 1, max_minutes},
                               {"first_amt", t.first_amt.value, 0, max_amount},
                               {"next_min", t.next_min, 1, max_minutes},
                               {"next_amt", t.next_amt.value, 0, max_amount},
                               {"cap", t.cap.value_or(rupiah{}).value, 0, max_amount},
                               {"rollover_tol_min", t.rollover_tol_min, 0, max_minutes},
                               {"overnight_amt", t.overnight_amt.value, 0, max_amount},
                               {"threshold_min", t.threshold_min, 1, max_minutes},
                               {"flat_amt", t.flat_amt.value, 0, max_amount},
                               {"lost_amt", t.lost_amt.value, 0, max_amount},
                               {"lost_unknown_base", t.lost_unknown_base.value, 0, max_amount},
                               {"exit_grace_min", t.exit_grace_min, 0, max_minutes},
                               {"skew_clamp_s", t.skew_clamp_s, 0, max_count},
                               {"review_after_days", t.review_after_days, 1, max_count},
                               {"round_to", t.round_to, 1, max_amount}});
}

/// Tariffs are named by id and version together; the same id prices one vehicle class only.
result<void> check_tariffs(const config& document) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < document.tariffs.size(); ++i) {
    const auto& tariff = document.tariffs[i];
    if (auto ok = check_tariff_numbers(tariff, pointer("/tariffs", i, "")); !ok)
      return ok;
    if (auto ok = check_zone_name(tariff.tz, pointer("/tariffs", i, "tz")); !ok)
      return ok;
    if (tariff.id.empty())
      return fail(errc::invalid, "a tariff needs an id", pointer("/tariffs", i, "id"));
    if (!names.insert(tariff.id + "/" + std::to_string(tariff.version)).second)
      return fail(errc::invalid, tariff.id + " has this version twice",
                  pointer("/tariffs", i, "version"));
    for (std::size_t earlier = 0; earlier < i; ++earlier)
      if (document.tariffs[earlier].id == tariff.id
          && document.tariffs[earlier].vehicle != tariff.vehicle)
        return fail(errc::invalid, tariff.id + " is for another vehicle type",
                    pointer("/tariffs", i, "vehicle_type"));
  }
  return {};
}

result<void> check_retention(const retention_config& x) {
  return check_bounds("/retention/", {{"photos_days", x.photos_days, 0, max_count},
                                      {"photos_mib", x.photos_mib, 0, max_count},
                                      {"journal_days", x.journal_days, 0, max_count},
                                      {"journal_events", x.journal_events, 0, max_count},
                                      {"logs_days", x.logs_days, 0, max_count},
                                      {"archive_days", x.archive_days, 0, max_count}});
}

} // namespace

const gate_config* config::find_gate(const std::string& id) const {
  const auto found =
      std::find_if(gates.begin(), gates.end(), [&](const auto& gate) { return gate.id == id; });
  return found == gates.end() ? nullptr : &*found;
}

const vehicle_type_config* config::find_vehicle_type(domain::vehicle_class c) const {
  const auto found = std::find_if(vehicle_types.begin(), vehicle_types.end(),
                                  [&](const auto& type) { return type.id == c; });
  return found == vehicle_types.end() ? nullptr : &*found;
}

result<void> validate(const config& document) {
  for (const auto check :
       {&check_zones, &check_gates, &check_locks, &check_vehicle_types, &check_tariffs})
    if (auto ok = check(document); !ok)
      return ok;
  if (auto ok = check_site(document.site); !ok)
    return ok;
  return check_retention(document.retention);
}

} // namespace palang::protocol
