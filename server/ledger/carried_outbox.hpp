#pragma once

#include "server/ledger/ledger.hpp"
#include "shared/protocol/outbox_receipt.hpp"

#include <span>
#include <string>
#include <vector>

namespace palang::ledger {

/// The sealed copy of a device's outbox (shared/protocol/outbox_copy.hpp), read: what the device
/// would have sent, as its people would have sent it.
struct carried_outbox {
  std::uint16_t device_no = 0;
  std::vector<submission> rows;    ///< In the order they were made.
  std::vector<std::string> photos; ///< SHA-256 hex of those that waited on the device.
  std::vector<protocol::outbox_receipt::refusal> refused; ///< Of people whom nobody knows here.
};

/// Errors: those of open_outbox; the reader's.
[[nodiscard]] result<carried_outbox>
read_carried(reader& from, std::span<const std::uint8_t> sealed, instant now);

/// Counts one row's verdict. Errors: a retryable refusal, which is nobody's verdict.
[[nodiscard]] result<void> note_verdict(protocol::outbox_receipt& receipt, const submission& row,
                                        const verdict& what);

/// The line of the audit. `by`: who brought it; `how`: over what.
[[nodiscard]] protocol::audit_entry audit_of(const protocol::outbox_receipt& receipt,
                                             const std::string& by, const std::string& how,
                                             instant at);

} // namespace palang::ledger
