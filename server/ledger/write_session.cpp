#include "server/ledger/write_session.hpp"

#include "server/ledger/try.hpp"

namespace palang::ledger {

result<void> write_session::begin() {
  PALANG_CHECK(db_.work.begin_write());
  auto ready = refresh();
  if (ready)
    return ready;
  state_.reset();
  db_.work.rollback();
  return ready;
}

result<void> write_session::refresh() {
  if (state_) {
    PALANG_TRY(is_fresh, is_current(db_, state_->facts));
    if (is_fresh)
      return {};
  }
  PALANG_TRY(facts, load_facts(db_));
  state_ = working_state{std::move(facts), {}, {}};
  return {};
}

} // namespace palang::ledger
