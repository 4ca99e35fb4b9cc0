#pragma once

#include "server/ledger/voice.hpp"

#include <cstdint>
#include <string>

namespace palang::ledger {

struct photo_facts {
  std::string sha256;
  std::int64_t size_bytes = 0;
  std::string media_type;
};

/// A photo is on disk: the sessions that waited for it and for no other stop being photo_pending,
/// with session.corrected.
[[nodiscard]] result<void> note_photo(const voice& v, const photo_facts& photo);

} // namespace palang::ledger
