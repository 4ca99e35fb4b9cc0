#include "shared/core/error.hpp"

#include <array>
#include <cstddef>

namespace palang {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(errc::last) + 1> words{
    "bad_message",      "invalid",            "unauthorized",   "forbidden",
    "bad_credentials",  "too_many_attempts",  "device_pending", "device_revoked",
    "unknown_gate",     "unknown_session",    "unknown_shift",  "unknown_alert",
    "unknown_device",   "unknown_user",       "already_exited", "already_inside",
    "bad_plate",        "bad_vehicle_type",   "bad_ticket",     "sequence_conflict",
    "id_reused",        "expired",            "version_conflict", "db_unavailable",
    "busy",             "shutting_down",      "not_found",      "method_not_allowed",
    "upgrade_required", "unsupported_media_type", "too_large",  "hash_mismatch",
    "not_supported",    "corrupt",            "internal"};

} // namespace

std::string_view to_string(errc code) noexcept { return words[static_cast<std::size_t>(code)]; }

std::optional<errc> errc_from_string(std::string_view word) noexcept {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == word)
      return static_cast<errc>(i);
  return std::nullopt;
}

bool is_retryable(errc code) noexcept {
  return code == errc::db_unavailable || code == errc::busy || code == errc::shutting_down;
}

} // namespace palang
