#pragma once

#include "shared/core/crypto.hpp"
#include "shared/core/result.hpp"
#include "shared/core/uuid.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The receiving end of reliable delivery: what makes a submission count exactly once. No I/O, no
/// clock.
namespace palang::sync {

/// What identifies an arriving submission.
struct arrival {
  uuid id;
  crypto::sha256 digest{};                 ///< Of its canonical content.
  std::optional<uuid> device;              ///< Of the log-in; none for a client without a device.
  std::optional<std::uint32_t> device_seq; ///< From 1; present exactly when `device` is.
};

/// What the receiver remembers for ever. Called inside the transaction that also writes the effect.
class inbox_store {
public:
  virtual ~inbox_store() = default;
  /// The digest under which `id` was answered, if it ever was.
  [[nodiscard]] virtual result<std::optional<crypto::sha256>> digest_of(const uuid& id) = 0;
  /// Which submission of the device had this number.
  [[nodiscard]] virtual result<std::optional<uuid>> id_at(const uuid& device,
                                                          std::uint32_t device_seq) = 0;
};

enum class arrival_kind : std::uint8_t {
  fresh,             ///< Apply it and remember the answer.
  duplicate,         ///< Same id, same content: give the first answer again.
  id_reused,         ///< Same id, other content: refuse, remember nothing.
  sequence_conflict, ///< Another id has this device_seq: refuse, remember nothing.
  last = sequence_conflict
};

[[nodiscard]] result<arrival_kind> classify(inbox_store& store, const arrival& a);

/// Inclusive.
struct number_range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(const number_range&, const number_range&) = default;
};

/// What is known of one device's numbers: the greatest seen and the holes below it. A pure value.
class sequence_tracker {
public:
  sequence_tracker() = default;
  sequence_tracker(std::uint32_t last, std::vector<number_range> missing);

  /// Notes that `number` (>= 1) arrived. Returns true when the holes changed (opened or filled).
  bool note(std::uint32_t number);

  [[nodiscard]] std::uint32_t last() const noexcept { return last_; }
  /// Ordered, disjoint, each below last().
  [[nodiscard]] const std::vector<number_range>& missing() const noexcept { return missing_; }
  /// The holes within [first, last], including numbers above last() that were never seen.
  [[nodiscard]] std::vector<number_range> missing_within(std::uint32_t first,
                                                         std::uint32_t last) const;

private:
  std::uint32_t last_ = 0;
  std::vector<number_range> missing_;
};

} // namespace palang::sync
