#pragma once

#include "shared/protocol/handover_invitation.hpp"

#include <array>
#include <functional>
#include <optional>
#include <span>

/// What two devices in one network say to each other while a sealed outbox (outbox_copy.hpp) goes
/// from one to the other (PROTOCOL 6.2). Both ends, without a socket and without a clock: bytes in,
/// bytes out. Cut anywhere, the giver holds the copy for kept only when the taker has it.
namespace palang::protocol {

struct handover_offer {
  std::uint16_t site_no = 0;
  std::uint16_t device_no = 0; ///< Whose records they are. Proven by the server alone.
  std::uint16_t records = 0;
  std::uint32_t size = 0; ///< Of the sealed copy, in bytes.
  crypto::sha256 sha256{};
  friend bool operator==(const handover_offer&, const handover_offer&) = default;
};

[[nodiscard]] handover_offer offer_of(std::span<const std::uint8_t> sealed, std::uint16_t site_no,
                                      std::uint16_t device_no, std::size_t records);

enum class handover_answer : std::uint8_t {
  send = 1, ///< The whole copy, please.
  kept,     ///< It is on the taker's disk.
  stranger, ///< The secret is not this invitation's. The one answer without a proof.
  other_site,
  too_large,
  spent,    ///< The invitation was used for another copy.
  damaged,  ///< What came is not what was offered.
  not_kept, ///< The taker could not write it.
  last = not_kept
};

using handover_nonce = std::array<std::uint8_t, 16>;

/// The taker's end of one connection.
class handover_taking {
public:
  struct keeper {
    std::uint16_t site_no = 0;
    /// What to say to an offer before its content comes: send, kept (it is here already) or spent.
    std::function<handover_answer(const handover_offer&)> judge;
    /// Returns once the copy is on disk.
    std::function<result<void>(const handover_offer&, const crypto::bytes& sealed)> keep;
  };
  handover_taking(const handover_secret& secret, keeper disk);

  /// The first thing to send.
  [[nodiscard]] crypto::bytes greeting() const;
  /// Takes what came; returns what to send, often nothing.
  [[nodiscard]] crypto::bytes take(std::span<const std::uint8_t> bytes);
  /// Nothing more is read: close once all is sent.
  [[nodiscard]] bool is_over() const noexcept { return is_over_; }
  /// nullopt before one by somebody with the secret.
  [[nodiscard]] const std::optional<handover_offer>& offer() const noexcept { return offer_; }
  [[nodiscard]] const std::optional<handover_answer>& said() const noexcept { return said_; }

private:
  [[nodiscard]] crypto::bytes read_offer();
  [[nodiscard]] crypto::bytes read_content();
  [[nodiscard]] crypto::bytes answer(handover_answer word);

  handover_secret secret_;
  keeper keeper_;
  handover_nonce nonce_{};
  crypto::bytes in_;
  std::optional<handover_offer> offer_;
  std::optional<handover_answer> said_;
  bool is_over_ = false;
};

/// The giver's end of one connection.
class handover_giving {
public:
  /// `sealed` lives longer than this.
  handover_giving(const handover_secret& secret, const handover_offer& offer,
                  std::span<const std::uint8_t> sealed);

  /// Takes what came; returns what to send, often nothing. Errors: invalid (it is no taker, or none
  /// that has the secret).
  [[nodiscard]] result<crypto::bytes> take(std::span<const std::uint8_t> bytes);
  /// How it ended; never `send`. nullopt while it goes on.
  [[nodiscard]] const std::optional<handover_answer>& outcome() const noexcept { return outcome_; }

private:
  [[nodiscard]] result<crypto::bytes> read_greeting();
  [[nodiscard]] result<crypto::bytes> read_answer();

  handover_secret secret_;
  handover_offer offer_;
  std::span<const std::uint8_t> sealed_;
  std::optional<handover_nonce> nonce_;
  crypto::bytes in_;
  bool has_sent_ = false;
  std::optional<handover_answer> outcome_;
};

} // namespace palang::protocol
