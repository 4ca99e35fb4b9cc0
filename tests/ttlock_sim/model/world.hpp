#pragma once

#include "tests/ttlock_sim/model/accounts.hpp"
#include "tests/ttlock_sim/model/agenda.hpp"
#include "tests/ttlock_sim/model/dice.hpp"
#include "tests/ttlock_sim/model/gateway.hpp"
#include "tests/ttlock_sim/model/lock.hpp"
#include "tests/ttlock_sim/model/mail_room.hpp"
#include "tests/ttlock_sim/model/quota.hpp"
#include "tests/ttlock_sim/model/record_store.hpp"
#include "tests/ttlock_sim/model/settings.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palang::ttlock_sim {

/// What happens at a lock.
struct lock_event {
  record_kind kind;
  std::string username;
  std::string passcode;
  std::optional<instant> happened; ///< Not after now; none: now.
};

/// Locks, gateways and the cloud, without a socket. Time moves by run_until only; the same seed,
/// settings and calls give the same world. Thread: one.
class world {
public:
  world(account who, std::uint64_t seed, instant start);
  world(const world&) = delete;
  world& operator=(const world&) = delete;

  settings rules;
  dice chance;
  agenda plan;
  accounts people;
  quota calls;
  mail_room mail;

  [[nodiscard]] instant now() const noexcept { return plan.now(); }

  void add(lock l);
  void add(gateway g);
  [[nodiscard]] std::map<lock_id, lock>& locks() noexcept { return locks_; }
  [[nodiscard]] std::map<gateway_id, gateway>& gateways() noexcept { return gateways_; }
  [[nodiscard]] lock* find_lock(lock_id id);
  [[nodiscard]] gateway* find_gateway(gateway_id id);
  /// Gateways that the cloud lists for a lock: linked, and not lost for longer than the cache.
  [[nodiscard]] std::vector<gateway*> gateways_of(lock_id id);
  [[nodiscard]] bool is_listed(const gateway& g, const gateway::link& l) const;

  /// Makes a record in the lock and moves its door. Returns the record's number.
  std::uint64_t happen(lock& at, const lock_event& what);

  /// Ends or mends a gateway's link to the cloud.
  void cut(gateway& g);
  void restore(gateway& g);
  /// Whether a lock hears its gateways' Bluetooth.
  void set_reachable(lock& l, bool is_reachable);
  /// While the cloud is down nothing is uploaded and no callback leaves.
  void set_cloud_down(bool is_down);
  [[nodiscard]] bool is_cloud_down() const noexcept { return is_cloud_down_; }
  /// Between the cloud and the server alone: calls are cut, callbacks fail, uploads go on.
  void set_server_cut_off(bool is_cut_off) { is_server_cut_off_ = is_cut_off; }
  [[nodiscard]] bool is_server_cut_off() const noexcept { return is_server_cut_off_; }

  [[nodiscard]] record_page find(const record_query& query) const;
  /// Every record ever made; the one with number n is at n-1.
  [[nodiscard]] const std::vector<record_fate>& truth() const noexcept { return truth_; }

private:
  [[nodiscard]] gateway* hearing(const lock& l, bool online_only);
  void keep_in_gateway(lock& l, const lock_record& r);
  void plan_auto_lock(lock& l);
  void plan_read(lock_id id, milliseconds wait);
  void read(lock& l);
  void upload(lock& l, std::vector<lock_record> records, bool is_late);
  [[nodiscard]] std::optional<cloud_record> take_in(lock& l, const lock_record& r);
  void plan_callbacks(lock& l, const std::vector<cloud_record>& records, bool is_late);
  void plan_callback(lock& l, const std::vector<cloud_record>& records, milliseconds wait);
  void send_records(const lock& l, const std::vector<cloud_record>& records);
  [[nodiscard]] bool may_call_back() const;
  void tell(gateway& g, bool is_online, milliseconds wait);

  std::map<lock_id, lock> locks_;
  std::map<gateway_id, gateway> gateways_;
  record_store store_;
  std::vector<record_fate> truth_;
  bool is_cloud_down_ = false;
  bool is_server_cut_off_ = false;
};

} // namespace palang::ttlock_sim
