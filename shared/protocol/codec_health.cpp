#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/health.hpp"

/// sync.health as a client reads it; the server writes it where it counts.
namespace palang::protocol {

namespace {

/// One letter per hour: c covered, d doubtful, b blind.
std::vector<coverage_hour> hours_of(instant from, const std::string& marks) {
  std::vector<coverage_hour> out;
  for (const char mark : marks) {
    out.push_back({from, mark == 'c'   ? coverage::covered
                         : mark == 'd' ? coverage::doubtful
                                       : coverage::blind});
    from += std::chrono::hours(1);
  }
  return out;
}

void read_hours(const json_node& node, lock_health& out) {
  node.maybe("covered", out.hours_covered);
  node.maybe("doubtful", out.hours_doubtful);
  node.maybe("blind", out.hours_blind);
  if (!node.has("marks"))
    return;
  instant from{};
  std::string marks;
  node.get("from", from);
  node.get("marks", marks);
  out.hours = hours_of(from, marks);
}

} // namespace

void read(const json_node& node, silence& out) {
  node.maybe("source", out.source);
  node.get("from", out.from);
  node.maybe("to", out.to);
}

void read(const json_node& node, gateway_health& out) {
  read(node, out.shown);
  node.maybe("offline", out.offline);
  node.maybe("offline_ms", out.offline_ms);
  if (node.has("catch_up_ms")) {
    const auto catch_up = node.member("catch_up_ms");
    catch_up.maybe("p50", out.catch_up_p50_ms);
    catch_up.maybe("max", out.catch_up_max_ms);
  }
}

void read(const json_node& node, lock_scan& out) {
  node.get("why", out.why);
  node.get("from", out.from);
  node.get("to", out.to);
  node.get("state", out.state);
  node.maybe("found", out.found);
  node.maybe("added", out.added);
  node.get("started_at", out.started_at);
  node.maybe("ended_at", out.ended_at);
  node.maybe("detail", out.detail);
}

void read(const json_node& node, lock_health& out) {
  node.get("lock_id", out.lock_id);
  node.get("name", out.name);
  node.maybe("by_callback", out.by_callback);
  node.maybe("by_pull", out.by_pull);
  node.maybe("late", out.late);
  if (node.has("delay_ms")) {
    const auto delay = node.member("delay_ms");
    delay.maybe("p50", out.delay_p50_ms);
    delay.maybe("p95", out.delay_p95_ms);
    delay.maybe("max", out.delay_max_ms);
  }
  node.maybe("gaps", out.gaps);
  if (node.has("coverage"))
    read_hours(node.member("coverage"), out);
  node.maybe("last_contact", out.last_contact);
  node.maybe("scans", out.scans);
}

void read(const json_node& node, health_report& out) {
  node.get("gateways", out.gateways);
  node.get("locks", out.locks);
  node.get("devices", out.devices);
  if (node.has("calls")) {
    const auto calls = node.member("calls");
    calls.maybe("month", out.month);
    calls.maybe("used", out.calls_used);
    calls.maybe("limit", out.calls_limit);
  }
  node.maybe("rejects", out.rejects);
}

result<lock_health> decode_lock_health(std::string_view text) {
  return decode_as<lock_health>(text);
}
result<health_report> decode_health_report(std::string_view text) {
  return decode_as<health_report>(text);
}

} // namespace palang::protocol
