#include "server/ledger/photos.hpp"

#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

result<bool> waits_for_other(const voice& v, const protocol::session& s,
                             const std::string& arrived) {
  for (const auto& photo : {s.photo_in, s.photo_out}) {
    if (!photo || *photo == arrived)
      continue;
    PALANG_TRY(is_here, v.db.photos.has(*photo));
    if (!is_here)
      return true;
  }
  return false;
}

} // namespace

result<void> note_photo(const voice& v, const photo_facts& photo) {
  PALANG_CHECK(v.db.photos.insert(photo.sha256, photo.size_bytes, photo.media_type, v.now));
  PALANG_TRY(waiting, v.db.photos.take_wanting(photo.sha256));
  for (const auto& id : waiting) {
    PALANG_TRY(found, v.db.sessions.find(id));
    if (!found)
      continue;
    auto& s = found->shown;
    PALANG_TRY(is_waiting, waits_for_other(v, s, photo.sha256));
    if (s.photo_pending == is_waiting)
      continue;
    s.photo_pending = is_waiting;
    ++s.version;
    PALANG_CHECK(v.db.sessions.close(*found));
    PALANG_CHECK(v.emit(protocol::topic::session, "session.corrected",
                        protocol::object({{"session", protocol::encode(s)}})));
  }
  return {};
}

} // namespace palang::ledger
