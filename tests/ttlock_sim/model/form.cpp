#include "tests/ttlock_sim/model/form.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace palang::ttlock_sim {

namespace {

bool is_kept(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
         || c == '-' || c == '*' || c == '_';
}

std::optional<char> escape_at(std::string_view text, std::size_t at) {
  unsigned char value = 0;
  const auto digits = text.substr(std::min(at + 1, text.size()), 2);
  const auto [end, failure] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (failure != std::errc{} || end != digits.data() + 2)
    return std::nullopt;
  return static_cast<char>(value);
}

std::string form_decode(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto escaped = text[i] == '%' ? escape_at(text, i) : std::nullopt;
    plain += escaped ? *escaped : text[i] == '+' ? ' ' : text[i];
    i += escaped ? 2U : 0U;
  }
  return plain;
}

} // namespace

std::string form_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_kept(c))
      encoded += c;
    else if (c == ' ')
      encoded += '+';
    else
      encoded.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return encoded;
}

std::string write_form(const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string text;
  for (const auto& [name, value] : fields)
    text += (text.empty() ? "" : "&") + form_encode(name) + '=' + form_encode(value);
  return text;
}

form_fields read_form(std::string_view text) {
  form_fields fields;
  while (!text.empty()) {
    const auto end = std::min(text.find('&'), text.size());
    const auto field = text.substr(0, end);
    const auto equals = std::min(field.find('='), field.size());
    if (!field.empty())
      fields[form_decode(field.substr(0, equals))] =
          form_decode(field.substr(std::min(equals + 1, field.size())));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fields;
}

} // namespace palang::ttlock_sim
