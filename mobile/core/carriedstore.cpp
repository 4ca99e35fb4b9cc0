#include "mobile/core/carriedstore.h"

#include "mobile/core/sqlite.h"
#include "mobile/core/storefile.h"
#include "shared/protocol/outbox_copy.hpp"

#include <QFile>

#include <algorithm>

namespace palang::mobile {

namespace {

QByteArray bytesOf(const crypto::bytes& sealed) {
  return {reinterpret_cast<const char*>(sealed.data()), static_cast<qsizetype>(sealed.size())};
}

std::string hashOf(const QByteArray& bytes) {
  return crypto::to_hex(
      crypto::sha256_of(std::string_view{bytes.data(), static_cast<std::size_t>(bytes.size())}));
}

} // namespace

CarriedStore::CarriedStore(Store& store, const QString& dataDir)
    : m_store{store}, m_folder{dataDir + "/Salinan/Bawaan"} {}

QString CarriedStore::pathOf(const std::string& sha256) const {
  return m_folder.absoluteFilePath(QString::fromStdString(sha256));
}

result<CarriedCopy> CarriedStore::add(const crypto::bytes& sealed, std::uint16_t deviceNo,
                                      int records) {
  if (sealed.size() > protocol::max_sealed_bytes)
    return fail(errc::too_large, "the server takes no copy as large as this");
  const auto bytes = bytesOf(sealed);
  const auto sha256 = hashOf(bytes);
  if (!content(sha256) && (!writeWhole(pathOf(sha256), bytes) || !content(sha256)))
    return fail(errc::db_unavailable, "cannot write " + pathOf(sha256).toStdString());
  const auto now = m_store.time().now();
  return m_store.database()
      .run("INSERT INTO carried_copy (sha256, device_no, records, taken_at_ms) "
           "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
           sha256, deviceNo, records, now)
      .map([&] { return CarriedCopy{sha256, deviceNo, records, now, {}, {}, {}}; });
}

result<std::vector<CarriedCopy>> CarriedStore::read(const std::string& condition) const {
  std::vector<CarriedCopy> out;
  auto q = m_store.database().query("SELECT sha256, device_no, records, taken_at_ms, "
                                    "delivered_at_ms, receipt, trouble FROM carried_copy "
                                    + condition + " ORDER BY rowid");
  while (q.next()) {
    CarriedCopy copy{q.text(0),
                     static_cast<std::uint16_t>(q.integer(1)),
                     static_cast<int>(q.integer(2)),
                     q.time(3),
                     q.optionalTime(4),
                     {},
                     q.text(6)};
    if (auto receipt = protocol::decode_outbox_receipt(q.text(5)))
      copy.receipt = *std::move(receipt);
    out.push_back(std::move(copy));
  }
  return q.outcome().map([&] { return std::move(out); });
}

result<std::vector<CarriedCopy>> CarriedStore::all() const {
  return read("");
}

result<std::vector<CarriedCopy>> CarriedStore::waiting() const {
  return read("WHERE delivered_at_ms IS NULL");
}

result<QByteArray> CarriedStore::content(const std::string& sha256) const {
  QFile file{pathOf(sha256)};
  if (!file.open(QIODevice::ReadOnly))
    return fail(errc::corrupt, "cannot read " + pathOf(sha256).toStdString());
  auto bytes = file.readAll();
  if (hashOf(bytes) != sha256)
    return fail(errc::corrupt, "damaged: " + pathOf(sha256).toStdString());
  return bytes;
}

result<void> CarriedStore::markDelivered(const std::string& sha256,
                                         const protocol::outbox_receipt& receipt) {
  return m_store.database().run("UPDATE carried_copy SET delivered_at_ms = ?, receipt = ?, "
                                "trouble = NULL WHERE sha256 = ?",
                                m_store.time().now(), protocol::encode(receipt), sha256);
}

result<void> CarriedStore::noteTrouble(const std::string& sha256, const std::string& why) {
  return m_store.database().run("UPDATE carried_copy SET trouble = ? WHERE sha256 = ?", why,
                                sha256);
}

result<int> CarriedStore::clean(int days) {
  const auto before = m_store.time().now() - std::chrono::days{days};
  const auto copies = all();
  if (!copies)
    return fail(copies.error());
  // The file first: a row without its file is tried again, a file without its row stays for ever.
  for (const auto& copy : *copies)
    if (copy.deliveredAt && *copy.deliveredAt < before)
      QFile::remove(pathOf(copy.sha256));
  return m_store.database()
      .run("DELETE FROM carried_copy WHERE delivered_at_ms < ?", before)
      .map([&] { return m_store.database().changes(); });
}

} // namespace palang::mobile
