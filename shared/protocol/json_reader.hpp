#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/result.hpp"
#include "shared/core/uuid.hpp"
#include "shared/protocol/json_document.hpp"

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Internal to the codec: values out of a JSON tree.
namespace palang::protocol {

/// The first problem found in one document. Reading goes on after it with defaults, and the whole
/// is refused at the end: that keeps the readers of the objects free of error handling.
struct reading {
  errc code = errc::invalid; ///< What a missing or mistyped field is called here.
  char separator = '.';      ///< See parse_json.
  std::optional<error> problem{};
};

/// One place in a document: a value and, for the error, the way to it.
/// Refers to its parent, so it lives no longer than that: on the stack of a reader.
class json_node {
public:
  json_node(const json& root, reading& state) : value_{&root}, state_{&state} {}

  [[nodiscard]] const json& value() const { return *value_; }
  /// reading::code
  [[nodiscard]] errc code() const { return state_->code; }
  /// "data.plate", or "/gates/2/zone_id" with the other separator; empty at the root.
  [[nodiscard]] std::string field() const;

  /// Refuses this place: "must be <what>".
  void expected(std::string_view what) const {
    refuse(state_->code, "must be " + std::string(what));
  }
  void refuse(errc code, std::string message) const;
  void refuse(std::string message) const { refuse(state_->code, std::move(message)); }

  /// Null when absent. Refuses this place when it is no object; JSON's null has no members.
  [[nodiscard]] const json* find(std::string_view name) const;
  /// There and not null.
  [[nodiscard]] bool has(std::string_view name) const;
  /// A member that need not exist: for refusing it, or for reading when has().
  [[nodiscard]] json_node member(std::string_view name) const;
  [[nodiscard]] json_node item(std::size_t index) const;

  /// Reads a member that must be there.
  template <class T>
  void get(std::string_view name, T& out) const;
  /// Reads a member that may be absent or null; then `out` stays as it is.
  template <class T>
  void maybe(std::string_view name, T& out) const;
  template <class T>
  void maybe(std::string_view name, std::optional<T>& out) const;

private:
  json_node(const json& value, const json_node& parent, std::string_view name, std::size_t index)
      : value_{&value}, state_{parent.state_}, parent_{&parent}, name_{name}, index_{index} {}

  const json* value_;
  reading* state_;
  const json_node* parent_ = nullptr;
  std::string_view name_; ///< Without data() for an array item.
  std::size_t index_ = 0;
};

// -- one `read` per type; the objects' are declared where they are written --------------

void read(const json_node& node, bool& out);
void read(const json_node& node, std::string& out);
void read(const json_node& node, uuid& out);
/// Within limits::max_instant_ms of 1970.
void read(const json_node& node, instant& out);
void read(const json_node& node, rupiah& out);
void read_integer(const json_node& node, std::int64_t& out, std::int64_t least,
                  std::int64_t greatest);

template <std::integral T>
void read(const json_node& node, T& out) {
  using limit = std::numeric_limits<T>;
  std::int64_t wide = out;
  read_integer(node, wide, static_cast<std::int64_t>(limit::min()),
               static_cast<std::int64_t>(limit::max()));
  out = static_cast<T>(wide);
}

/// An enumeration whose word `from` knows.
template <class E>
void read_word(const json_node& node, E& out, std::optional<E> (*from)(std::string_view) noexcept) {
  std::string word;
  read(node, word);
  if (const auto known = from(word))
    out = *known;
  else
    node.refuse("is not a known word");
}

template <class T>
void read(const json_node& node, std::vector<T>& out) {
  if (!node.value().is_array())
    return node.expected("an array");
  out.clear();
  for (std::size_t i = 0; i < node.value().size(); ++i)
    read(node.item(i), out.emplace_back());
}

template <class T>
void json_node::get(std::string_view name, T& out) const {
  if (find(name) == nullptr)
    return member(name).refuse("is missing");
  read(member(name), out);
}

template <class T>
void json_node::maybe(std::string_view name, T& out) const {
  if (has(name))
    read(member(name), out);
}

template <class T>
void json_node::maybe(std::string_view name, std::optional<T>& out) const {
  if (has(name))
    read(member(name), out.emplace());
}

/// A whole document as one object, or the first problem.
template <class T>
[[nodiscard]] result<T> decode_as(std::string_view text, char separator = '.') {
  auto document = parse_json(text, separator);
  reading state{errc::invalid, separator, std::move(document.problem)};
  T out;
  read(json_node{document.root, state}, out);
  if (state.problem)
    return fail(std::move(*state.problem));
  return out;
}

} // namespace palang::protocol
