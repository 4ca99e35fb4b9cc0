#pragma once

#include "server/ttlock/credential.hpp"
#include "server/ttlock/fields.hpp"
#include "server/ttlock/record.hpp"

#include <string>

/// Records out of JSON, the same for callbacks and lists. Internal: for sources only. Thread: any.
namespace palang::ttlock {

/// What the record's surroundings say of its lock, for records that do not.
struct lock_context {
  std::string lock_id;
  std::string lock_mac;
};

/// `list`: an array of records, or one record.
[[nodiscard]] record_batch read_records(const json& list, const lock_context& around,
                                        const credential_key& key);

} // namespace palang::ttlock
