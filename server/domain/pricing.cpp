#include "server/domain/pricing.hpp"

#include <algorithm>

namespace palang::domain {

namespace {

instant latest_entry(const stay_facts& stay) {
  const auto latest = *stay.entered_at + stay.entry_uncertainty;
  // It was in the server's hands by then, whatever the device's clock said.
  return stay.entry_received_at
             ? std::max(*stay.entered_at, std::min(latest, *stay.entry_received_at))
             : latest;
}

const tariff* version_of(const protocol::config& document, vehicle_class vehicle,
                         std::uint16_t version) {
  const tariff* first = nullptr;
  for (const auto& candidate : document.tariffs) {
    if (candidate.vehicle != vehicle)
      continue;
    if (candidate.version == version)
      return &candidate;
    if (!first || candidate.valid_from < first->valid_from)
      first = &candidate;
  }
  return first;
}

} // namespace

const tariff* tariff_of(const protocol::config& document, const stay_facts& stay) {
  const auto* in_force =
      tariff_in_force(document.tariffs, stay.vehicle, stay.entered_at.value_or(stay.exited_at));
  return in_force ? in_force : version_of(document, stay.vehicle, stay.tariff_version);
}

result<fee> price(const tariff& rules, const stay_facts& facts) {
  stay out;
  out.exited_at = facts.exited_at;
  out.grace_allowed = facts.grace_allowed;
  if (facts.entered_at) {
    out.entered_at = latest_entry(facts);
    // Doubt about both ends shortens the stay, it does not turn it round.
    if (facts.exited_at >= *facts.entered_at) {
      out.entered_at = std::min(*out.entered_at, facts.exited_at);
      out.exited_at = std::max(*out.entered_at, facts.exited_at - facts.exit_uncertainty);
    }
    out.lost = facts.is_lost_ticket ? lost_ticket::entry_known : lost_ticket::no;
  } else {
    out.lost = lost_ticket::entry_unknown;
  }
  return compute_fee(rules, out);
}

bool is_free_by_grace(const tariff& rules, const fee& priced) {
  return priced.total.value == 0 && priced.minutes && *priced.minutes <= rules.grace_min;
}

} // namespace palang::domain
