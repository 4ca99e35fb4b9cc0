#pragma once

#include "server/gateway/gateway.hpp"
#include "shared/core/error.hpp"

#include <chrono>
#include <optional>
#include <string>

/// The answers that every route gives (PROTOCOL 1).
namespace palang::bridge {

[[nodiscard]] unsigned status_of(errc code) noexcept;

[[nodiscard]] gateway::http_response answer(unsigned status, std::string json);
/// With Retry-After: as told, or defaults::retry_after for what is retryable.
[[nodiscard]] gateway::http_response refusal(const error& why,
                                             std::optional<std::chrono::seconds> retry_after = {});

} // namespace palang::bridge
