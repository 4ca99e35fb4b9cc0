#pragma once

#include "shared/protocol/json_reader.hpp"
#include "shared/protocol/limits.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Internal to the codec: fields that clients fill in, and so are checked for size and sense.
namespace palang::protocol {

/// A text that clients send. U+0000 is never allowed: not every store keeps it.
struct text_rule {
  std::size_t max_characters = limits::max_free_text;
  bool may_be_blank = true;       ///< false: at least one character that is no space.
  std::optional<errc> too_long{}; ///< The code of its own, if any.
};

inline constexpr text_rule free_text{};
inline constexpr text_rule reason_text{.may_be_blank = false};
inline constexpr text_rule short_name{.max_characters = limits::max_name, .may_be_blank = false};
inline constexpr text_rule plate_text{.max_characters = limits::max_plate,
                                      .too_long = errc::bad_plate};
inline constexpr text_rule ticket_text{.max_characters = limits::max_ticket,
                                       .too_long = errc::bad_ticket};

void get_text(const json_node& node, std::string_view name, std::string& out,
              const text_rule& rule);
void maybe_text(const json_node& node, std::string_view name, std::optional<std::string>& out,
                const text_rule& rule);
/// 0 to limits::max_amount.
void get_amount(const json_node& node, std::string_view name, rupiah& out);
void maybe_amount(const json_node& node, std::string_view name, std::optional<rupiah>& out);
/// A way to pay: cash, qris, emoney or transfer.
void get_method(const json_node& node, std::string_view name, std::string& out);
void maybe_method(const json_node& node, std::string_view name, std::optional<std::string>& out);
/// 64 lower-case hex digits.
void maybe_photo(const json_node& node, std::string_view name, std::optional<std::string>& out);
void get_integer(const json_node& node, std::string_view name, std::int64_t& out,
                 std::int64_t least, std::int64_t greatest);

} // namespace palang::protocol
