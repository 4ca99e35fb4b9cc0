#include "mobile/core/secondcopy.h"

#include "mobile/core/deviceidentity.h"
#include "shared/protocol/outbox_copy.hpp"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <limits>

namespace palang::mobile {

namespace {

result<protocol::outbox_copy> unsent(Client& client) {
  auto rows = client.store().rows(std::nullopt, std::numeric_limits<int>::max());
  if (!rows)
    return fail(rows.error());
  std::ranges::sort(*rows, {}, &OutboxRow::position);
  protocol::outbox_copy copy;
  copy.device_no = client.deviceNo().value_or(0);
  copy.made_at = client.correctedNow();
  for (auto& row : *rows) {
    const bool isReadable = !row.why || row.why->code != errc::corrupt;
    if (row.state != sync::record_state::applied && isReadable)
      copy.rows.push_back({std::move(row.username), std::move(row.submission)});
  }
  return copy;
}

/// QSaveFile puts the file in place whole or not at all.
bool write(const QString& path, const crypto::bytes& bytes) {
  const auto size = static_cast<qint64>(bytes.size());
  QSaveFile file{path};
  return QDir{}.mkpath(QFileInfo{path}.absolutePath()) && file.open(QIODevice::WriteOnly)
         && file.write(reinterpret_cast<const char*>(bytes.data()), size) == size && file.commit();
}

} // namespace

result<SecondCopy> writeSecondCopy(Client& client, const QString& folder) {
  if (!client.siteKey() || !client.deviceNo())
    return fail(errc::not_supported, "the server has not told its key yet");
  const auto device = deviceIdentity(client.store(), client.correctedNow());
  const auto copy = unsent(client);
  if (!device || !copy)
    return fail(device ? copy.error() : device.error());
  if (copy->rows.empty())
    return fail(errc::not_found, "nothing waits to be sent");
  const auto sealed = protocol::seal_outbox(*copy, device->keys.sec, *client.siteKey());
  if (!sealed)
    return fail(sealed.error());
  const auto stamp = QDateTime::fromMSecsSinceEpoch(to_ms(copy->made_at), Qt::UTC)
                         .toString(QStringLiteral("yyyyMMdd-HHmmss"));
  const auto path = QDir{folder}.absoluteFilePath(
      QStringLiteral("palang-HP%1-%2.outbox").arg(copy->device_no).arg(stamp));
  if (!write(path, *sealed))
    return fail(errc::db_unavailable, "cannot write " + path.toStdString());
  return SecondCopy{path, static_cast<int>(copy->rows.size())};
}

} // namespace palang::mobile
