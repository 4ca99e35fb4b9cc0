#include "server/ttlock/fields.hpp"

#include "server/ttlock/record.hpp"
#include "server/ttlock/text.hpp"
#include "shared/protocol/json_document.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace palang::ttlock {

namespace {

const json* value_of(const json& object, const char* name) {
  if (!object.is_object())
    return nullptr;
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::int64_t> integer_in(std::string_view text) {
  text = trimmed(text);
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || problem != std::errc{} || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

std::optional<std::int64_t> whole(double value) {
  constexpr double exact = 9'007'199'254'740'992.0; // 2^53: beyond it doubles skip integers.
  if (!(std::abs(value) <= exact) || std::trunc(value) != value)
    return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::string text_of_scalar(const json& value) {
  if (value.is_string())
    return value.get<std::string>();
  if (const auto number = value.is_number_float() ? whole(value.get<double>()) : std::nullopt)
    return std::to_string(*number);
  return value.is_primitive() ? protocol::dump_json(value) : std::string{};
}

} // namespace

json parse_json(std::string_view text) {
  auto document = protocol::parse_json(cleaned(text));
  return document.problem ? json{} : std::move(document.root);
}

std::string text_of(const json& object, const char* name) {
  const auto* value = value_of(object, name);
  if (value == nullptr)
    return {};
  return cut(std::string{trimmed(cleaned(text_of_scalar(*value)))}, max_text_bytes);
}

std::optional<std::int64_t> integer_of(const json& object, const char* name) {
  const auto* value = value_of(object, name);
  if (value == nullptr)
    return std::nullopt;
  if (value->is_string())
    return integer_in(value->get_ref<const std::string&>());
  if (value->is_boolean())
    return value->get<bool>() ? 1 : 0;
  if (value->is_number_float())
    return whole(value->get<double>());
  return protocol::integer_of(*value);
}

int code_of(const json& object, const char* name) {
  const auto value = integer_of(object, name);
  return value && std::in_range<int>(*value) ? static_cast<int>(*value) : 0;
}

std::optional<bool> flag_of(const json& object, const char* name) {
  if (const auto number = integer_of(object, name))
    return *number != 0;
  const auto word = lower_case(text_of(object, name));
  if (word == "true" || word == "false")
    return word == "true";
  return std::nullopt;
}

std::optional<instant> instant_of(const json& object, const char* name) {
  constexpr std::int64_t year_9999 = 253'402'300'799'999;
  const auto ms = integer_of(object, name);
  if (!ms || *ms < 1 || *ms > year_9999)
    return std::nullopt;
  return from_ms(*ms);
}

std::optional<int> percent_of(const json& object, const char* name) {
  const auto value = integer_of(object, name);
  if (!value || *value < 0 || *value > 100)
    return std::nullopt;
  return static_cast<int>(*value);
}

} // namespace palang::ttlock
