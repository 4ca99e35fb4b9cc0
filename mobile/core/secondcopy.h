#pragma once

#include "mobile/core/client.h"

#include <QString>

namespace palang::mobile {

struct SecondCopy {
  QString path;
  int records = 0;
  int photos = 0;
  qint64 sizeBytes = 0;
};

/// Writes what waits to be sent, or was refused, with the photos that wait, into one file that only
/// the site's server can read (shared/protocol/outbox_file.hpp). Everything stays on this device:
/// whichever comes first counts. `folder` is made when needed; the file appears whole or not at
/// all. Errors: not_found (nothing waits), not_supported (the server has not told its key or this
/// device's number yet), db_unavailable (cannot be written).
[[nodiscard]] result<SecondCopy> writeSecondCopy(Client& client, const QString& folder);

/// The records alone, sealed likewise, for another device to carry.
struct SealedRecords {
  crypto::bytes sealed;
  std::uint16_t deviceNo = 0;
  int records = 0;
};
/// Errors: not_found (no record waits), not_supported.
[[nodiscard]] result<SealedRecords> sealRecords(Client& client);

} // namespace palang::mobile
