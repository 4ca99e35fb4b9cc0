#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/uuid.hpp"

namespace palang::storage {

/// The last row of a page of a list that runs from the newest to the oldest: the next page has what
/// is older, and of the same moment what has a lesser id.
struct page_cursor {
  instant at{};
  uuid id;
};

} // namespace palang::storage
