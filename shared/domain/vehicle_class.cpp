#include "shared/domain/vehicle_class.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace palang::domain {

namespace {

struct class_words {
  std::string_view word;
  std::string_view offline_word;
};

/// Indexed by the enumerator's value.
constexpr std::array<class_words, static_cast<std::size_t>(vehicle_class::last) + 1> words{
    {{"LAIN", "OTHER"},
     {"MOTOR", "MOTORCYCLE"},
     {"MOBIL", "CAR"},
     {"TRUK", "TRUCK"},
     {"BUS", "BUS"}}};

constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, upper, upper);
}

} // namespace

std::string_view to_string(vehicle_class c) noexcept {
  return words[static_cast<std::size_t>(c)].word;
}

std::optional<vehicle_class> vehicle_class_from(std::string_view word) noexcept {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (equal_ignoring_case(word, words[i].word)
        || equal_ignoring_case(word, words[i].offline_word))
      return static_cast<vehicle_class>(i);
  return std::nullopt;
}

} // namespace palang::domain
