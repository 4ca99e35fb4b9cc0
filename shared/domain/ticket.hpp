#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/crypto.hpp"
#include "shared/core/result.hpp"
#include "shared/domain/ticket_number.hpp"
#include "shared/domain/vehicle_class.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace palang::domain {

/// The signed ticket (karcis), PROTOCOL section 6. (site, device, device_seq) name the entry's
/// submission.
struct ticket {
  std::uint16_t site_no = 0;
  std::uint16_t device_no = 0;
  std::uint32_t device_seq = 0;
  std::uint32_t entered_s = 0; ///< Corrected entry time, seconds since 1970 UTC.
  vehicle_class vehicle = vehicle_class::lain;
  std::uint16_t tariff_version = 0;
  std::string plate_key; ///< At most 10 characters (cut when longer).
  bool is_plate_nonstandard = false;
  bool has_no_plate = false;
  bool is_clock_uncertain = false;
  bool is_plate_cut = false;

  friend bool operator==(const ticket&, const ticket&) = default;
};

/// Each refusal has its own message (PROTOCOL section 6).
enum class ticket_errc : std::uint8_t {
  not_a_ticket,  ///< No `P1:` in front: some other code.
  bad_character, ///< Not base45 (lower case is not).
  bad_length,    ///< Not 88 bytes: cut or damaged.
  wrong_version,
  bad_body, ///< A field out of range.
  unknown_device,
  revoked_key,   ///< The key was not valid at the entry's time.
  bad_signature, ///< Damaged or forged.
  wrong_site,
  last = wrong_site
};
[[nodiscard]] std::string_view message_en(ticket_errc code) noexcept;
[[nodiscard]] std::string_view message_id(ticket_errc code) noexcept;

struct ticket_key {
  crypto::public_key key{};
  instant valid_from{};
  std::optional<instant> valid_to; ///< Exclusive; revoked then.
};
/// Finds the key of a device number, or nullopt.
using find_ticket_key = std::function<std::optional<ticket_key>(std::uint16_t device_no)>;

/// The ticket's text: `P1:` and 132 base45 characters. Cuts plate_key to 10 characters itself and
/// sets the flag.
[[nodiscard]] std::string sign_ticket(ticket t, const crypto::secret_key& key);

/// Reads the text without checking the signature (for showing what it claims).
[[nodiscard]] tl::expected<ticket, ticket_errc> parse_ticket(std::string_view text);

/// Reads and verifies, the site first: another site's devices have our devices' numbers and other
/// keys. The key's time is judged only once the signature vouches for the entry's, to the second.
[[nodiscard]] tl::expected<ticket, ticket_errc>
verify_ticket(std::string_view text, std::uint16_t site_no, const find_ticket_key& find_key);

} // namespace palang::domain
