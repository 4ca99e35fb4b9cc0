#pragma once

namespace palang::storage {

/// Rows that a page of a list looks at, at most, where its filters have no index: so a page that
/// finds little costs no more than one that is full. The reader goes on from where the look ended.
inline constexpr int most_looked_through = 20'000;

} // namespace palang::storage
