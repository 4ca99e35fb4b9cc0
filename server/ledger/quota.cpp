#include "server/ledger/quota.hpp"

#include "server/domain/lock_alert_texts.hpp"
#include "server/ledger/try.hpp"

#include <utility>

namespace palang::ledger {

result<void> reserve_calls(const voice& v, const std::string& month, std::int64_t count) {
  PALANG_TRY(reserved, v.db.recovery.calls_of(month));
  return count > reserved ? v.db.recovery.set_calls(month, count) : result<void>{};
}

result<void> tell_quota(const voice& v, bool is_low, std::int64_t used, std::int64_t limit) {
  PALANG_TRY(open, v.db.alerts.open_of_kind(protocol::alert_kind::quota_low));
  if (is_low && open.empty())
    PALANG_CHECK(v.raise(domain::quota_low_alert(used, limit)));
  if (!is_low)
    for (auto& alert : open)
      PALANG_CHECK(v.resolve(std::move(alert), "there are calls enough again"));
  return {};
}

} // namespace palang::ledger
