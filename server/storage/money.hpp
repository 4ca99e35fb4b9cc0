#pragma once

#include "server/storage/page_cursor.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

struct stored_shift {
  protocol::shift shown;
  std::uint32_t open_seq = 0; ///< device_seq of the opening; 0 without a device.
  std::optional<std::uint32_t> close_seq;
};

/// Who took money, and as the how-manieth act of the device: shifts are told apart by number, not
/// by clock.
struct cash_origin {
  std::string username;
  std::uint16_t device_no = 0;
  std::uint32_t device_seq = 0; ///< 0 without a device: then `at` decides.
  instant at{};
};

struct shift_filter {
  std::optional<std::string> username;
  std::optional<instant> from;
  std::optional<instant> to;
  std::optional<page_cursor> after;
  std::int64_t limit = 50;
  bool is_different = false; ///< Closed, with a difference.
};

class shift_repository {
public:
  virtual ~shift_repository() = default;
  [[nodiscard]] virtual result<std::optional<stored_shift>> find(const uuid& id) = 0;
  /// The shift in which this happened, open or closed since.
  [[nodiscard]] virtual result<std::optional<stored_shift>> covering(const cash_origin& origin) = 0;
  /// The user's open shift on the device.
  [[nodiscard]] virtual result<std::optional<stored_shift>> open_of(const std::string& username,
                                                                    std::uint16_t device_no) = 0;
  [[nodiscard]] virtual result<void> insert(const stored_shift& row) = 0;
  [[nodiscard]] virtual result<void> update(const stored_shift& row) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::shift>> list(const shift_filter& filter) = 0;
};

struct stored_payment {
  uuid submission_id;
  uuid session_id;
  std::optional<uuid> shift_id;
  cash_origin origin;
  protocol::payment paid;
};

class payment_repository {
public:
  virtual ~payment_repository() = default;
  [[nodiscard]] virtual result<void> insert(const stored_payment& row) = 0;
  [[nodiscard]] virtual result<rupiah> cash_of_shift(const uuid& shift_id) = 0;
  /// Binds the device's payments after `open_seq` that found no shift.
  [[nodiscard]] virtual result<void> adopt(const stored_shift& shift) = 0;
  /// Payments of `from` now count for `to` (an orphan joined its entry).
  [[nodiscard]] virtual result<void> move(const uuid& from, const uuid& to) = 0;
  /// One of them back: the payment that this submission told of.
  [[nodiscard]] virtual result<void> move_one(const uuid& submission_id, const uuid& to) = 0;
  /// In the order they were taken in.
  [[nodiscard]] virtual result<std::vector<stored_payment>> of_session(const uuid& session_id) = 0;
  [[nodiscard]] virtual result<std::vector<stored_payment>> of_shift(const uuid& shift_id) = 0;
};

} // namespace palang::storage
