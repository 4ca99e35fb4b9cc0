#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

/// Internal: an enumeration's words in the order of its enumerators.
namespace palang::protocol {

template <class E>
struct word_table {
  std::array<std::string_view, static_cast<std::size_t>(E::last) + 1> words;

  [[nodiscard]] constexpr std::string_view word(E value) const noexcept {
    return words[static_cast<std::size_t>(value)];
  }

  [[nodiscard]] constexpr std::optional<E> find(std::string_view word) const noexcept {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
      return std::nullopt;
    return static_cast<E>(found - words.begin());
  }
};

} // namespace palang::protocol
