#include "tests/ttlock_sim/model/record.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace palang::ttlock_sim {

namespace {

constexpr auto kinds = std::to_array<std::pair<std::string_view, record_kind>>({
    {"app", {1, 1, true, true}},
    {"passcode", {4, 4, true, true}},
    {"card", {17, 7, true, true}},
    {"fingerprint", {20, 8, true, true}},
    {"wristband", {19, 9, true, true}},
    {"key", {27, 10, true, true}},
    {"button", {46, 46, true, true}},
    {"gateway", {28, 12, true, true}},
    {"fob", {55, 55, true, true}},
    {"qr", {57, 57, true, true}},
    {"face", {67, 67, true, true}},
    {"forced", {29, 29, true, true}},
    {"lock_app", {26, 11, true, false}},
    {"lock_gateway", {26, 11, true, false}},
    {"auto_lock", {45, 45, true, false}},
    {"door_closed", {30, 30, true, false}},
    {"door_opened", {31, 31, true, false}},
    {"tamper", {44, 44, true, false}},
    {"system_locked", {48, 48, true, false}},
    {"passcode_failed", {7, 4, false, false}},
    {"card_failed", {25, 7, false, false}},
    {"fingerprint_failed", {22, 8, false, false}},
});

} // namespace

std::optional<record_kind> kind_of(std::string_view word) {
  const auto* const found =
      std::ranges::find(kinds, word, &std::pair<std::string_view, record_kind>::first);
  if (found == kinds.end())
    return std::nullopt;
  return found->second;
}

} // namespace palang::ttlock_sim
