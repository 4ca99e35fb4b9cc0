#include "server/ledger/voice.hpp"

#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <utility>

namespace palang::ledger {

result<void> voice::emit(protocol::topic t, std::string_view kind, std::string data) const {
  protocol::event e{++state.facts.newest_seq, now, t, std::string{kind}, std::move(data)};
  PALANG_CHECK(db.journal.append(e));
  state.done.events.push_back(std::move(e));
  return {};
}

result<uuid> voice::raise(protocol::alert what) const {
  what.id = make_uuid_v7(now);
  what.raised_at = now;
  PALANG_CHECK(db.alerts.insert(what));
  PALANG_CHECK(emit(protocol::topic::alert, "alert.raised",
                    protocol::object({{"alert", protocol::encode(what)}})));
  return what.id;
}

result<void> voice::resolve(protocol::alert what, const std::string& note) const {
  if (what.resolved_at)
    return {};
  what.resolved_at = now;
  what.note = note;
  PALANG_CHECK(db.alerts.resolve(what));
  return emit(protocol::topic::alert, "alert.resolved",
              protocol::object({{"alert", protocol::encode(what)}}));
}

} // namespace palang::ledger
