#include "mobile/core/store_p.h"
#include "shared/protocol/codec.hpp"

namespace palang::mobile {

result<OutboxRow> Store::replace(const uuid& refused, const Draft& draft) {
  return sqlite::inTransaction(d->db, [&]() -> result<OutboxRow> {
    auto added = append(draft);
    if (!added)
      return added;
    const auto& newId = added->submission.id;
    const auto done =
        d->db
            .run("UPDATE outbox_dependency SET depends_on = ? WHERE depends_on = ?", newId, refused)
            .and_then([&] { return retry(newId); })
            .and_then([&] {
              return d->db.run(
                  "UPDATE outbox SET state = 'applied', settled_at_ms = ?, accepted_data = ? "
                  "WHERE id = ? AND state = 'quarantined'",
                  d->time.now(),
                  protocol::object({{"replaced_by", protocol::text(to_string(newId))}}), refused);
            });
    if (!done)
      return fail(done.error());
    if (d->db.changes() == 0)
      return fail(errc::not_found, "no such record waits for a person");
    return added;
  });
}

} // namespace palang::mobile
