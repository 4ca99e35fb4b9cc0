#pragma once

#include <cstddef>
#include <string>

namespace palang::bench {

/// Rows per second that SQLite alone makes durable on this disk: WAL, synchronous=FULL, one
/// prepared insert of `row_bytes` bytes of text under a 16-byte key, `batch` rows a transaction,
/// for `seconds`. The bare limit beside which the server is measured.
[[nodiscard]] double raw_rows_per_second(const std::string& file, int batch, double seconds,
                                         std::size_t row_bytes);

} // namespace palang::bench
