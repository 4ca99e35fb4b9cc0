#pragma once

#include "shared/domain/fee.hpp"

#include <map>
#include <string>
#include <vector>

/// tests/data/tariff-vectors.json as values.
namespace palang::domain::testing {

struct fee_vector {
  int id = 0;
  std::string tariff_id;
  std::string note;
  stay given;
  std::int64_t round_to = 1;
  round_mode rounding = round_mode::nearest;
  fee expected; ///< Without steps and needs_review.
};

struct tariff_vectors {
  std::map<std::string, tariff> tariffs;
  std::vector<fee_vector> vectors;
};

/// Read once. Throws when the file is missing or has another form.
[[nodiscard]] const tariff_vectors& load_tariff_vectors();

/// "2025-03-24 10:00:00" in WIB, or "2025-03-24T15:30:00Z".
[[nodiscard]] instant parse_instant(const std::string& text);

} // namespace palang::domain::testing
