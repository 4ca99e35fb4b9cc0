#include "shared/protocol/local_time.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

namespace palang::protocol {

namespace {

using namespace std::chrono_literals;

std::chrono::minutes offset_at(instant at, const site_zone& zone) {
  const auto next = std::ranges::upper_bound(zone, at, {}, &utc_offset::from);
  return std::chrono::minutes{(next == zone.begin() ? *next : *std::prev(next)).offset_min};
}

/// Takes pieces off the front of a text; is_good turns false at the first that does not fit.
struct scanner {
  std::string_view rest;
  bool is_good = true;

  int number(std::size_t digits) {
    int value = 0;
    const auto end = rest.data() + std::min(digits, rest.size());
    const auto [stop, problem] = std::from_chars(rest.data(), end, value);
    is_good = is_good && rest.size() >= digits && problem == std::errc{} && stop == end
              && rest.front() != '-';
    rest.remove_prefix(std::min(digits, rest.size()));
    return value;
  }
  bool take(char c) {
    if (!rest.starts_with(c))
      return false;
    rest.remove_prefix(1);
    return true;
  }
  void need(char c) { is_good = take(c) && is_good; }
};

milliseconds read_fraction(scanner& in) {
  if (!in.take('.'))
    return 0ms;
  const auto digits = in.rest.substr(0, in.rest.find_first_not_of("0123456789"));
  in.is_good = in.is_good && !digits.empty();
  auto three = std::string(digits.substr(0, 3));
  three.resize(3, '0');
  in.rest.remove_prefix(digits.size());
  return milliseconds{scanner{three}.number(3)};
}

/// Wall time as if it were UTC.
std::optional<instant> read_wall_time(scanner& in) {
  const std::chrono::year year{in.number(4)};
  in.need('-');
  const std::chrono::month month{static_cast<unsigned>(in.number(2))};
  in.need('-');
  const std::chrono::day day{static_cast<unsigned>(in.number(2))};
  in.need('T');
  const int hour = in.number(2);
  in.need(':');
  const int minute = in.number(2);
  in.need(':');
  const int second = in.number(2);
  const auto fraction = read_fraction(in);
  const std::chrono::year_month_day date{year, month, day};
  if (!in.is_good || !date.ok() || hour > 23 || minute > 59 || second > 59)
    return std::nullopt;
  return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute}
         + std::chrono::seconds{second} + fraction;
}

std::optional<std::chrono::minutes> read_offset(scanner& in) {
  if (in.take('Z'))
    return 0min;
  const int sign = in.take('+') ? 1 : in.take('-') ? -1 : 0;
  if (sign == 0)
    return std::nullopt;
  const int hours = in.number(2);
  in.need(':');
  return sign * (std::chrono::hours{hours} + std::chrono::minutes{in.number(2)});
}

} // namespace

std::string to_local(instant at, const site_zone& zone) {
  const auto wall = at + offset_at(at, zone);
  const auto day = std::chrono::floor<std::chrono::days>(wall);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(wall - day)};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

result<instant> from_local(std::string_view text, const site_zone& zone) {
  const auto bad = [&] {
    return fail(errc::invalid, "is no time: " + std::string(text.substr(0, 40)));
  };
  scanner in{text};
  const auto wall = read_wall_time(in);
  if (!wall)
    return bad();
  const auto given = read_offset(in);
  if (!in.is_good || !in.rest.empty())
    return bad();
  if (given)
    return *wall - *given;
  if (zone.empty())
    return fail(errc::invalid, "the site's time zone is not known");
  // Near a change of the offset the wall time decides with the offset that was in force before.
  return *wall - offset_at(*wall - offset_at(*wall, zone), zone);
}

} // namespace palang::protocol
