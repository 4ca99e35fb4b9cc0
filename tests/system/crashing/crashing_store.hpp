#pragma once

#include "server/storage/repositories.hpp"

#include <memory>

namespace palang::testing {

/// The ports of `inner`, with crash points between the steps of a transaction.
[[nodiscard]] std::unique_ptr<storage::store>
make_crashing_store(std::unique_ptr<storage::store> inner);

} // namespace palang::testing
