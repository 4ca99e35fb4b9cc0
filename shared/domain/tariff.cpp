#include "shared/domain/tariff.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>

namespace palang::domain {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(tariff_mode::last) + 1> mode_words{
    "BLOCKS", "ROLLING_24H", "CALENDAR_DAY", "HOURS_THEN_NIGHT", "FLAT_24H"};

constexpr std::array<std::string_view, static_cast<std::size_t>(round_mode::last) + 1>
    rounding_words{"NEAREST", "DOWN", "UP"};

template <class Enum, std::size_t N>
std::optional<Enum> find_word(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == words.end())
    return std::nullopt;
  return static_cast<Enum>(at - words.begin());
}

} // namespace

std::string_view to_string(tariff_mode mode) noexcept {
  return mode_words[static_cast<std::size_t>(mode)];
}

std::optional<tariff_mode> tariff_mode_from(std::string_view word) noexcept {
  return find_word<tariff_mode>(mode_words, word);
}

std::string_view to_string(round_mode mode) noexcept {
  return rounding_words[static_cast<std::size_t>(mode)];
}

std::optional<round_mode> round_mode_from(std::string_view word) noexcept {
  return find_word<round_mode>(rounding_words, word);
}

const tariff* tariff_in_force(const std::vector<tariff>& tariffs, vehicle_class vehicle,
                              instant entered_at) {
  const tariff* best = nullptr;
  for (const auto& candidate : tariffs) {
    if (candidate.vehicle != vehicle || candidate.valid_from > entered_at)
      continue;
    if (!best
        || std::tie(candidate.valid_from, candidate.version)
               > std::tie(best->valid_from, best->version))
      best = &candidate;
  }
  return best;
}

} // namespace palang::domain
