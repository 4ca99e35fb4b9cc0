#pragma once

#include "server/ledger/ledger.hpp"
#include "server/ledger/lock_side.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace palang::testing {

/// A ledger in memory: accepts every submission with one session.entered event, and can be made to
/// fail. Shared by the writers and readers that it makes.
struct fake_ledger {
  /// A site with a name, version 7.
  static ledger::config_snapshot demo_config();

  std::vector<protocol::event> journal;
  std::map<uuid, protocol::accepted> answered;
  std::map<uuid, protocol::submit> contents;
  std::map<std::string, ledger::token_grant> tokens; ///< By hash.
  std::map<std::string, ledger::credentials> users;  ///< By name.
  std::map<uuid, protocol::gate_command> open_commands;
  std::vector<ledger::writer::login_facts> logins;
  std::vector<protocol::audit_entry> audits;
  std::vector<std::size_t> batch_sizes;
  ledger::config_snapshot config = demo_config();
  std::string epoch = "epoch-1";

  // Retention: what may go, and what was asked.
  std::int64_t prunable = 0; ///< Events of `journal`, from its beginning.
  std::int64_t oldest_seq = 1;
  std::vector<std::string> old_photos;
  std::vector<ledger::writer::prune_request> prunes;
  std::function<void(const ledger::writer::prune_request&)> on_prune; ///< While it is at it.

  // The TTLock side: what it was told, and what its actors load.
  std::vector<ledger::lock_intake> intakes;
  std::vector<ledger::rejected_intake> rejects;
  std::vector<ledger::lock_discovery> discoveries;
  std::vector<ledger::lock_reading> readings;
  std::vector<ledger::gap_change> gap_changes;
  std::vector<ledger::scan_step> scan_steps;
  ledger::lock_side_facts lock_facts; ///< Scans come and go by themselves.
  int judged = 0;
  bool is_quota_low = false;

  bool is_down = false;
  bool throws_in_submit = false; ///< Until it is set back.
  bool throws_after_commit = false;
  int reads = 0; ///< Of tokens.
  int journal_reads = 0;
  std::function<void(ledger::committed&)> on_commit; ///< May add commands and revocations.

  [[nodiscard]] std::unique_ptr<ledger::writer> make_writer();
  [[nodiscard]] std::unique_ptr<ledger::reader> make_reader();

  /// As another process would: nobody is told.
  protocol::event append(protocol::topic t = protocol::topic::session,
                         const std::string& kind = "session.entered");
  [[nodiscard]] std::int64_t newest_seq() const {
    return static_cast<std::int64_t>(journal.size());
  }
};

} // namespace palang::testing
