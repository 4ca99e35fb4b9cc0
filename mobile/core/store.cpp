#include "mobile/core/store.h"

#include "mobile/core/salvage.h"
#include "mobile/core/store_p.h"
#include "mobile/core/storefile.h"

namespace palang::mobile {

Store::Store(const clock& time) : d{std::make_unique<Private>(time)} {}
Store::~Store() = default;

result<OpenReport> Store::open(const QString& path) {
  if (auto finished = finishSalvage(path); !finished)
    return fail(finished.error());
  OpenReport report;
  auto db = openStoreFile(path);
  if (!db && db.error().code == errc::corrupt) {
    auto salvaged = salvage(path, d->time.now());
    if (!salvaged)
      return fail(salvaged.error());
    report = *salvaged;
    db = openStoreFile(path);
  }
  if (!db)
    return fail(db.error());
  d->db = std::move(*db);
  return report;
}

sqlite::Database& Store::database() {
  return d->db;
}
const clock& Store::time() const {
  return d->time;
}

} // namespace palang::mobile
