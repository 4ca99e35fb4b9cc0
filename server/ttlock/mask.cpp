#include "server/ttlock/mask.hpp"

#include "server/ttlock/fields.hpp"
#include "server/ttlock/form.hpp"
#include "server/ttlock/text.hpp"
#include "shared/protocol/json_document.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace palang::ttlock {

namespace {

/// Any part of a name; new fields are likelier to end in one of these than to be known.
constexpr std::array<std::string_view, 11> secret_parts{
    "pwd",     "password", "passcode", "token",      "secret",     "lockdata",
    "lockkey", "aeskey",   "admin",    "cardnumber", "fingerprint"};

/// Numbers of things and times; everywhere else a run of digits may be a passcode.
bool keeps_digits(std::string_view name) {
  const auto plain = lower_case(name);
  return plain.ends_with("id") || plain.find("date") != std::string::npos;
}

json masked_tree(const json& tree);
json masked_number(const json& number);
std::string masked_value(std::string_view name, const std::string& value);

json masked_member(const std::string& name, const json& value) {
  if (is_secret_field(name))
    return value.is_null() || value == "" ? value : json(hidden);
  if (value.is_string())
    return masked_value(name, value.get_ref<const std::string&>());
  if (value.is_number() && !keeps_digits(name))
    return masked_number(value);
  return masked_tree(value);
}

json masked_tree(const json& tree) {
  if (tree.is_object()) {
    json out = json::object();
    for (const auto& [name, value] : tree.items())
      out[without_digit_runs(name)] = masked_member(name, value);
    return out;
  }
  if (tree.is_array()) {
    json out = json::array();
    for (const auto& item : tree)
      out.push_back(masked_member({}, item));
    return out;
  }
  return tree;
}

json masked_number(const json& number) {
  const auto text = protocol::dump_json(number);
  const auto without = without_digit_runs(text);
  return without == text ? number : json(without);
}

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Between a name and its value, escaped or not.
bool is_between(char c) {
  return std::string_view{"\\\"':= [{"}.find(c) != std::string_view::npos;
}

bool ends_value(char c) {
  return std::string_view{"\\\"'&,}]"}.find(c) != std::string_view::npos;
}

template <class Matches>
std::string_view take_while(std::string_view& text, Matches matches) {
  const auto end = std::ranges::find_if_not(text, matches);
  const auto taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(taken.size());
  return taken;
}

/// For what no parser takes: the value behind a secret's name is dropped.
std::string masked_ruin(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto word = take_while(text, is_name_character);
    const auto between = take_while(text, is_between);
    out.append(word).append(between);
    if (is_secret_field(word) && between.find_first_of(":=") != std::string_view::npos) {
      take_while(text, [](char c) { return !ends_value(c); });
      out += hidden;
    } else if (word.empty() && between.empty()) {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return without_digit_runs(out);
}

bool looks_like_json(std::string_view text) {
  const auto body = trimmed(text);
  return !body.empty() && std::string_view{"{[\""}.find(body.front()) != std::string_view::npos;
}

std::string masked_json(std::string_view text) {
  const auto tree = parse_json(text);
  return tree.is_null() ? masked_ruin(text) : protocol::dump_json(masked_member({}, tree));
}

std::string masked_value(std::string_view name, const std::string& value) {
  if (is_secret_field(name))
    return value.empty() ? value : hidden;
  if (looks_like_json(value))
    return masked_json(value);
  return keeps_digits(name) && is_all_digits(value) ? value : without_digit_runs(value);
}

std::string masked_form(std::string_view text) {
  std::string out;
  for (const auto& [name, value] : parse_form(text)) {
    if (!out.empty())
      out += '&';
    out += without_digit_runs(name);
    out += '=';
    out += masked_value(name, value);
  }
  return out;
}

bool is_form(std::string_view text) {
  const auto equals = text.find('=');
  return equals != std::string_view::npos
         && std::ranges::all_of(text.substr(0, equals), is_name_character);
}

} // namespace

bool is_secret_field(std::string_view name) {
  auto plain = lower_case(name);
  std::erase(plain, '_');
  return std::ranges::any_of(
      secret_parts, [&](std::string_view part) { return plain.find(part) != std::string::npos; });
}

std::string masked(std::string_view text, std::size_t most) {
  const auto body = cleaned(text);
  if (looks_like_json(body))
    return cut(masked_json(body), most);
  return cut(is_form(body) ? masked_form(body) : masked_ruin(decode_form_text(body)), most);
}

} // namespace palang::ttlock
