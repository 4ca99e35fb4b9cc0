#include "mobile/core/usedticket.h"

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr int recentRecords = 1000;

} // namespace

bool isUsedHere(const Store& store, const std::string& ticket) {
  const auto rows = store.rows(std::nullopt, recentRecords);
  return rows && std::ranges::any_of(*rows, [&](const OutboxRow& row) {
           const auto* exit = std::get_if<protocol::exit_data>(&row.submission.data);
           return exit != nullptr && exit->ticket == ticket
                  && row.state != sync::record_state::quarantined;
         });
}

} // namespace palang::mobile
