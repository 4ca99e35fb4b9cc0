#include "shared/domain/plate.hpp"

#include "shared/domain/area_codes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace palang::domain {

namespace {

constexpr std::size_t max_key_size = 16;

/// What a tired eye, a dirty plate or a camera takes for one another.
constexpr std::array<std::pair<char, char>, 7> look_alikes{
    {{'O', '0'}, {'I', '1'}, {'B', '8'}, {'S', '5'}, {'Z', '2'}, {'G', '6'}, {'D', '0'}}};

// Not <cctype>: its answers depend on the process's locale.
constexpr bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool are_alike(char a, char b) {
  return a == b || std::ranges::any_of(look_alikes, [=](auto pair) {
           return pair == std::pair{a, b} || pair == std::pair{b, a};
         });
}

/// The three parts of a civil number.
struct civil_parts {
  std::string_view area;
  std::string_view number;
  std::string_view series;
};

std::optional<civil_parts> split_civil(std::string_view key) {
  const auto number_at = std::ranges::find_if_not(key, is_letter);
  const auto series_at = std::find_if_not(number_at, key.end(), is_digit);
  const civil_parts parts{{key.begin(), number_at}, {number_at, series_at}, {series_at, key.end()}};
  const auto within = [](std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most;
  };
  if (!within(parts.area, 1, 2) || !within(parts.number, 1, 4) || parts.number.front() == '0'
      || !within(parts.series, 0, 3) || !std::ranges::all_of(parts.series, is_letter))
    return std::nullopt;
  return parts;
}

std::string show(const civil_parts& parts) {
  std::string shown{parts.area};
  shown.append(1, ' ').append(parts.number);
  if (!parts.series.empty())
    shown.append(1, ' ').append(parts.series);
  return shown;
}

/// True when one change, or one insertion into the shorter, makes the two equal.
bool differ_by_at_most_one(std::string_view a, std::string_view b) {
  if (a.size() > b.size())
    std::swap(a, b);
  const auto [rest_a, rest_b] = std::ranges::mismatch(a, b);
  if (rest_b == b.end())
    return true;
  const auto changed = a.size() == b.size() ? 1 : 0;
  return std::equal(rest_a + changed, a.end(), rest_b + 1, b.end());
}

} // namespace

result<plate> parse_plate(std::string_view text) {
  plate out;
  out.key = plate_key(text);
  if (out.key.empty())
    return fail(errc::bad_plate, "a plate needs a letter or a digit");
  if (out.key.size() > max_key_size)
    return fail(errc::bad_plate, "a plate has at most 16 letters and digits");
  out.shown = out.key;
  if (const auto parts = split_civil(out.key)) {
    out.is_standard = true;
    out.is_area_known = is_area_code(parts->area);
    out.shown = show(*parts);
  }
  return out;
}

std::string plate_key(std::string_view text) {
  std::string key;
  for (char c : text) {
    if (c >= 'a' && c <= 'z')
      c = static_cast<char>(c - 'a' + 'A');
    if (is_letter(c) || is_digit(c))
      key.push_back(c);
  }
  return key;
}

std::vector<std::string> near_plate_keys(std::string_view key) {
  std::vector<std::string> out;
  const auto add = [&](std::size_t at, char other) { out.emplace_back(key)[at] = other; };
  for (std::size_t i = 0; i < key.size(); ++i) {
    for (auto [letter, digit] : look_alikes) {
      if (key[i] == letter)
        add(i, digit);
      if (key[i] == digit)
        add(i, letter);
    }
  }
  return out;
}

bool is_near(std::string_view key_a, std::string_view key_b) {
  return std::ranges::equal(key_a, key_b, are_alike) || differ_by_at_most_one(key_a, key_b);
}

} // namespace palang::domain
