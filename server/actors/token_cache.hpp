#pragma once

#include "server/ledger/ledger.hpp"

#include <string>
#include <unordered_map>

namespace palang::actors {

/// Tokens that were found good, by their hash, so that ten thousand clients that come back ask the
/// database for nothing. A plain value.
class token_cache {
public:
  explicit token_cache(std::size_t most) : most_{most} {}

  [[nodiscard]] const ledger::token_grant* find(const std::string& token_hash) const;
  void put(const std::string& token_hash, const ledger::token_grant& grant);
  void forget(const std::string& token_hash) { grants_.erase(token_hash); }
  template <class Predicate>
  void forget_if(Predicate is_over) {
    std::erase_if(grants_, [&](const auto& entry) { return is_over(entry.second); });
  }
  [[nodiscard]] std::size_t size() const noexcept { return grants_.size(); }

private:
  std::size_t most_;
  std::unordered_map<std::string, ledger::token_grant> grants_;
};

} // namespace palang::actors
