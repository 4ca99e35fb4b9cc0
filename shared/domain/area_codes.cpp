#include "shared/domain/area_codes.hpp"

#include <algorithm>
#include <array>

namespace palang::domain {

namespace {

/// Sorted. tests/data/plate-prefixes.json names the source of each code.
constexpr auto codes = std::to_array<std::string_view>({
    "A",  "AA", "AB", "AD", "AE", "AG", "B",  "BA", "BB", "BD", "BE", "BG", "BH", "BK", "BL", "BM",
    "BN", "BP", "D",  "DA", "DB", "DC", "DD", "DE", "DG", "DH", "DK", "DL", "DM", "DN", "DP", "DR",
    "DT", "DW", "E",  "EA", "EB", "ED", "F",  "G",  "H",  "K",  "KB", "KH", "KT", "KU", "L",  "M",
    "N",  "P",  "PA", "PB", "PG", "PS", "PT", "PY", "R",  "S",  "T",  "W",  "Z",
});
static_assert(std::ranges::is_sorted(codes));

} // namespace

bool is_area_code(std::string_view code) noexcept {
  return std::ranges::binary_search(codes, code);
}

} // namespace palang::domain
