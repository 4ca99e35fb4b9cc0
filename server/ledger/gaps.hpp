#pragma once

#include "server/ledger/voice.hpp"

#include <optional>
#include <string>

/// Times in which nobody could hear (storage::stored_gap).
namespace palang::ledger {

/// Nothing when one of this source is open.
[[nodiscard]] result<void> begin_gap(const voice& v, const std::string& source, instant from);
/// The gap that ended; nullopt: none was open.
[[nodiscard]] result<std::optional<storage::stored_gap>>
end_gap(const voice& v, const std::string& source, instant to);
/// A whole one; the same again changes nothing.
[[nodiscard]] result<void> note_whole_gap(const voice& v, const storage::stored_gap& gap);

} // namespace palang::ledger
