#pragma once

#include "server/storage/database.hpp"
#include "shared/core/clock.hpp"
#include "shared/domain/ticket.hpp"
#include "tests/contract/test_database.hpp"

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palang::testing {

/// Somebody logged in, and what their device signs with.
struct worker {
  ledger::principal who;
  crypto::key_pair keys;
  std::uint32_t next_seq = 1;
};

/// The demo site on a fresh database, with a clock that tests move. Failing steps fail the test.
class site {
public:
  site();

  manual_clock time{from_ms(1'742'785'200'000)}; ///< 2025-03-24 10:00:00 WIB
  [[nodiscard]] ledger::writer& writer() { return *writer_; }
  [[nodiscard]] ledger::reader& reader() { return *reader_; }
  [[nodiscard]] const test_database& place() const { return place_; }
  /// Opens writer and reader anew, as after a restart.
  void reopen();

  /// Logs in; `device` false: without one.
  [[nodiscard]] worker log_in(std::string_view username, bool has_device = true);

  /// A submission with the next number of the worker's device, a good clock and its digest.
  [[nodiscard]] ledger::submission make(worker& by, protocol::submit_data data);
  /// Digest of the content as it now is: call after changing a made submission.
  static void sign(ledger::submission& s);

  ledger::committed commit(std::vector<ledger::submission> batch);
  /// One submission; its answer.
  ledger::verdict send(const ledger::submission& s);
  protocol::accepted accept(const ledger::submission& s);
  error refuse(const ledger::submission& s);

  /// The only session of a `session.find`.
  [[nodiscard]] protocol::session session(const uuid& id);
  [[nodiscard]] std::string ask(const protocol::query_data& what);
  /// The items of the list `name` in a query's result.
  [[nodiscard]] std::vector<std::string> list(const protocol::query_data& what,
                                              std::string_view name);
  [[nodiscard]] std::vector<protocol::alert> alerts(protocol::alert_kind kind, bool is_open = true);
  [[nodiscard]] std::vector<protocol::event> events();

private:
  test_database place_;
  std::unique_ptr<storage::database> database_;
  std::unique_ptr<ledger::writer> writer_;
  std::unique_ptr<ledger::reader> reader_;
};

/// An entry of a car at in-1, and an exit at out-1 that paid `charged` in cash.
[[nodiscard]] protocol::entry_data entry_of(std::string plate, const uuid& session);
[[nodiscard]] protocol::exit_data exit_of(const uuid& session, std::int64_t charged);

/// The items of the list `name` in `data`.
[[nodiscard]] std::vector<std::string> items(const std::string& data, std::string_view name);

/// The kinds of the events, in order.
[[nodiscard]] std::vector<std::string> kinds_of(const std::vector<protocol::event>& events);

} // namespace palang::testing
