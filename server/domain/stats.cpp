#include "server/domain/stats.hpp"

#include "shared/domain/time_zone.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <tuple>

namespace palang::domain {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::days longest_window{366};

std::vector<instant> hours_of(const protocol::stats_summary& what) {
  std::vector<instant> out;
  for (auto at = what.from; at < what.to; at += 1h)
    out.push_back(at);
  return out;
}

result<std::vector<instant>> days_of(const protocol::stats_summary& what, const std::string& tz) {
  const auto zone = time_zone::find(tz);
  if (!zone)
    return fail(zone.error());
  std::vector<instant> out;
  for (auto midnight = zone->next_midnight(what.from - 48h); midnight < what.to;
       midnight = zone->next_midnight(midnight)) {
    if (midnight <= what.from)
      out.clear();
    out.push_back(midnight);
  }
  return out;
}

} // namespace

result<void> check_window(const protocol::stats_summary& what) {
  if (what.from >= what.to)
    return fail(errc::invalid, "the window is empty", "data.to");
  if (what.to - what.from > longest_window)
    return fail(errc::invalid, "the window is longer than a year", "data.from");
  return {};
}

result<std::vector<instant>> bucket_begins(const protocol::stats_summary& what,
                                           const std::string& tz) {
  if (what.bucket == protocol::stats_bucket::day)
    return days_of(what, tz);
  return hours_of(what);
}

milliseconds grain_of(const std::vector<instant>& begins) {
  const auto is_day = [&](instant at) { return (at - begins.front()) % 24h == 0ms; };
  return begins.size() > 1 && begins[1] - begins[0] == 24h && std::ranges::all_of(begins, is_day)
             ? milliseconds{24h}
             : milliseconds{1h};
}

result<milliseconds> offset_of(const std::string& tz, instant at) {
  const auto zone = time_zone::find(tz);
  if (!zone)
    return fail(zone.error());
  const auto midnight = zone->next_midnight(at).time_since_epoch() % milliseconds{24h};
  return (24h - midnight) % milliseconds{24h};
}

std::vector<protocol::stats_row> summarise(const std::vector<protocol::stats_row>& hourly,
                                           const std::vector<protocol::stats_row>& inside,
                                           const std::vector<instant>& begins) {
  std::map<std::tuple<instant, std::string, vehicle_class>, protocol::stats_row> rows;
  for (const auto& hour : hourly) {
    const auto begin = *std::prev(std::ranges::upper_bound(begins, hour.from));
    auto& row = rows[{begin, hour.gate_id, hour.vehicle_type}];
    row.from = begin;
    row.gate_id = hour.gate_id;
    row.vehicle_type = hour.vehicle_type;
    row.entries += hour.entries;
    row.exits += hour.exits;
    row.revenue += hour.revenue;
    row.fee += hour.fee;
    row.free_exits += hour.free_exits;
    row.lost_tickets += hour.lost_tickets;
    row.differences += hour.differences;
  }
  std::map<vehicle_class, std::int64_t> now_inside;
  for (const auto& row : inside)
    now_inside[row.vehicle_type] = row.occupancy;
  std::vector<protocol::stats_row> out;
  for (auto at = rows.begin(); at != rows.end();) {
    // All gates of a bucket change the site's occupancy before any of its rows can tell it.
    const auto begin = at->second.from;
    const auto first = out.size();
    for (; at != rows.end() && at->second.from == begin; ++at) {
      now_inside[at->second.vehicle_type] += at->second.entries - at->second.exits;
      out.push_back(at->second);
    }
    for (auto i = first; i < out.size(); ++i)
      out[i].occupancy = now_inside[out[i].vehicle_type];
  }
  return out;
}

} // namespace palang::domain
