#include "shared/domain/approval.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace palang::domain {

namespace {

constexpr std::uint64_t codes = 1'000'000;

std::string digits_of(std::span<const std::uint8_t> random) {
  std::uint64_t number = 0;
  for (const auto byte : random.first(8))
    number = number << 8U | byte;
  auto text = std::to_string(number % codes);
  return std::string(approval_digits - text.size(), '0') + text;
}

std::string only_digits(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c != ' ' && c != '-'; });
  return out;
}

} // namespace

std::string make_challenge() {
  std::array<std::uint8_t, 8> random{};
  crypto::random_fill(random);
  return digits_of(random);
}

bool is_challenge(std::string_view text) {
  const auto plain = only_digits(text);
  return plain.size() == approval_digits
         && std::ranges::all_of(plain, [](char c) { return c >= '0' && c <= '9'; });
}

std::string approval_code(std::uint16_t device_no, std::string_view challenge, rupiah amount,
                          const crypto::shared_key& key) {
  const auto message = "palang-approval-1 " + std::to_string(device_no) + ' '
                       + only_digits(challenge) + ' ' + std::to_string(amount.value);
  return digits_of(crypto::keyed_hash(message, key));
}

approval::approval(std::uint16_t device_no, rupiah amount, const crypto::shared_key& key,
                   milliseconds now)
    : challenge_{make_challenge()}, expected_{approval_code(device_no, challenge_, amount, key)},
      amount_{amount}, asked_at_{now} {}

milliseconds approval::left(milliseconds now) const noexcept {
  return std::max(milliseconds{0}, asked_at_ + approval_life - now);
}

approval::outcome approval::answer(std::string_view code, milliseconds now) {
  if (left(now) == milliseconds{0})
    return outcome::expired;
  if (tries_ == approval_tries)
    return outcome::used_up;
  ++tries_;
  if (!crypto::equal_constant_time(only_digits(code), expected_))
    return tries_ == approval_tries ? outcome::used_up : outcome::wrong;
  tries_ = approval_tries;
  return outcome::granted;
}

} // namespace palang::domain
