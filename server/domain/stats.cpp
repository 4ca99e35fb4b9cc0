#include "server/domain/stats.hpp"

#include "server/domain/session_hours.hpp"
#include "shared/domain/time_zone.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace palang::domain {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::days longest_window{366};
/// As many hours as one answer can hold.
constexpr std::chrono::days longest_in_hours{31};

std::vector<instant> hours_of(const protocol::stats_summary& what) {
  std::vector<instant> out;
  for (auto at = hour_of(what.from); at < what.to; at += 1h)
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

using row_key = std::tuple<instant, std::string, vehicle_class>;
using bucket_rows = std::map<row_key, protocol::stats_row>;

instant bucket_of(instant at, const std::vector<instant>& begins) {
  return *std::prev(std::ranges::upper_bound(begins, at));
}

protocol::stats_row& row_at(bucket_rows& rows, row_key key) {
  const auto [at, is_new] = rows.try_emplace(std::move(key));
  if (is_new)
    std::tie(at->second.from, at->second.gate_id, at->second.vehicle_type) = at->first;
  return at->second;
}

void add(const protocol::stats_row& hour, protocol::stats_row& to) {
  to.entries += hour.entries;
  to.exits += hour.exits;
  to.revenue += hour.revenue;
  to.fee += hour.fee;
  to.free_exits += hour.free_exits;
  to.lost_tickets += hour.lost_tickets;
  to.differences += hour.differences;
}

void add_still_classes(bucket_rows& rows, const std::vector<instant>& begins,
                       const std::map<vehicle_class, std::int64_t>& classes) {
  std::set<std::pair<instant, vehicle_class>> moved;
  for (const auto& [key, row] : rows)
    moved.emplace(row.from, row.vehicle_type);
  for (const auto begin : begins)
    for (const auto& [type, count] : classes)
      if (!moved.contains({begin, type}))
        row_at(rows, {begin, "", type});
}

} // namespace

result<void> check_window(const protocol::stats_summary& what) {
  if (what.from >= what.to)
    return fail(errc::invalid, "the window is empty", "data.to");
  if (what.to - what.from > longest_window)
    return fail(errc::invalid, "the window is longer than a year", "data.from");
  if (what.bucket == protocol::stats_bucket::hour && what.to - what.from > longest_in_hours)
    return fail(errc::invalid, "the window is longer than 31 days of hours", "data.from");
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
                                           const std::vector<instant>& begins,
                                           const std::vector<vehicle_class>& classes) {
  bucket_rows rows;
  std::map<vehicle_class, std::int64_t> now_inside;
  for (const auto type : classes)
    now_inside[type] = 0;
  for (const auto& row : inside)
    now_inside[row.vehicle_type] = row.occupancy;
  for (const auto& hour : hourly) {
    now_inside.try_emplace(hour.vehicle_type, 0);
    auto key = row_key{bucket_of(hour.from, begins), hour.gate_id, hour.vehicle_type};
    add(hour, row_at(rows, std::move(key)));
  }
  add_still_classes(rows, begins, now_inside);
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
