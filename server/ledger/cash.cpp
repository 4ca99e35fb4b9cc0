#include "server/ledger/cash.hpp"

#include "server/domain/shift_reckoning.hpp"
#include "server/ledger/try.hpp"

namespace palang::ledger {

result<void> take_payment(context& c, const uuid& session,
                          const std::optional<protocol::payment>& paid) {
  if (!paid || paid->amount.value == 0)
    return {};
  storage::stored_payment row;
  row.submission_id = c.from.content.id;
  row.session_id = session;
  row.origin = {c.from.by.username, c.from.by.device_no, c.device_seq(), c.clock.corrected_at};
  row.paid = *paid;
  PALANG_TRY(shift, c.db.shifts.covering(row.origin));
  if (shift)
    row.shift_id = shift->shown.id;
  PALANG_CHECK(c.db.payments.insert(row));
  if (!shift || !shift->shown.closed_at)
    return {};
  PALANG_TRY(cash, c.db.payments.cash_of_shift(shift->shown.id));
  domain::reckon(shift->shown, cash);
  return c.db.shifts.update(*shift);
}

} // namespace palang::ledger
