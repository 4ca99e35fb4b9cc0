#include "shared/domain/ticket.hpp"

#include "shared/domain/base45.hpp"
#include "shared/domain/plate.hpp"
#include "shared/domain/ticket_body.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace palang::domain {

namespace {

constexpr std::string_view text_prefix = "P1:";
constexpr std::string_view signed_prefix = "palang-ticket-1";
constexpr std::size_t text_characters = 132; // of 88 bytes

struct signed_body {
  ticket_body body{};
  crypto::signature sig{};
};

tl::expected<signed_body, ticket_errc> read_text(std::string_view text) {
  if (!text.starts_with(text_prefix))
    return tl::unexpected{ticket_errc::not_a_ticket};
  text.remove_prefix(text_prefix.size());
  if (!std::ranges::all_of(text, is_base45_character))
    return tl::unexpected{ticket_errc::bad_character};
  if (text.size() != text_characters)
    return tl::unexpected{ticket_errc::bad_length};
  const auto bytes = from_base45(text);
  if (!bytes)
    return tl::unexpected{ticket_errc::bad_character};
  signed_body out;
  const auto sig_at = std::ranges::copy_n(bytes->begin(), out.body.size(), out.body.begin()).in;
  std::ranges::copy_n(sig_at, out.sig.size(), out.sig.begin());
  return out;
}

crypto::bytes message_of(const ticket_body& body) {
  crypto::bytes message{signed_prefix.begin(), signed_prefix.end()};
  message.insert(message.end(), body.begin(), body.end());
  return message;
}

bool was_valid(const ticket_key& key, std::uint32_t entered_s) {
  using std::chrono::seconds;
  // The ticket drops the milliseconds, so an entry right after the key's approval seems to lie
  // before it.
  const std::chrono::sys_seconds entered_at{seconds{entered_s}};
  return entered_at >= std::chrono::floor<seconds>(key.valid_from)
         && (!key.valid_to || entered_at < *key.valid_to);
}

struct refusal_words {
  std::string_view id;
  std::string_view en;
};

/// Indexed by the enumerator's value.
constexpr std::array<refusal_words, static_cast<std::size_t>(ticket_errc::last) + 1> refusals{{
    {"Ini bukan karcis Palang.", "This is not a Palang ticket."},
    {"Karcis tidak terbaca: ada karakter yang salah.",
     "The ticket cannot be read: it holds a wrong character."},
    {"Karcis tidak lengkap: pindai ulang.", "The ticket is not complete: scan it again."},
    {"Versi karcis tidak dikenal: perbarui aplikasi.",
     "Unknown ticket version: update the application."},
    {"Isi karcis tidak masuk akal.", "The ticket's content makes no sense."},
    {"Karcis dari perangkat yang tidak dikenal: sinkronkan dahulu.",
     "Issued by an unknown device: synchronise first."},
    {"Kunci perangkat penerbit tidak berlaku pada jam masuk.",
     "The issuing device's key was not valid at the entry time."},
    {"Tanda tangan karcis salah: rusak atau palsu.",
     "Wrong signature: the ticket is damaged or forged."},
    {"Karcis ini milik lokasi lain.", "This ticket belongs to another site."},
}};

} // namespace

std::string_view message_en(ticket_errc code) noexcept {
  return refusals[static_cast<std::size_t>(code)].en;
}

std::string_view message_id(ticket_errc code) noexcept {
  return refusals[static_cast<std::size_t>(code)].id;
}

std::string sign_ticket(ticket t, const crypto::secret_key& key) {
  t.plate_key = plate_key(t.plate_key);
  if (t.plate_key.size() > max_ticket_plate) {
    t.plate_key.resize(max_ticket_plate);
    t.is_plate_cut = true;
  }
  const auto body = write_body(t);
  const auto sig = crypto::sign(message_of(body), key);
  crypto::bytes whole{body.begin(), body.end()};
  whole.insert(whole.end(), sig.begin(), sig.end());
  return std::string{text_prefix} + to_base45(whole);
}

tl::expected<ticket, ticket_errc> parse_ticket(std::string_view text) {
  return read_text(text).and_then([](const signed_body& read) { return read_body(read.body); });
}

tl::expected<ticket, ticket_errc> verify_ticket(std::string_view text, std::uint16_t site_no,
                                                const find_ticket_key& find_key) {
  const auto read = read_text(text);
  if (!read)
    return tl::unexpected{read.error()};
  auto claimed = read_body(read->body);
  if (!claimed)
    return claimed;
  if (claimed->site_no != site_no)
    return tl::unexpected{ticket_errc::wrong_site};
  const auto issuer = find_key(claimed->device_no);
  if (!issuer)
    return tl::unexpected{ticket_errc::unknown_device};
  if (!crypto::verify(message_of(read->body), read->sig, issuer->key))
    return tl::unexpected{ticket_errc::bad_signature};
  if (!was_valid(*issuer, claimed->entered_s))
    return tl::unexpected{ticket_errc::revoked_key};
  return claimed;
}

} // namespace palang::domain
