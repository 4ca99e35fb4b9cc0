#pragma once

#include "shared/domain/ticket.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

/// The 24 signed bytes of a ticket, big-endian, laid out as PROTOCOL section 6 has them.
namespace palang::domain {

/// Characters of a plate key that the packed field holds.
inline constexpr std::size_t max_ticket_plate = 10;

using ticket_body = std::array<std::uint8_t, 24>;

/// `t.plate_key`: at most max_ticket_plate of A-Z and 0-9.
[[nodiscard]] ticket_body write_body(const ticket& t);

/// Errors: wrong_version; bad_body for a class, flag or packed plate that no ticket has.
[[nodiscard]] tl::expected<ticket, ticket_errc> read_body(const ticket_body& body);

} // namespace palang::domain
