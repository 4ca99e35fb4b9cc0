#include "server/ttlock/form.hpp"

#include <algorithm>
#include <charconv>

namespace palang::ttlock {

namespace {

bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
         || c == '_' || c == '.' || c == '~';
}

void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c))
      out += c;
    else
      ((out += '%') += digits[byte >> 4U]) += digits[byte & 15U];
  }
}

} // namespace

std::string decode_form_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto escape = text.substr(i).substr(0, 3);
    unsigned char byte = 0;
    if (escape.size() == 3 && escape[0] == '%'
        && std::from_chars(escape.data() + 1, escape.data() + 3, byte, 16).ptr
               == escape.data() + 3) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

form parse_form(std::string_view text) {
  form fields;
  while (!text.empty()) {
    const auto pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    const auto equals = pair.find('=');
    if (!pair.empty())
      fields.emplace_back(decode_form_text(pair.substr(0, equals)),
                          equals == std::string_view::npos
                              ? std::string{}
                              : decode_form_text(pair.substr(equals + 1)));
  }
  return fields;
}

std::string encode_form(const form& fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (!text.empty())
      text += '&';
    append_encoded(text, name);
    text += '=';
    append_encoded(text, value);
  }
  return text;
}

} // namespace palang::ttlock
