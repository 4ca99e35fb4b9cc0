#include "shared/protocol/handover_talk.hpp"

#include "shared/protocol/outbox_copy.hpp"

#include <algorithm>
#include <string>

namespace palang::protocol {

namespace {

constexpr std::string_view taker_word = "PHT1";
constexpr std::string_view giver_word = "PHG1";
constexpr std::size_t word_bytes = 4;
constexpr std::size_t greeting_bytes = word_bytes + sizeof(handover_nonce);
constexpr std::size_t proof_bytes = sizeof(crypto::sha256);
constexpr std::size_t offer_body_bytes = word_bytes + 10 + sizeof(crypto::sha256);
constexpr std::size_t offer_bytes = offer_body_bytes + proof_bytes;
constexpr std::size_t answer_bytes = 1 + proof_bytes;

void append(crypto::bytes& out, std::span<const std::uint8_t> more) {
  out.insert(out.end(), more.begin(), more.end());
}

void put(crypto::bytes& out, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out.push_back(static_cast<std::uint8_t>(value >> shift & 0xff));
}

std::uint32_t number_at(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t count) {
  std::uint32_t out = 0;
  for (const auto byte : bytes.subspan(at, count))
    out = out << 8 | byte;
  return out;
}

bool starts_with(std::span<const std::uint8_t> bytes, std::string_view word) {
  return std::ranges::equal(bytes.first(word.size()), word,
                            [](auto byte, char c) { return byte == static_cast<std::uint8_t>(c); });
}

/// Of what is said in this connection and in no other one.
crypto::sha256 proof_of(std::string_view label, const handover_nonce& nonce,
                        std::span<const std::uint8_t> said, const handover_secret& secret) {
  std::string message{label};
  message.append(nonce.begin(), nonce.end());
  message.append(said.begin(), said.end());
  return crypto::keyed_hash(message, secret);
}

bool is_proof(std::span<const std::uint8_t> given, const crypto::sha256& right) {
  return crypto::equal_constant_time({reinterpret_cast<const char*>(given.data()), given.size()},
                                     {reinterpret_cast<const char*>(right.data()), right.size()});
}

crypto::bytes body_of(const handover_offer& offer) {
  crypto::bytes out{giver_word.begin(), giver_word.end()};
  put(out, offer.site_no, 2);
  put(out, offer.device_no, 2);
  put(out, offer.records, 2);
  put(out, offer.size, 4);
  append(out, offer.sha256);
  return out;
}

handover_offer offer_in(std::span<const std::uint8_t> body) {
  handover_offer out;
  out.site_no = static_cast<std::uint16_t>(number_at(body, 4, 2));
  out.device_no = static_cast<std::uint16_t>(number_at(body, 6, 2));
  out.records = static_cast<std::uint16_t>(number_at(body, 8, 2));
  out.size = number_at(body, 10, 4);
  std::ranges::copy(body.subspan(14, out.sha256.size()), out.sha256.begin());
  return out;
}

crypto::sha256 offer_proof(const handover_nonce& nonce, std::span<const std::uint8_t> body,
                           const handover_secret& secret) {
  return proof_of("palang-handover-1 offer", nonce, body, secret);
}

crypto::sha256 answer_proof(const handover_nonce& nonce, const handover_offer& offer,
                            handover_answer word, const handover_secret& secret) {
  crypto::bytes said{offer.sha256.begin(), offer.sha256.end()};
  said.push_back(static_cast<std::uint8_t>(word));
  return proof_of("palang-handover-1 answer", nonce, said, secret);
}

} // namespace

handover_offer offer_of(std::span<const std::uint8_t> sealed, std::uint16_t site_no,
                        std::uint16_t device_no, std::size_t records) {
  return {site_no, device_no, static_cast<std::uint16_t>(std::min<std::size_t>(records, 0xffff)),
          static_cast<std::uint32_t>(sealed.size()), crypto::sha256_of(sealed)};
}

handover_taking::handover_taking(const handover_secret& secret, keeper disk)
    : secret_{secret}, keeper_{std::move(disk)} {
  crypto::random_fill(nonce_);
}

crypto::bytes handover_taking::greeting() const {
  crypto::bytes out{taker_word.begin(), taker_word.end()};
  append(out, nonce_);
  return out;
}

crypto::bytes handover_taking::take(std::span<const std::uint8_t> bytes) {
  if (is_over_)
    return {};
  append(in_, bytes);
  return offer_ ? read_content() : read_offer();
}

crypto::bytes handover_taking::read_offer() {
  if (in_.size() < offer_bytes)
    return {};
  const std::span whole{in_};
  const auto body = whole.first(offer_body_bytes);
  // Nothing may follow before it was asked for.
  if (in_.size() > offer_bytes || !starts_with(body, giver_word)
      || !is_proof(whole.last(proof_bytes), offer_proof(nonce_, body, secret_)))
    return answer(handover_answer::stranger);
  offer_ = offer_in(body);
  in_.clear();
  if (offer_->site_no != keeper_.site_no)
    return answer(handover_answer::other_site);
  if (offer_->size > max_sealed_bytes)
    return answer(handover_answer::too_large);
  return answer(keeper_.judge(*offer_));
}

crypto::bytes handover_taking::read_content() {
  if (in_.size() < offer_->size)
    return {};
  if (in_.size() != offer_->size || crypto::sha256_of(in_) != offer_->sha256)
    return answer(handover_answer::damaged);
  return answer(keeper_.keep(*offer_, in_) ? handover_answer::kept : handover_answer::not_kept);
}

crypto::bytes handover_taking::answer(handover_answer word) {
  said_ = word;
  is_over_ = word != handover_answer::send;
  crypto::bytes out{static_cast<std::uint8_t>(word)};
  append(out, offer_ ? answer_proof(nonce_, *offer_, word, secret_) : crypto::sha256{});
  return out;
}

handover_giving::handover_giving(const handover_secret& secret, const handover_offer& offer,
                                 std::span<const std::uint8_t> sealed)
    : secret_{secret}, offer_{offer}, sealed_{sealed} {}

result<crypto::bytes> handover_giving::take(std::span<const std::uint8_t> bytes) {
  if (outcome_)
    return crypto::bytes{};
  append(in_, bytes);
  return nonce_ ? read_answer() : read_greeting();
}

result<crypto::bytes> handover_giving::read_greeting() {
  if (in_.size() < greeting_bytes)
    return crypto::bytes{};
  if (in_.size() > greeting_bytes || !starts_with(in_, taker_word))
    return fail(errc::invalid, "whoever listens there takes no records");
  nonce_.emplace();
  std::ranges::copy(std::span{in_}.subspan(word_bytes), nonce_->begin());
  in_.clear();
  auto out = body_of(offer_);
  append(out, offer_proof(*nonce_, out, secret_));
  return out;
}

result<crypto::bytes> handover_giving::read_answer() {
  if (in_.size() < answer_bytes)
    return crypto::bytes{};
  const auto word = static_cast<handover_answer>(in_.front());
  const bool is_stranger = word == handover_answer::stranger && !has_sent_;
  if (in_.size() > answer_bytes || in_.front() == 0 || word > handover_answer::last
      || (!is_stranger
          && !is_proof(std::span{in_}.last(proof_bytes),
                       answer_proof(*nonce_, offer_, word, secret_))))
    return fail(errc::invalid, "an answer that the taker did not give");
  in_.clear();
  if (word != handover_answer::send) {
    outcome_ = word;
    return crypto::bytes{};
  }
  if (has_sent_)
    return fail(errc::invalid, "asked for twice");
  has_sent_ = true;
  return crypto::bytes{sealed_.begin(), sealed_.end()};
}

} // namespace palang::protocol
