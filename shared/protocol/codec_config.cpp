#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

/// The configuration document. Fields of errors are JSON pointers.
namespace palang::protocol {

// -- site -------------------------------------------------------------------------------

void read(const json_node& node, utc_offset& out) {
  node.get("from", out.from);
  node.get("offset_min", out.offset_min);
}

std::string encode(const utc_offset& x) {
  return object_writer{}.add("from", x.from).add("offset_min", x.offset_min).done();
}

void read(const json_node& node, site_config& out) {
  node.get("id", out.id);
  node.get("number", out.number);
  node.get("name", out.name);
  node.maybe("tz", out.tz);
  node.maybe("utc_offsets", out.utc_offsets);
  node.maybe("tax_rate_pct", out.tax_rate_pct);
  node.maybe("language", out.language);
}

std::string encode(const site_config& x) {
  return object_writer{}
      .add("id", x.id)
      .add("number", x.number)
      .add("name", x.name)
      .add("tz", x.tz)
      .add("utc_offsets", x.utc_offsets)
      .add("tax_rate_pct", x.tax_rate_pct)
      .add("language", x.language)
      .done();
}

// -- zones, gates, locks ----------------------------------------------------------------

void read(const json_node& node, std::map<domain::vehicle_class, std::int64_t>& out) {
  if (!node.value().is_object())
    return node.expected("an object");
  for (const auto& [word, value] : node.value().items()) {
    if (const auto vehicle = domain::vehicle_class_from(word))
      node.get(word, out[*vehicle]);
    else
      node.member(word).refuse("is not a vehicle type");
  }
}

std::string encode(const std::map<domain::vehicle_class, std::int64_t>& capacity) {
  object_writer out;
  for (const auto& [vehicle, count] : capacity)
    out.add(domain::to_string(vehicle), count);
  return out.done();
}

void read(const json_node& node, zone_config& out) {
  node.get("id", out.id);
  node.get("name", out.name);
  node.get("capacity", out.capacity);
  node.maybe("warn_pct", out.warn_pct);
  node.maybe("crit_pct", out.crit_pct);
}

std::string encode(const zone_config& x) {
  return object_writer{}
      .add("id", x.id)
      .add("name", x.name)
      .add("capacity", raw_json{encode(x.capacity)})
      .add("warn_pct", x.warn_pct)
      .add("crit_pct", x.crit_pct)
      .done();
}

void read(const json_node& node, gate_config& out) {
  node.get("id", out.id);
  node.get("name", out.name);
  node.get("direction", out.direction);
  node.get("zone_id", out.zone_id);
  node.maybe("lock_id", out.lock_id);
}

std::string encode(const gate_config& x) {
  return object_writer{}
      .add("id", x.id)
      .add("name", x.name)
      .add("direction", x.direction)
      .add("zone_id", x.zone_id)
      .add("lock_id", x.lock_id)
      .done();
}

void read(const json_node& node, lock_config& out) {
  node.get("id", out.id);
  node.get("name", out.name);
}

std::string encode(const lock_config& x) {
  return object_writer{}.add("id", x.id).add("name", x.name).done();
}

// -- vehicle types -------------------------------------------------------------

void read(const json_node& node, vehicle_type_config& out) {
  node.get("id", out.id);
  node.get("name_id", out.name_id);
  node.get("name_en", out.name_en);
  node.maybe("order", out.order);
}

std::string encode(const vehicle_type_config& x) {
  return object_writer{}
      .add("id", x.id)
      .add("name_id", x.name_id)
      .add("name_en", x.name_en)
      .add("order", x.order)
      .done();
}

// -- the whole --------------------------------------------------------------------------

void read(const json_node& node, retention_config& out) {
  node.maybe("photos_days", out.photos_days);
  node.maybe("photos_mib", out.photos_mib);
  node.maybe("journal_days", out.journal_days);
  node.maybe("journal_events", out.journal_events);
  node.maybe("logs_days", out.logs_days);
  node.maybe("archive_days", out.archive_days);
}

std::string encode(const retention_config& x) {
  return object_writer{}
      .add("photos_days", x.photos_days)
      .add("photos_mib", x.photos_mib)
      .add("journal_days", x.journal_days)
      .add("journal_events", x.journal_events)
      .add("logs_days", x.logs_days)
      .add("archive_days", x.archive_days)
      .done();
}

void read(const json_node& node, config& out) {
  node.get("site", out.site);
  node.get("zones", out.zones);
  node.get("gates", out.gates);
  node.get("vehicle_types", out.vehicle_types);
  node.get("tariffs", out.tariffs);
  node.maybe("locks", out.locks);
  node.maybe("retention", out.retention);
}

std::string encode(const config& x) {
  return object_writer{}
      .add("site", x.site)
      .add("zones", x.zones)
      .add("gates", x.gates)
      .add("vehicle_types", x.vehicle_types)
      .add("tariffs", raw_json{encode_all(x.tariffs, &encode_tariff)})
      .add("locks", x.locks)
      .add("retention", x.retention)
      .done();
}

result<config> decode_config(std::string_view text) {
  return decode_as<config>(text, '/');
}

} // namespace palang::protocol
