#pragma once

#include "shared/core/error.hpp"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace palang {

template <class T>
using result = tl::expected<T, error>;

/// `return fail(errc::bad_plate, "letters first", "data.plate");`
[[nodiscard]] inline tl::unexpected<error> fail(errc code, std::string message, std::string field = {}) {
  return tl::unexpected<error>(error{code, std::move(message), std::move(field)});
}

[[nodiscard]] inline tl::unexpected<error> fail(error why) { return tl::unexpected<error>(std::move(why)); }

} // namespace palang
