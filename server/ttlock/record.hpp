#pragma once

#include "shared/core/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a lock did, as TTLock's cloud tells it in a callback or in a list. Thread: any.
namespace palang::ttlock {

/// Longer texts are cut (between characters), never refused.
inline constexpr std::size_t max_text_bytes = 200;

/// Passcode and card digits do not survive reading: `who` shows them as their tail, too, where the
/// cloud gives them as a name.
struct lock_record {
  std::string lock_id;    ///< TTLock's lockId as text.
  int type_from_lock = 0; ///< recordTypeFromLock (TTLOCK 5.2); 0: not given.
  int type = 0;           ///< recordType (TTLOCK 5.1); 0: not given.
  bool is_success = true; ///< Not given: what type_from_lock says.
  std::string who;        ///< An account, or the credential's name; may be empty.
  std::optional<std::string> credential_digest;
  std::string credential_tail;                 ///< Two characters at most.
  instant lock_at;                             ///< By the lock's own clock, which drifts.
  std::optional<instant> server_at;            ///< When the cloud got it; may be before lock_at.
  std::optional<int> battery;                  ///< Per cent.
  std::optional<std::int64_t> cloud_record_id; ///< Lists have it, callbacks do not.
  std::string lock_mac;
  std::string natural_key; ///< natural_key_of(*this)

  friend bool operator==(const lock_record&, const lock_record&) = default;
};

/// The record's identity, 64 hex digits, the same for its callback and its place in a list:
/// SHA-256 over lock_id, lock_at, kind, success and actor, where
/// - kind is `type`, which both forms always carried so far, or what the cloud makes of
///   `type_from_lock` when there is no `type`;
/// - actor is the credential's digest, or `who` when there is none: a credential's name can be
///   changed later, its digits cannot.
/// Server time, battery, MAC and the cloud's id are not part of it: one form lacks them or may
/// round them.
[[nodiscard]] std::string natural_key_of(const lock_record& record);

/// True when both have the same key, and also when they differ only in what one of them lacks
/// (credential, name). Two different cloud ids are two records. For the look at what is stored for
/// the same lock and lock_at, before a record with a new key is taken for new.
[[nodiscard]] bool could_be_same(const lock_record& a, const lock_record& b);

/// A part of a records array that is no record. It does not keep its neighbours from being read.
struct unreadable_record {
  std::string reason; ///< English, for the operator.
  std::string masked; ///< See mask.hpp.
};

struct record_batch {
  std::vector<lock_record> records; ///< In the order they came.
  std::vector<unreadable_record> unreadable;
};

} // namespace palang::ttlock
