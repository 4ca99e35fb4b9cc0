#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/uuid.hpp"
#include "shared/protocol/codec.hpp"

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Internal to the codec: JSON text straight from values, members in the order written. No tree is
/// built, since the server writes thousands of messages a second.
namespace palang::protocol {

/// Already encoded JSON, taken as it is.
struct raw_json {
  std::string_view text;
};

void append_text(std::string& out, std::string_view value);

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};

inline void append_number(std::string& out, std::int64_t value) {
  char digits[20];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
  out.append(std::begin(digits), end);
}

/// Any value of the wire: scalars here, objects by their `encode`.
template <class T>
void append(std::string& out, const T& value) {
  if constexpr (std::same_as<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::integral<T>) {
    append_number(out, static_cast<std::int64_t>(value));
  } else if constexpr (std::same_as<T, rupiah>) {
    append_number(out, value.value);
  } else if constexpr (std::same_as<T, instant>) {
    append_number(out, to_ms(value));
  } else if constexpr (std::same_as<T, raw_json>) {
    out += value.text;
  } else if constexpr (std::same_as<T, uuid> || std::is_enum_v<T>) {
    append_text(out, to_string(value));
  } else if constexpr (std::convertible_to<T, std::string_view>) {
    append_text(out, value);
  } else if constexpr (is_optional<T>::value) {
    if (value)
      append(out, *value);
    else
      out += "null";
  } else if constexpr (is_vector<T>::value) {
    out += '[';
    for (const auto& item : value) {
      if (&item != &value.front())
        out += ',';
      append(out, item);
    }
    out += ']';
  } else {
    out += encode(value);
  }
}

/// `object_writer{}.add("id", x.id).add("name", x.name).done()`. Names are ours: nothing in them
/// needs escaping.
class object_writer {
public:
  template <class T>
  object_writer& add(std::string_view name, const T& value) {
    out_ += out_.size() > 1 ? ",\"" : "\"";
    out_ += name;
    out_ += "\":";
    append(out_, value);
    return *this;
  }

  /// Left out when absent.
  template <class T>
  object_writer& add_if(std::string_view name, const std::optional<T>& value) {
    return value ? add(name, *value) : *this;
  }

  /// Null when empty: what is not there is null on the wire.
  object_writer& add_text(std::string_view name, std::string_view value) {
    return value.empty() ? add(name, raw_json{"null"}) : add(name, value);
  }

  [[nodiscard]] std::string done() {
    out_ += '}';
    return std::move(out_);
  }

private:
  std::string out_{"{"};
};

/// An array of what `encode_one` makes of each item: for types of other namespaces.
template <class T>
[[nodiscard]] std::string encode_all(const std::vector<T>& items,
                                     std::string (*encode_one)(const T&)) {
  std::vector<std::string> out;
  for (const auto& item : items)
    out.push_back(encode_one(item));
  return array(out);
}

} // namespace palang::protocol
