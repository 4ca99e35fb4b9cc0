#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/result.hpp"
#include "shared/core/uuid.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The sending end of reliable delivery. No I/O, no clock: the owner calls tick(now) and carries
/// out what it returns.
namespace palang::sync {

/// Where a record stands on its way (the outbox's state column).
enum class record_state : std::uint8_t {
  pending,     ///< Committed on the device, not answered.
  applied,     ///< Accepted by the server; archived.
  quarantined, ///< Refused for good, or depends on one that was: waits for a person.
  last = quarantined
};
[[nodiscard]] std::string_view to_string(record_state s) noexcept;
[[nodiscard]] std::optional<record_state> record_state_from(std::string_view word) noexcept;

/// What the sender needs to know of one pending record.
struct outbox_record {
  uuid id;
  std::int64_t position = 0;    ///< Order of creation on this device; gapless is not needed.
  std::vector<uuid> depends_on; ///< Records that must be applied first (an exit's entry).
};

/// The server's answer to one record.
struct answer {
  uuid id;
  bool is_accepted = false;
  bool is_duplicate = false; ///< It was there already.
  std::optional<error> why;  ///< Of a rejection.
};

/// What the sender reads and writes. Each call is durable when it returns. Implementations:
/// mobile/core (SQLite), tests.
class outbox_store {
public:
  virtual ~outbox_store() = default;
  /// All pending records in order of position.
  [[nodiscard]] virtual result<std::vector<outbox_record>> pending() = 0;
  [[nodiscard]] virtual result<void> mark_applied(const uuid& id, const answer& a) = 0;
  /// `ids`: the refused record first, then its dependants; one transaction.
  [[nodiscard]] virtual result<void> mark_quarantined(const std::vector<uuid>& ids,
                                                      const error& why) = 0;
  /// Asked for dependencies that are not pending: one that stepped aside takes its dependants with
  /// it.
  [[nodiscard]] virtual result<bool> is_quarantined(const uuid& id) = 0;
};

struct outbox_options {
  std::size_t window = 1; ///< Records in flight: 1 is "one by one"; at most limits::max_pipeline.
  milliseconds answer_timeout{10'000}; ///< Without an answer the record is sent again.
  milliseconds retry_min{500};    ///< Back-off after a retryable refusal, full jitter, doubling …
  milliseconds retry_max{30'000}; ///< … up to this.
  std::uint32_t jitter_seed = std::random_device{}(); ///< Devices must not retry in step.
};

/// Decides what to send when: pending records in order of position, each only when everything it
/// depends on is applied. A dependency that the store neither has pending nor quarantined counts as
/// applied. Thread: one.
class outbox_sender {
public:
  outbox_sender(outbox_store& store, outbox_options options);

  /// Loads what is pending; call once at start and after the store was changed from elsewhere
  /// (import, retry). What is in flight or held stays so; what is new may go. Dependants of
  /// quarantined records are quarantined. Errors: the store's; the sender then knows what it knew
  /// before, or has still to look at some dependencies (tick does).
  [[nodiscard]] result<void> reload();
  /// A record was just committed to the store. It may go at once, with what it depends on.
  void added(outbox_record record);

  /// The link greeted the server and its database is up. What was in flight before is in doubt and
  /// is sent again; a back-off ends, for what it waited for may have come.
  void link_up();
  void link_down();

  /// The person said "now": everything may go, and a back-off ends.
  void release_all();
  /// The person said "later": what is here now waits; what is added goes, with what it depends on.
  void hold_existing();
  void release(const uuid& id);

  /// What to send now, in order. The owner sends each and later calls answered().
  [[nodiscard]] std::vector<uuid> tick(instant now);
  /// When tick() next has something to do by time alone; nullopt: only after an event.
  [[nodiscard]] std::optional<instant> next_tick() const;

  /// Applies an answer to the store; answers to unknown or already settled records are ignored.
  /// Errors: the store's (the record stays pending and is sent again after the answer timeout).
  [[nodiscard]] result<void> answered(const answer& a, instant now);

  [[nodiscard]] std::size_t pending_count() const noexcept { return entries_.size(); }
  [[nodiscard]] bool is_in_flight(const uuid& id) const;
  /// True while a held record waits for release.
  [[nodiscard]] bool has_held() const noexcept;

private:
  struct entry {
    outbox_record record;
    bool is_released = true;
    bool is_checked = false;        ///< None of its dependencies is known to be quarantined.
    std::optional<instant> sent_at; ///< Set exactly while in flight.
  };
  using entries = std::map<std::int64_t, entry>;

  void insert(entry e);
  [[nodiscard]] entry* find(const uuid& id);
  [[nodiscard]] bool is_ready(const entry& e) const;
  /// Quarantines `id` and its pending dependants in the store, then forgets them.
  [[nodiscard]] result<void> set_aside(const uuid& id, const error& why);
  [[nodiscard]] result<void> check_dependencies(const uuid& id);
  [[nodiscard]] std::vector<uuid> with_dependants(const uuid& id) const;
  void forget(const uuid& id);
  void take_back(entry& e);
  void take_back_all();
  void take_back_expired(instant now);
  void back_off(instant now);
  void forgive(); ///< Ends a back-off; the next one is short again.

  outbox_store& store_;
  outbox_options options_;
  entries entries_;                                  ///< Pending only, by position.
  std::unordered_map<uuid, std::int64_t> positions_; ///< Of what is in entries_.
  std::set<std::int64_t> in_flight_;                 ///< Positions.
  bool is_up_ = false;
  std::optional<instant> blocked_until_; ///< Back-off after a retryable refusal or a failing store.
  int failures_ = 0;
  std::mt19937 random_;
};

} // namespace palang::sync
