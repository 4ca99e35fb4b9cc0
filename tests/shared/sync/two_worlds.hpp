#pragma once

#include "shared/sync/inbox.hpp"
#include "shared/sync/outbox.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <random>
#include <vector>

/// Both ends of reliable delivery over a wire that fails in every way a seed can think of. What a
/// crash must not lose (the `disk` structs) is apart from what it does lose.
namespace palang::sync::test {

/// A record as its device keeps it.
struct kept_record {
  outbox_record record;
  std::uint32_t device_seq = 0;
  record_state state = record_state::pending;
  bool is_bad = false; ///< The server will refuse it for good.
};

/// A device's persistent store.
class device_disk final : public outbox_store {
public:
  explicit device_disk(std::uint8_t number);

  kept_record& append(std::vector<uuid> depends_on, bool is_bad);
  [[nodiscard]] kept_record* find(const uuid& id);

  [[nodiscard]] result<std::vector<outbox_record>> pending() override;
  [[nodiscard]] result<void> mark_applied(const uuid& id, const answer& a) override;
  [[nodiscard]] result<void> mark_quarantined(const std::vector<uuid>& ids,
                                              const error& why) override;
  [[nodiscard]] result<bool> is_quarantined(const uuid& id) override;

  uuid device;
  std::vector<kept_record> records;
  std::mt19937* faults = nullptr; ///< One call in eight fails while set.

private:
  [[nodiscard]] result<void> attempt() const;
};

/// The server's persistent store.
struct server_disk final : inbox_store {
  [[nodiscard]] result<std::optional<crypto::sha256>> digest_of(const uuid& id) override;
  [[nodiscard]] result<std::optional<uuid>> id_at(const uuid& device,
                                                  std::uint32_t device_seq) override;

  struct verdict {
    crypto::sha256 digest{};
    bool is_accepted = false;
  };
  std::map<uuid, verdict> verdicts;
  std::map<std::pair<uuid, std::uint32_t>, uuid> numbers;
  std::map<uuid, sequence_tracker> trackers;
  std::vector<uuid> effects; ///< What was applied, in order: an id twice would be a double booking.
  std::mt19937* faults = nullptr;
};

/// One connection. An old one may still deliver what was on its way up when it broke.
struct wire {
  std::deque<uuid> up;
  std::deque<answer> down;
  bool is_stalled = false; ///< Half-open: takes everything, delivers nothing.
};

struct world_options {
  std::uint32_t seed = 1;
  std::size_t window = 1;
  bool may_hold = false; ///< People say "later" now and then.
};

class two_worlds {
public:
  explicit two_worlds(world_options options);

  /// Trouble of every kind.
  void live(int steps);
  /// The trouble is over; runs until every device is done, or gives up (then the record states show
  /// it).
  void settle();

  server_disk server;
  std::vector<std::unique_ptr<device_disk>> devices;

private:
  struct running {
    std::unique_ptr<outbox_sender> sender;
    std::optional<wire> current;
    std::vector<wire> old;
  };
  [[nodiscard]] bool chance(unsigned one_in);
  void step(std::size_t i);
  void trouble(std::size_t i);
  void record_something(std::size_t i);
  void start(std::size_t i);
  void connect(std::size_t i);
  void disconnect(std::size_t i);
  void restart_server();
  void send(std::size_t i);
  void deliver_up(std::size_t i, wire& w);
  void deliver_down(std::size_t i);
  [[nodiscard]] answer serve(device_disk& from, const uuid& id);
  void set_faults(std::mt19937* source);

  world_options options_;
  std::mt19937 random_;
  std::vector<running> running_;
  instant now_{};
};

} // namespace palang::sync::test
