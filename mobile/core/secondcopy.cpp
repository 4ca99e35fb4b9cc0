#include "mobile/core/secondcopy.h"

#include "mobile/core/deviceidentity.h"
#include "mobile/core/storefile.h"
#include "shared/protocol/outbox_copy.hpp"
#include "shared/protocol/outbox_file.hpp"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <limits>

namespace palang::mobile {

namespace {

constexpr int everything = std::numeric_limits<int>::max();

result<protocol::outbox_copy> unsent(Client& client) {
  auto rows = client.store().rows(std::nullopt, everything);
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

result<crypto::bytes> sealed(Client& client, const protocol::outbox_copy& copy) {
  if (!client.siteKey() || !client.deviceNo())
    return fail(errc::not_supported, "the server has not told its key yet");
  const auto device = deviceIdentity(client.store(), client.correctedNow());
  if (!device)
    return fail(device.error());
  return protocol::seal_outbox(copy, device->keys.sec, *client.siteKey());
}

bool put(QSaveFile& file, const crypto::bytes& piece) {
  const auto head = protocol::piece_head(piece.size());
  const auto write = [&file](const auto& bytes) {
    const auto size = static_cast<qint64>(bytes.size());
    return file.write(reinterpret_cast<const char*>(bytes.data()), size) == size;
  };
  return write(head) && write(piece);
}

/// A picture that is gone from the disk is left out: the server goes on waiting for it.
bool putPhoto(QSaveFile& file, const WaitingPhoto& photo, const crypto::public_key& site) {
  QFile picture{photo.path};
  if (!picture.open(QIODevice::ReadOnly))
    return true;
  const auto bytes = picture.readAll();
  const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.constData());
  return put(file, crypto::seal({begin, static_cast<std::size_t>(bytes.size())}, site));
}

bool write(QSaveFile& file, const crypto::bytes& records, const std::vector<WaitingPhoto>& photos,
           const crypto::public_key& site) {
  const auto line = QByteArray::fromStdString(std::string{protocol::outbox_file_line});
  return QDir{}.mkpath(QFileInfo{file.fileName()}.absolutePath()) && file.open(QIODevice::WriteOnly)
         && file.write(line) == line.size() && put(file, records)
         && std::ranges::all_of(
             photos, [&](const WaitingPhoto& photo) { return putPhoto(file, photo, site); })
         && file.commit();
}

} // namespace

result<SecondCopy> writeSecondCopy(Client& client, const QString& folder) {
  auto copy = unsent(client);
  const auto photos = client.photos().pending(everything);
  if (!copy || !photos)
    return fail(copy ? photos.error() : copy.error());
  for (const auto& photo : *photos)
    copy->photos.push_back(photo.sha256);
  if (copy->rows.empty() && photos->empty())
    return fail(errc::not_found, "nothing waits to be sent");
  const auto records = sealed(client, *copy);
  if (!records)
    return fail(records.error());
  const auto stamp = QDateTime::fromMSecsSinceEpoch(to_ms(copy->made_at), Qt::UTC)
                         .toString(QStringLiteral("yyyyMMdd-HHmmss"));
  const auto path = QDir{folder}.absoluteFilePath(
      QStringLiteral("palang-HP%1-%2.outbox").arg(copy->device_no).arg(stamp));
  QSaveFile file{path};
  if (!write(file, *records, *photos, *client.siteKey()) || !syncToDisk(folder))
    return fail(errc::db_unavailable, "cannot write " + path.toStdString());
  return SecondCopy{path, static_cast<int>(copy->rows.size()), static_cast<int>(photos->size()),
                    QFileInfo{path}.size()};
}

result<SealedRecords> sealRecords(Client& client) {
  const auto copy = unsent(client);
  if (!copy)
    return fail(copy.error());
  if (copy->rows.empty())
    return fail(errc::not_found, "nothing waits to be sent");
  return sealed(client, *copy).map([&](crypto::bytes bytes) {
    return SealedRecords{std::move(bytes), copy->device_no, static_cast<int>(copy->rows.size())};
  });
}

} // namespace palang::mobile
