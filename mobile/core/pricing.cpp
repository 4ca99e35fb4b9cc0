#include "mobile/core/pricing.h"

#include <algorithm>
#include <chrono>

namespace palang::mobile {

namespace {

constexpr int formerStays = 20;

[[nodiscard]] bool leftFreeRecently(const Store& store, const protocol::session& s,
                                    std::chrono::minutes within) {
  if (s.plate_key.empty() || !s.entered_at)
    return false;
  const auto stays = store.findSessions(s.plate_key, formerStays);
  return stays && std::ranges::any_of(*stays, [&](const protocol::session& former) {
           return former.id != s.id && former.plate_key == s.plate_key && former.exited_at
                  && former.fee == rupiah{0} && *former.exited_at <= *s.entered_at
                  && *s.entered_at - *former.exited_at < within;
         });
}

[[nodiscard]] domain::lost_ticket lostTicket(const protocol::session& s, bool isLost) {
  if (!isLost)
    return domain::lost_ticket::no;
  return s.entered_at ? domain::lost_ticket::entry_known : domain::lost_ticket::entry_unknown;
}

} // namespace

result<domain::fee> priceStay(const protocol::config& config, const Store& store,
                              const protocol::session& s, instant at, bool isLostTicket) {
  const auto* rules =
      domain::tariff_in_force(config.tariffs, s.vehicle_type, s.entered_at.value_or(at));
  if (rules == nullptr)
    return fail(errc::not_found, "no tariff is in force for this vehicle");
  domain::stay stay;
  stay.entered_at = s.entered_at;
  stay.exited_at = at;
  stay.lost = lostTicket(s, isLostTicket);
  stay.grace_allowed = !leftFreeRecently(store, s, std::chrono::minutes{rules->grace_reentry_min});
  return domain::compute_fee(*rules, stay);
}

} // namespace palang::mobile
