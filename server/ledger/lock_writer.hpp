#pragma once

#include "server/ledger/lock_side.hpp"
#include "server/ledger/write_session.hpp"

#include <string>

namespace palang::ledger {

/// The TTLock side of a write session; what each call does stands in the file of its concern.
class ledger_lock_writer final : public lock_writer {
public:
  explicit ledger_lock_writer(write_session& session) : session_{session} {}

  result<committed> take(std::span<const lock_intake> batch) override;
  result<void> keep(const rejected_intake& what) override;
  result<committed> note_discovery(const lock_discovery& seen) override;
  result<committed> note_reading(const lock_reading& what) override;
  result<committed> note_gap(const gap_change& what) override;
  result<storage::stored_scan> begin_scan(const scan_request& what) override;
  result<committed> advance_scan(const scan_step& step) override;
  result<committed> judge_openings(instant now) override;
  result<void> reserve_calls(const std::string& month, std::int64_t count) override;
  result<committed> tell_quota(bool is_low, std::int64_t used, std::int64_t limit,
                               instant at) override;

private:
  write_session& session_;
};

} // namespace palang::ledger
