#include "shared/domain/fee_modes.hpp"

#include "shared/domain/fee_text.hpp"
#include "shared/domain/time_zone.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace palang::domain {

namespace {

using fee_text::phrase;

constexpr std::int64_t day_min = 24 * 60;

constexpr std::int64_t divide_up(std::int64_t a, std::int64_t b) {
  return a / b + (a % b > 0 ? 1 : 0);
}

std::int64_t whole_minutes(std::chrono::milliseconds length) {
  return std::chrono::floor<std::chrono::minutes>(length).count();
}

/// `repeat` like stretches of one day each, or one shorter stretch.
struct period {
  std::int64_t minutes = 0;
  bool has_first_block = true;
  std::int64_t repeat = 1;
};

std::int64_t more_blocks(const tariff& rules, const period& p) {
  const auto beyond = p.has_first_block ? p.minutes - rules.first_min : p.minutes;
  return divide_up(std::max<std::int64_t>(beyond, 0), rules.next_min);
}

rupiah price_of_blocks(const tariff& rules, const period& p) {
  const auto first = p.has_first_block ? rules.first_amt : rupiah{};
  return first + rules.next_amt * more_blocks(rules, p);
}

/// In the rolling mode a full day costs the cap itself, whatever its blocks come to.
rupiah price_of_day(const tariff& rules, const period& p) {
  const auto blocks = price_of_blocks(rules, p);
  if (!rules.cap)
    return blocks;
  const bool is_full_rolling_day = rules.mode == tariff_mode::rolling_24h && p.minutes == day_min;
  return is_full_rolling_day ? *rules.cap : std::min(*rules.cap, blocks);
}

void add_step(mode_charge& out, const phrase& text, rupiah amount) {
  out.steps.push_back({text.id, text.en, amount});
}

void add_blocks(mode_charge& out, const tariff& rules, const period& p, const phrase& where) {
  const auto more = more_blocks(rules, p);
  const auto more_amt = rules.next_amt * more;
  if (!p.has_first_block)
    return add_step(out, where + fee_text::blocks(more, rules.next_min, rules.next_amt), more_amt);
  add_step(out, where + fee_text::first_block(rules.first_min), rules.first_amt);
  if (more > 0)
    add_step(out, fee_text::more_blocks(more, rules.next_min, rules.next_amt), more_amt);
}

void add_day(mode_charge& out, const tariff& rules, const period& p, const phrase& where) {
  const auto price = price_of_day(rules, p);
  if (price == price_of_blocks(rules, p))
    add_blocks(out, rules, p, where);
  else
    add_step(out, where + fee_text::daily_maximum(), price);
}

mode_charge charge_days(const tariff& rules, const std::vector<period>& days) {
  mode_charge out;
  std::int64_t number = 1;
  for (const auto& p : days) {
    const auto price = price_of_day(rules, p);
    out.base += price * p.repeat;
    if (p.repeat > 1)
      add_step(out, fee_text::equal_days(number, p.repeat, price), price * p.repeat);
    else
      add_day(out, rules, p,
              days.size() > 1 ? fee_text::day(number, p.minutes) : fee_text::lasting(p.minutes));
    number += p.repeat;
  }
  return out;
}

mode_charge charge_blocks(const tariff& rules, std::int64_t minutes) {
  mode_charge out;
  const period whole{minutes};
  out.base = price_of_blocks(rules, whole);
  add_blocks(out, rules, whole, fee_text::lasting(minutes));
  return out;
}

/// Joins equal neighbours into one period.
void append(std::vector<period>& days, const period& next) {
  if (!days.empty() && days.back().minutes == next.minutes
      && days.back().has_first_block == next.has_first_block)
    days.back().repeat += next.repeat;
  else
    days.push_back(next);
}

mode_charge charge_rolling(const tariff& rules, std::int64_t minutes) {
  const auto days = minutes / day_min;
  const auto rest = minutes % day_min;
  std::vector<period> periods;
  if (days > 0)
    append(periods, {day_min});
  if (days > 1)
    append(periods, {day_min, rules.restart_first, days - 1});
  const bool is_rest_free = days > 0 && (rest == 0 || rest <= rules.rollover_tol_min);
  if (!is_rest_free)
    append(periods, {rest, days == 0 || rules.restart_first});
  return charge_days(rules, periods);
}

result<mode_charge> charge_calendar(const tariff& rules, instant entered_at,
                                    std::chrono::seconds length) {
  const auto zone = time_zone::find(rules.tz);
  if (!zone)
    return fail(zone.error());
  const auto exited_at = entered_at + length;
  std::vector<period> days;
  std::int64_t nights = 0;
  auto from = entered_at;
  for (auto midnight = zone->next_midnight(from); midnight < exited_at;
       midnight = zone->next_midnight(from)) {
    append(days, {whole_minutes(midnight - from), nights == 0 || rules.restart_first});
    from = midnight;
    ++nights;
  }
  // Less than a minute into a new day is a night, but not a block.
  const auto last = whole_minutes(exited_at - from);
  if (nights == 0 || last > 0)
    append(days, {last, nights == 0 || rules.restart_first});

  auto out = charge_days(rules, days);
  out.overnight = rules.overnight_amt * nights;
  if (out.overnight != rupiah{})
    add_step(out, fee_text::nights(nights, rules.overnight_amt), out.overnight);
  return out;
}

mode_charge charge_hours_then_night(const tariff& rules, std::int64_t minutes) {
  if (minutes <= rules.threshold_min)
    return charge_blocks(rules, minutes);
  const auto days = divide_up(minutes, day_min);
  mode_charge out;
  out.overnight = rules.overnight_amt * days;
  add_step(out, fee_text::lasting(minutes) + fee_text::overnight_days(days, rules.overnight_amt),
           out.overnight);
  return out;
}

mode_charge charge_flat(const tariff& rules, std::int64_t minutes) {
  const auto days = std::max<std::int64_t>(1, divide_up(minutes, day_min));
  mode_charge out;
  out.base = rules.flat_amt * days;
  add_step(out, fee_text::lasting(minutes) + fee_text::blocks(days, day_min, rules.flat_amt),
           out.base);
  return out;
}

} // namespace

result<mode_charge> charge(const tariff& rules, instant entered_at, std::chrono::seconds length) {
  const auto minutes = whole_minutes(length);
  switch (rules.mode) {
  case tariff_mode::blocks:
    return charge_blocks(rules, minutes);
  case tariff_mode::rolling_24h:
    return charge_rolling(rules, minutes);
  case tariff_mode::calendar_day:
    return charge_calendar(rules, entered_at, length);
  case tariff_mode::hours_then_night:
    return charge_hours_then_night(rules, minutes);
  case tariff_mode::flat_24h:
    return charge_flat(rules, minutes);
  }
  return fail(errc::invalid, "unknown tariff mode", "mode");
}

} // namespace palang::domain
