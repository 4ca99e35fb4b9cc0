#pragma once

#include "shared/core/clock.hpp"
#include "tests/support/protocol_client.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace palang::testing {

/// When a database was taken away, and given back.
struct db_ordeal {
  std::chrono::steady_clock::time_point begin, over;
};

/// The worst of several ordeals, from their begin or over.
struct db_figures {
  int noticed = 0;        ///< So many were long enough to be told to clients.
  milliseconds known{};   ///< Until a client was told.
  milliseconds refused{}; ///< That a submission waited for its refusal.
  milliseconds back{};    ///< Until a client was told that it is up again.
};

/// A supervisor who submits something that can only be refused, twenty times a second, and notes
/// when which answer came and what was told of the database. Connects again when the link breaks.
/// Thread: one, beside its own.
class db_witness {
public:
  db_witness(std::uint16_t port, std::string token);

  /// Sees nothing more; to be called before the functions below.
  void stop();
  [[nodiscard]] db_figures figures(const std::vector<db_ordeal>& of) const;
  /// The slowest answer of a database that worked.
  [[nodiscard]] milliseconds worst_verdict() const;

private:
  using steady = std::chrono::steady_clock;
  struct told {
    steady::time_point at;
    bool is_up;
  };
  struct answer {
    steady::time_point sent;
    milliseconds took;
    bool is_verdict; ///< Else refused for now.
  };
  void watch(const std::stop_token& is_over);
  void ask(protocol_client& through);

  std::uint16_t port_;
  std::string token_;
  std::vector<told> told_;
  std::vector<answer> answers_;
  std::jthread thread_;
};

} // namespace palang::testing
