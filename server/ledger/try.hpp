#pragma once

#include "shared/core/result.hpp"

#include <utility>

/// `PALANG_TRY(name, expression)`: declares `name` as the value of a result, or leaves the function
/// with its error.
#define PALANG_TRY(name, ...)                                                                      \
  auto name##_or_error = (__VA_ARGS__);                                                            \
  if (!name##_or_error)                                                                            \
    return ::palang::fail(std::move(name##_or_error).error());                                     \
  auto& name = *name##_or_error

/// `PALANG_CHECK(expression)`: leaves the function with the error of a result without value.
#define PALANG_CHECK(...)                                                                          \
  if (auto done_or_error = (__VA_ARGS__); !done_or_error)                                          \
  return ::palang::fail(std::move(done_or_error).error())
