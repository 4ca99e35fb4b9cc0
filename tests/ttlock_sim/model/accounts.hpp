#pragma once

#include "tests/ttlock_sim/model/dice.hpp"

#include "shared/core/clock.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace palang::ttlock_sim {

/// The application and the one app account that owns every lock.
struct account {
  std::string client_id = "sim-client";
  std::string client_secret = "sim-secret";
  std::string username = "admin@example.com";
  std::string password = "sim-password"; ///< In clear; clients send its MD5.
  std::int64_t uid = 2340;
};

struct token_pair {
  std::string access;
  std::string refresh;
};

enum class token_state : std::uint8_t { valid, ended, unknown };

class accounts {
public:
  accounts(account who, dice& chance) : who_{std::move(who)}, dice_{&chance} {}

  [[nodiscard]] const account& who() const noexcept { return who_; }
  token_pair log_in(instant now, const account_settings& rules);
  /// nullopt: no such refresh token.
  std::optional<token_pair> refresh(const std::string& token, instant now,
                                    const account_settings& rules);
  [[nodiscard]] token_state state_of(const std::string& access, instant now) const;
  [[nodiscard]] bool has_ever_logged_in() const noexcept { return !access_.empty(); }
  [[nodiscard]] bool has_valid_token(instant now) const;

  /// Every access token: 10004 from now on.
  void end_access(instant now);
  /// Every refresh token: 10011 from now on.
  void end_refresh() { refresh_.clear(); }
  /// Every access token: 10003 from now on.
  void forget_access() { access_.clear(); }

private:
  token_pair issue(instant now, const account_settings& rules);

  account who_;
  dice* dice_;
  std::map<std::string, instant> access_; ///< With its end.
  std::map<std::string, instant> refresh_;
};

} // namespace palang::ttlock_sim
