#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/crypto.hpp"
#include "shared/core/money.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// A supervisor's leave for an amount that is not the tariff's, over the phone while the handheld
/// is offline: the handheld shows a challenge, the supervisor's side answers with a code. Both have
/// the key from their own secret and the other's public key (crypto::agree), so nothing secret is
/// sent.
namespace palang::domain {

inline constexpr int approval_digits = 6;
inline constexpr int approval_tries = 3;
inline constexpr milliseconds approval_life = std::chrono::minutes{5};

/// Six random digits.
[[nodiscard]] std::string make_challenge();
/// Six digits; spaces and dashes between them do not count.
[[nodiscard]] bool is_challenge(std::string_view text);

/// What the supervisor reads out: six digits that hold for this device, challenge and amount only.
[[nodiscard]] std::string approval_code(std::uint16_t device_no, std::string_view challenge,
                                        rupiah amount, const crypto::shared_key& key);

/// One challenge on the handheld that asks. `now` is the device's monotonic time: moving the wall
/// clock gives nobody more of it.
class approval {
public:
  enum class outcome : std::uint8_t { granted, wrong, expired, used_up };

  approval(std::uint16_t device_no, rupiah amount, const crypto::shared_key& key, milliseconds now);

  [[nodiscard]] const std::string& challenge() const noexcept { return challenge_; }
  [[nodiscard]] rupiah amount() const noexcept { return amount_; }
  [[nodiscard]] milliseconds left(milliseconds now) const noexcept;
  /// A code is right once, within approval_life and approval_tries.
  [[nodiscard]] outcome answer(std::string_view code, milliseconds now);

private:
  std::string challenge_;
  std::string expected_;
  rupiah amount_;
  milliseconds asked_at_;
  int tries_ = 0;
};

} // namespace palang::domain
