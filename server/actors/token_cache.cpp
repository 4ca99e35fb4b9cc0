#include "server/actors/token_cache.hpp"

namespace palang::actors {

const ledger::token_grant* token_cache::find(const std::string& token_hash,
                                             milliseconds now) const {
  const auto found = grants_.find(token_hash);
  const bool is_fresh = found != grants_.end() && now < found->second.since + for_how_long_;
  return is_fresh ? &found->second.grant : nullptr;
}

void token_cache::put(const std::string& token_hash, const ledger::token_grant& grant,
                      milliseconds now) {
  // Which one goes hardly matters: it is read from the database again.
  if (grants_.size() >= most_ && !grants_.contains(token_hash))
    grants_.erase(grants_.begin());
  grants_.insert_or_assign(token_hash, remembered{grant, now});
}

} // namespace palang::actors
