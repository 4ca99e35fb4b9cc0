#include "shared/domain/fee.hpp"

#include "shared/domain/fee_modes.hpp"
#include "shared/domain/fee_text.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <utility>

namespace palang::domain {

namespace {

using std::chrono::seconds;

/// What the tickets' 32-bit seconds can say. With the largest amount below, the dearest stay by the
/// minute times 100 percent still fits 64 bits.
constexpr instant latest{seconds{0xFFFF'FFFF}};
constexpr rupiah largest_amount{1'000'000'000};

bool is_in_range(instant at) {
  return at >= instant{} && at <= latest;
}

bool is_in_range(rupiah amount) {
  return amount >= rupiah{} && amount <= largest_amount;
}

result<void> check(const tariff& rules, const stay& s) {
  const std::pair<const char*, bool> claims[] = {
      {"first_min", rules.first_min >= 1},
      {"first_amt", is_in_range(rules.first_amt)},
      {"next_min", rules.next_min >= 1},
      {"next_amt", is_in_range(rules.next_amt)},
      {"cap", is_in_range(rules.cap.value_or(rupiah{}))},
      {"overnight_amt", is_in_range(rules.overnight_amt)},
      {"flat_amt", is_in_range(rules.flat_amt)},
      {"lost_amt", is_in_range(rules.lost_amt)},
      {"lost_unknown_base", is_in_range(rules.lost_unknown_base)},
      {"round_to", rules.round_to >= 1 && is_in_range(rupiah{rules.round_to})},
      {"free_min", s.free_min >= 0},
      {"discount_pct", s.discount_pct >= 0 && s.discount_pct <= 100},
      {"discount_fixed", s.discount_fixed >= rupiah{}},
      {"already_paid", s.already_paid >= rupiah{}},
  };
  for (const auto& [field, holds] : claims)
    if (!holds)
      return fail(errc::invalid, std::string{field} + " is out of range", field);
  return {};
}

/// Seconds from entry to exit as the clocks tell them, small backward steps of a clock taken as 0.
result<seconds> measure(const tariff& rules, const stay& s) {
  if (!s.entered_at || !is_in_range(*s.entered_at))
    return fail(errc::invalid, "entered_at is missing or out of range", "entered_at");
  if (!s.exited_at || !is_in_range(*s.exited_at))
    return fail(errc::invalid, "exited_at is missing or out of range", "exited_at");
  const auto length = std::chrono::floor<seconds>(*s.exited_at - *s.entered_at);
  if (length < -seconds{rules.skew_clamp_s})
    return fail(errc::invalid, "the exit lies before the entry: a supervisor decides", "exited_at");
  return std::max(length, seconds{0});
}

void add_step(fee& out, const fee_text::phrase& text, rupiah amount) {
  out.steps.push_back({text.id, text.en, amount});
}

bool is_within_grace(const tariff& rules, const stay& s, std::int64_t minutes) {
  return s.grace_allowed && s.lost == lost_ticket::no && minutes <= rules.grace_min;
}

result<void> add_charge(fee& out, const tariff& rules, const stay& s) {
  const auto measured = measure(rules, s);
  if (!measured)
    return fail(measured.error());
  out.needs_review = *measured > std::chrono::days{rules.review_after_days};
  const auto billed = std::max(*measured - std::chrono::minutes{s.free_min}, seconds{0});
  out.minutes = billed / std::chrono::minutes{1};
  if (s.free_min > 0) {
    add_step(out, fee_text::free_minutes(s.free_min), {});
    if (billed == seconds{0})
      return {};
  }
  if (is_within_grace(rules, s, *out.minutes)) {
    add_step(out, fee_text::lasting(*out.minutes) + fee_text::within_grace(rules.grace_min), {});
    return {};
  }
  auto charged = charge(rules, *s.entered_at, billed);
  if (!charged)
    return fail(charged.error());
  out.base = charged->base;
  out.overnight = charged->overnight;
  std::ranges::move(charged->steps, std::back_inserter(out.steps));
  return {};
}

void add_unproven_base(fee& out, const tariff& rules) {
  out.base = rules.lost_unknown_base;
  add_step(out, fee_text::unproven_entry(), out.base);
}

/// Percent before amount; together never more than what there is to pay.
void add_discounts(fee& out, const stay& s) {
  const auto full = out.base + out.overnight;
  const rupiah percent{full.value * s.discount_pct / 100};
  const auto fixed = std::min(s.discount_fixed, full - percent);
  out.discount = percent + fixed;
  if (percent != rupiah{})
    add_step(out, fee_text::percent_off(s.discount_pct), rupiah{} - percent);
  if (fixed != rupiah{})
    add_step(out, fee_text::amount_off(), rupiah{} - fixed);
}

void add_fine(fee& out, const tariff& rules, const stay& s) {
  if (s.lost == lost_ticket::no)
    return;
  out.penalty = rules.lost_amt;
  add_step(out, fee_text::lost_fine(), out.penalty);
}

rupiah rounded(rupiah amount, std::int64_t unit, round_mode mode) {
  const auto below = amount.value / unit * unit;
  const auto rest = amount.value - below;
  const bool goes_up =
      mode == round_mode::up ? rest > 0 : mode == round_mode::nearest && rest >= unit - rest;
  return {goes_up ? below + unit : below};
}

void add_rounding(fee& out, const tariff& rules) {
  const auto exact = out.base + out.overnight - out.discount + out.penalty;
  out.total = rounded(exact, rules.round_to, rules.rounding);
  if (out.total != exact)
    add_step(out, fee_text::rounded_to({rules.round_to}), out.total - exact);
}

} // namespace

result<fee> compute_fee(const tariff& rules, const stay& s) {
  if (const auto checked = check(rules, s); !checked)
    return fail(checked.error());
  fee out;
  if (s.lost == lost_ticket::entry_unknown)
    add_unproven_base(out, rules);
  else if (const auto charged = add_charge(out, rules, s); !charged)
    return fail(charged.error());
  add_discounts(out, s);
  add_fine(out, rules, s);
  add_rounding(out, rules);
  out.already_paid = s.already_paid;
  out.due = std::max(rupiah{}, out.total - out.already_paid);
  return out;
}

contained_tax split_tax(rupiah total, std::int32_t rate_pct) {
  const std::int64_t parts = 100 + rate_pct;
  const rupiah taxable{(2 * 100 * total.value + parts) / (2 * parts)};
  return {taxable, total - taxable};
}

} // namespace palang::domain
