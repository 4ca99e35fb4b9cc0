#include "shared/protocol/codec.hpp"
#include "shared/protocol/json_document.hpp"
#include "shared/protocol/json_writer.hpp"

#include <algorithm>
#include <iterator>

/// JSON text from parts and parts from JSON text.
namespace palang::protocol {

namespace {

bool is_plain(char c) {
  return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
}

result<json> member_tree(std::string_view text, std::string_view name) {
  auto document = parse_json(text);
  if (!document.problem && document.root.is_object())
    if (const auto found = document.root.find(name); found != document.root.end())
      return std::move(*found);
  return fail(errc::invalid, std::string(name) + " is missing", std::string(name));
}

} // namespace

void append_text(std::string& out, std::string_view value) {
  if (!std::all_of(value.begin(), value.end(), is_plain)) {
    out += dump_json(json(value));
    return;
  }
  out += '"';
  out += value;
  out += '"';
}

std::string object(std::initializer_list<member> members) {
  object_writer out;
  for (const auto& [name, value] : members)
    out.add(name, raw_json{value});
  return out.done();
}

std::string extended(std::string encoded, std::initializer_list<member> more) {
  encoded.pop_back();
  for (const auto& [name, value] : more) {
    encoded += encoded.size() > 1 ? ",\"" : "\"";
    encoded.append(name).append("\":").append(value);
  }
  return encoded += '}';
}

std::string array(const std::vector<std::string>& items) {
  std::string out{"["};
  for (const auto& item : items) {
    if (out.size() > 1)
      out += ',';
    out += item;
  }
  return out += ']';
}

std::string text(std::string_view value) {
  std::string out;
  append_text(out, value);
  return out;
}

std::string text_or_null(const std::optional<std::string>& value) {
  return value ? text(*value) : "null";
}
std::string number(std::int64_t value) {
  return std::to_string(value);
}
std::string number_or_null(std::optional<std::int64_t> value) {
  return value ? number(*value) : "null";
}
std::string time_or_null(const std::optional<instant>& value) {
  return value ? number(to_ms(*value)) : "null";
}
std::string boolean(bool value) {
  return value ? "true" : "false";
}

result<std::string> member_of(std::string_view encoded, std::string_view name) {
  return member_tree(encoded, name).map(dump_json);
}

result<std::vector<std::string>> items_of(std::string_view encoded, std::string_view name) {
  const auto tree = member_tree(encoded, name);
  if (!tree)
    return fail(tree.error());
  if (!tree->is_array())
    return fail(errc::invalid, std::string(name) + " must be an array", std::string(name));
  std::vector<std::string> items;
  std::transform(tree->begin(), tree->end(), std::back_inserter(items), dump_json);
  return items;
}

std::optional<std::string> string_of(std::string_view encoded) {
  const auto document = parse_json(encoded);
  if (document.problem || !document.root.is_string())
    return std::nullopt;
  return document.root.get<std::string>();
}

std::optional<std::int64_t> number_of(std::string_view encoded) {
  const auto document = parse_json(encoded);
  return document.problem ? std::nullopt : integer_of(document.root);
}

} // namespace palang::protocol
