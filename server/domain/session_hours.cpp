#include "server/domain/session_hours.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace palang::domain {

namespace {

using namespace std::chrono_literals;
using protocol::session_status;

constexpr std::array<std::string_view, 4> notable_flags{"lost_ticket", "double_exit",
                                                        "other_plate_at_exit", "review"};

bool has_flag(const protocol::session& s, std::string_view flag) {
  return std::ranges::find(s.flags, flag) != s.flags.end();
}

hour_counts exit_counts(const protocol::session& s) {
  hour_counts out;
  out.exits = 1;
  out.orphans = s.status == session_status::exit_only ? 1 : 0;
  out.revenue = s.charged.value_or(rupiah{});
  out.fee = s.fee.value_or(rupiah{});
  out.free_exits = s.charged == rupiah{} ? 1 : 0;
  out.lost_tickets = has_flag(s, "lost_ticket") ? 1 : 0;
  out.differences = s.charged && s.fee && *s.charged != *s.fee ? 1 : 0;
  out.undercharged = s.charged && s.fee && *s.charged < *s.fee ? 1 : 0;
  out.no_photo = s.photo_out ? 0 : 1;
  if (s.entered_at) {
    out.stays = 1;
    out.stay_min = (*s.exited_at - *s.entered_at) / 1min;
  }
  return out;
}

} // namespace

hour_counts& hour_counts::operator+=(const hour_counts& other) {
  entries += other.entries;
  exits += other.exits;
  orphans += other.orphans;
  revenue += other.revenue;
  fee += other.fee;
  free_exits += other.free_exits;
  lost_tickets += other.lost_tickets;
  differences += other.differences;
  undercharged += other.undercharged;
  no_photo += other.no_photo;
  stays += other.stays;
  stay_min += other.stay_min;
  return *this;
}

hour_counts hour_counts::operator-() const {
  return {-entries,           -exits,      -orphans,      rupiah{-revenue.value},
          rupiah{-fee.value}, -free_exits, -lost_tickets, -differences,
          -undercharged,      -no_photo,   -stays,        -stay_min};
}

instant hour_of(instant at) {
  return at - at.time_since_epoch() % milliseconds{1h};
}

hour_shares shares_of(const protocol::session& s) {
  hour_shares out;
  const bool entered = s.status == session_status::open || s.status == session_status::closed;
  const bool left = s.status == session_status::closed || s.status == session_status::exit_only;
  if (entered && s.entered_at)
    out[{hour_of(*s.entered_at), s.entry_gate_id, s.vehicle_type, s.entry_by}].entries = 1;
  if (left && s.exited_at)
    out[{hour_of(*s.exited_at), s.exit_gate_id, s.vehicle_type, s.exit_by}] += exit_counts(s);
  return out;
}

bool is_notable_flag(std::string_view flag) {
  return std::ranges::find(notable_flags, flag) != notable_flags.end();
}

bool is_notable(const protocol::session& s) {
  const bool is_usual = s.status == session_status::open || s.status == session_status::closed;
  return !is_usual || (s.charged && s.fee && *s.charged != *s.fee)
         || std::ranges::any_of(s.flags, &is_notable_flag);
}

} // namespace palang::domain
