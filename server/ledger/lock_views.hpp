#pragma once

#include "server/domain/lock_alert_texts.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ttlock/record.hpp"
#include "shared/protocol/config.hpp"
#include "shared/protocol/objects.hpp"

#include <string>

/// Locks and their records as people know them.
namespace palang::ledger {

/// The gate that the lock belongs to; nullptr: none.
[[nodiscard]] const protocol::gate_config* gate_of_lock(const protocol::config& document,
                                                        const std::string& lock_id);
/// The configured name, else `alias`, else the id.
[[nodiscard]] std::string lock_name(const protocol::config& document, const std::string& lock_id,
                                    const std::string& alias);
/// The lock as PROTOCOL section 7 shows it at the end of the hearing's window, with the hours of
/// it.
[[nodiscard]] protocol::lock lock_view(const storage::stored_lock& lock,
                                       const protocol::config& document, const lock_hearing& heard);
[[nodiscard]] domain::place_names place_of(const protocol::config& document,
                                           const std::string& lock_id,
                                           const std::string& alias = {});

/// What record_kind.hpp judges a stored record by.
[[nodiscard]] ttlock::lock_record as_told(const protocol::lock_record& shown);
[[nodiscard]] domain::record_text words_of(const protocol::lock_record& shown);

} // namespace palang::ledger
