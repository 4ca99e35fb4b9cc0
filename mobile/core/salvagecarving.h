#pragma once

#include "shared/protocol/messages.hpp"

#include <QString>

#include <vector>

namespace palang::mobile {

/// Every submission that is recognisable among the bytes of a file, whatever is wrong with the rest
/// of it. May name one twice.
[[nodiscard]] std::vector<protocol::submit> carveSubmissions(const QString& path);

} // namespace palang::mobile
