#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/messages.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palang::storage {

/// A stay as it is kept: what clients see and what pricing it honestly needs beside.
struct stored_session {
  protocol::session shown;
  std::string zone_id; ///< Of the entry gate at the time of entry; empty for exit_only.
  milliseconds entry_uncertainty{0}; ///< 0 when the clock was known.
  std::optional<instant> entry_received_at;
  milliseconds exit_uncertainty{0};
};

/// What an arriving entry may run into.
struct entry_obstacles {
  std::optional<uuid> same_id;    ///< A session with this id exists.
  std::optional<uuid> same_plate; ///< An open session has this plate.
  std::optional<uuid> orphan;     ///< An exit_only session carries this ticket.
};

/// The write side's view of sessions.
class session_repository {
public:
  virtual ~session_repository() = default;
  [[nodiscard]] virtual result<std::optional<stored_session>> find(const uuid& id) = 0;
  /// `plate_key` empty: no plate is compared. `device_no` 0: no ticket is compared.
  [[nodiscard]] virtual result<entry_obstacles> obstacles(const uuid& id,
                                                          const std::string& plate_key,
                                                          std::uint16_t device_no,
                                                          std::uint32_t device_seq) = 0;
  [[nodiscard]] virtual result<void> insert(const stored_session& row) = 0;
  [[nodiscard]] virtual result<void> update(const stored_session& row) = 0;
  /// Writes what an exit changes: status, exit, money, photo, flags, version. Cheaper than
  /// update().
  [[nodiscard]] virtual result<void> close(const stored_session& row) = 0;
  /// Did this plate leave without paying at or after `since`, within its grace?
  [[nodiscard]] virtual result<bool> left_free_since(const std::string& plate_key,
                                                     instant since) = 0;
  /// The session that the ticket (device_no, device_seq) was issued for; exit_only ones too.
  [[nodiscard]] virtual result<std::optional<uuid>> of_ticket(std::uint16_t device_no,
                                                              std::uint32_t device_seq) = 0;
};

/// Where a list of sessions goes on: strictly older than this.
struct session_cursor {
  instant at{}; ///< started_at, or exited_at where the list is by exits.
  std::int64_t number = 0;
};

struct session_filter {
  std::optional<protocol::session_status> status;
  std::optional<std::string> gate_id;
  std::optional<instant> from;
  std::optional<instant> to;
  std::optional<session_cursor> after;
  std::int64_t limit = 50;
  std::optional<domain::vehicle_class> vehicle_type{};
  std::optional<std::string> plate_part{}; ///< Letters and digits.
  std::optional<std::string> entry_by{};
  std::optional<std::string> exit_by{};
  std::optional<std::string> flag{};
  std::optional<protocol::amount_filter> amount{};
  bool is_without_exit_photo = false;
  bool is_by_exit = false;                 ///< `from`, `to` and the order are of exited_at.
  std::optional<std::string> attendant{};  ///< Recorded the entry or the exit.
  std::optional<std::string> method{};     ///< Something was paid so.
  std::optional<milliseconds> stay_from{}; ///< Of an open one until `now`.
  std::optional<milliseconds> stay_to{};   ///< Exclusive.
  std::optional<rupiah> charged_from{};
  std::optional<rupiah> charged_to{}; ///< Exclusive.
  bool is_notable = false;            ///< domain::is_notable()
  instant now{};                      ///< For stays that go on.
};

struct session_page {
  std::vector<protocol::session> sessions; ///< Newest first.
  std::optional<session_cursor> next;
};

using open_counts = std::map<std::pair<std::string, domain::vehicle_class>, std::int64_t>;

/// The read side's view of sessions. Plates are asked for by letters and digits only.
class session_queries {
public:
  using found = result<std::vector<protocol::session>>;
  using maybe_status = std::optional<protocol::session_status>;

  virtual ~session_queries() = default;
  /// Newest first.
  [[nodiscard]] virtual found open_with_prefix(const std::string& prefix, std::size_t limit) = 0;
  /// Of sessions that are not open: this very plate, newest first.
  [[nodiscard]] virtual found left_with_plate(const std::string& key, maybe_status status,
                                              std::size_t limit) = 0;
  /// Of sessions that are not open, in the order of the plates: the cost does not grow with the
  /// history.
  [[nodiscard]] virtual found left_with_prefix(const std::string& prefix, maybe_status status,
                                               std::size_t limit) = 0;
  /// Anywhere in the plate, newest first.
  [[nodiscard]] virtual found open_containing(const std::string& part, std::size_t limit) = 0;
  /// Of sessions that are not open, anywhere in the plate, newest first: of the newest, and of the
  /// first few plates that have it.
  [[nodiscard]] virtual found left_containing(const std::string& part, maybe_status status,
                                              std::size_t limit) = 0;
  /// A page may be short, even empty, and have a `next`: filters look through a bounded number of
  /// sessions.
  [[nodiscard]] virtual result<session_page> list(const session_filter& filter) = 0;
  /// Sessions that something was paid for within the shift.
  [[nodiscard]] virtual found of_shift(const uuid& shift_id) = 0;
  /// Of any status, exited within [from, to), oldest first; `after`: strictly newer than this.
  struct left_page {
    std::vector<stored_session> sessions;
    std::optional<session_cursor> next;
  };
  [[nodiscard]] virtual result<left_page> left_between(instant from, instant to,
                                                       std::optional<session_cursor> after,
                                                       std::int64_t limit) = 0;
  /// Open sessions by zone and class.
  [[nodiscard]] virtual result<open_counts> count_open() = 0;
};

} // namespace palang::storage
