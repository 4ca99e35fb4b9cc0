#pragma once

#include "server/ledger/ledger.hpp"

#include <string>
#include <unordered_map>

namespace palang::actors {

/// Tokens that were found good, by their hash, so that ten thousand clients that come back ask the
/// database for nothing. A plain value.
class token_cache {
public:
  /// Remembers at most `most`, each for `for_how_long` on the monotonic clock.
  token_cache(std::size_t most, milliseconds for_how_long)
      : most_{most}, for_how_long_{for_how_long} {}

  /// nullptr when it must be looked up (again).
  [[nodiscard]] const ledger::token_grant* find(const std::string& token_hash,
                                                milliseconds now) const;
  void put(const std::string& token_hash, const ledger::token_grant& grant, milliseconds now);
  void forget(const std::string& token_hash) { grants_.erase(token_hash); }
  template <class Predicate>
  void forget_if(Predicate is_over) {
    std::erase_if(grants_, [&](const auto& entry) { return is_over(entry.second.grant); });
  }
  [[nodiscard]] std::size_t size() const noexcept { return grants_.size(); }

private:
  struct remembered {
    ledger::token_grant grant;
    milliseconds since{0};
  };

  std::size_t most_;
  milliseconds for_how_long_;
  std::unordered_map<std::string, remembered> grants_;
};

} // namespace palang::actors
