#pragma once

#include "server/domain/coverage.hpp"
#include "server/storage/repositories.hpp"
#include "shared/protocol/config.hpp"

#include <chrono>
#include <string>
#include <vector>

/// How locks were heard, as it is stored: what coverage is reckoned from.
namespace palang::ledger {

struct lock_hearing {
  instant from{};
  instant to{};
  std::vector<storage::stored_lock> locks;
  std::vector<storage::stored_gateway> gateways;
  std::vector<storage::lock_link> links;
  std::vector<storage::stored_gap> gaps;   ///< That touch the window.
  std::vector<storage::stored_scan> scans; ///< That ended well and touch the window.
};

/// Reads what concerns [from, to). Errors: the storage's.
[[nodiscard]] result<lock_hearing> read_hearing(storage::repositories& db, instant from,
                                                instant to);

/// What a gateway's gaps are called in storage::stored_gap::source.
[[nodiscard]] std::string gap_source_of(const std::string& gateway_id);

/// Of our process, our database or the cloud: no lock was heard.
[[nodiscard]] bool is_ours(const storage::stored_gap& gap);

/// The locks of the configuration in its order; those that nobody heard of have their id only. Then
/// what the cloud's account has besides: a lock that nobody bound to a gate is seen all the same.
[[nodiscard]] std::vector<storage::stored_lock> known_locks(const protocol::config& document,
                                                            const lock_hearing& heard);

/// The gateways that reach the lock.
[[nodiscard]] std::vector<std::string> gateways_of(const lock_hearing& heard,
                                                   const std::string& lock_id);

/// How well they hear it, strongest first; only of those whose signal the cloud told.
[[nodiscard]] std::vector<protocol::lock_signal> signals_of(const lock_hearing& heard,
                                                            const std::string& lock_id);

/// The gaps that kept the lock from being heard: those of its gateways and our own.
[[nodiscard]] std::vector<storage::stored_gap> gaps_of(const lock_hearing& heard,
                                                       const std::string& lock_id);

/// On true time. The gateways' state is sure until lock_times::cloud_lag before the cloud last
/// spoke of one that is online, until one's state last changed, and until the lock's newest record
/// that came.
[[nodiscard]] domain::coverage_facts facts_of(const lock_hearing& heard,
                                              const std::string& lock_id);

/// What `coverage.now` of a lock shows: newer than lock_times::cloud_lag nothing is sure, so what
/// was sure a little while ago holds for now.
[[nodiscard]] protocol::coverage coverage_now(domain::coverage_facts facts, instant now);

} // namespace palang::ledger
