#include "shared/protocol/client_fields.hpp"

#include <algorithm>
#include <array>

namespace palang::protocol {

namespace {

std::size_t count_characters(std::string_view utf8) {
  const auto is_first_byte = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  };
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), is_first_byte));
}

void check_text(const json_node& node, std::string_view text, const text_rule& rule) {
  if (count_characters(text) > rule.max_characters)
    node.refuse(rule.too_long.value_or(node.code()),
                "is longer than " + std::to_string(rule.max_characters) + " characters");
  if (text.find('\0') != std::string_view::npos)
    node.refuse("must not contain U+0000");
  if (!rule.may_be_blank && text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    node.refuse("must not be empty");
}

bool is_lower_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

} // namespace

void get_text(const json_node& node, std::string_view name, std::string& out,
              const text_rule& rule) {
  node.get(name, out);
  check_text(node.member(name), out, rule);
}

void maybe_text(const json_node& node, std::string_view name, std::optional<std::string>& out,
                const text_rule& rule) {
  node.maybe(name, out);
  if (out)
    check_text(node.member(name), *out, rule);
}

void get_amount(const json_node& node, std::string_view name, rupiah& out) {
  get_integer(node, name, out.value, 0, limits::max_amount);
}

void maybe_amount(const json_node& node, std::string_view name, std::optional<rupiah>& out) {
  if (node.has(name))
    get_amount(node, name, out.emplace());
}

void get_method(const json_node& node, std::string_view name, std::string& out) {
  constexpr std::array<std::string_view, 4> methods{"cash", "qris", "emoney", "transfer"};
  node.get(name, out);
  if (std::find(methods.begin(), methods.end(), out) == methods.end())
    node.member(name).expected("cash, qris, emoney or transfer");
}

void maybe_method(const json_node& node, std::string_view name, std::optional<std::string>& out) {
  if (node.has(name))
    get_method(node, name, out.emplace());
}

void maybe_photo(const json_node& node, std::string_view name, std::optional<std::string>& out) {
  constexpr std::size_t sha256_digits = 64;
  node.maybe(name, out);
  if (out && (out->size() != sha256_digits || !std::all_of(out->begin(), out->end(), is_lower_hex)))
    node.member(name).expected("a SHA-256 in lower-case hex");
}

void get_integer(const json_node& node, std::string_view name, std::int64_t& out,
                 std::int64_t least, std::int64_t greatest) {
  if (node.find(name) == nullptr)
    return node.member(name).refuse("is missing");
  read_integer(node.member(name), out, least, greatest);
}

} // namespace palang::protocol
