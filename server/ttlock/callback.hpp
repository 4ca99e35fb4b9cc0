#pragma once

#include "server/ttlock/credential.hpp"
#include "server/ttlock/record.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What TTLock's cloud posts (TTLOCK 4). Thread: any.
namespace palang::ttlock {

/// A lock keeps 500 records of about 200 bytes, so a whole lock fits five times.
inline constexpr std::size_t max_callback_bytes = 1024 * 1024;
/// More than any such body can hold of what real callbacks carry; bounds one transaction.
inline constexpr std::size_t max_callback_records = 5'000;

/// notifyType 2. Offline notices come 30 minutes late and have no time of their own.
struct gateway_notice {
  std::string gateway_id;
  std::string name;
  std::string mac;
  int version = 0; ///< 1 G1 … 4 G4; 0 not given.
  std::string network;
  bool is_online = false;
};

/// Wi-Fi locks (3, 4), door sensors (7), and whatever else may come (0: no type at all).
struct other_notice {
  int type = 0;
  std::string masked; ///< JSON text of its fields.
};

struct callback {
  record_batch batch; ///< notifyType 1, or no type but records.
  std::optional<gateway_notice> gateway;
  std::vector<other_notice> others;
  /// Nothing was carried: the test of a new URL, or records without one. To be answered `success`.
  bool is_empty = false;
};

/// Nothing in it could be understood; to be kept for the operator.
struct callback_reject {
  std::string reason; ///< English.
  std::string masked; ///< What may be kept of the body.
};

/// Takes forms and JSON, whatever `content_type` calls them; records as an array, as one object, or
/// as the JSON text of either; repeated fields (every `records` counts, of others the first that is
/// not empty). A record without lockId or lockMac takes those of the callback.
[[nodiscard]] tl::expected<callback, callback_reject>
read_callback(std::string_view body, std::string_view content_type, const credential_key& key);

} // namespace palang::ttlock
