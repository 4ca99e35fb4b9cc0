#pragma once

#include "mobile/core/client.h"

#include <QString>

namespace palang::mobile {

struct SecondCopy {
  QString path;
  int records = 0;
};

/// Writes what waits to be sent, or was refused, into one file that only the site's server can read
/// (shared/protocol/outbox_copy.hpp). Photos are not in it. Everything stays in the outbox:
/// whichever comes first counts. `folder` is made when needed; the file appears whole or not at
/// all. Errors: not_found (nothing waits), not_supported (the server has not told its key or this
/// device's number yet), db_unavailable (cannot be written).
[[nodiscard]] result<SecondCopy> writeSecondCopy(Client& client, const QString& folder);

} // namespace palang::mobile
