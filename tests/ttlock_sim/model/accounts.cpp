#include "tests/ttlock_sim/model/accounts.hpp"

#include <algorithm>

namespace palang::ttlock_sim {

namespace {

constexpr std::chrono::days refresh_lives{3'650};

} // namespace

token_pair accounts::issue(instant now, const account_settings& rules) {
  token_pair pair{dice_->hex(32), dice_->hex(32)};
  access_[pair.access] = now + std::chrono::seconds{rules.token_seconds};
  refresh_[pair.refresh] = now + refresh_lives;
  return pair;
}

token_pair accounts::log_in(instant now, const account_settings& rules) {
  if (rules.login_revokes)
    end_access(now);
  return issue(now, rules);
}

std::optional<token_pair> accounts::refresh(const std::string& token, instant now,
                                            const account_settings& rules) {
  const auto found = refresh_.find(token);
  if (found == refresh_.end() || found->second <= now)
    return std::nullopt;
  refresh_.erase(found);
  if (rules.refresh_revokes)
    end_access(now);
  return issue(now, rules);
}

token_state accounts::state_of(const std::string& access, instant now) const {
  const auto found = access_.find(access);
  if (found == access_.end())
    return token_state::unknown;
  return found->second > now ? token_state::valid : token_state::ended;
}

bool accounts::has_valid_token(instant now) const {
  return std::ranges::any_of(access_, [now](const auto& t) { return t.second > now; });
}

void accounts::end_access(instant now) {
  for (auto& [token, end] : access_)
    end = std::min(end, now);
}

} // namespace palang::ttlock_sim
