#include "mobile/core/photostore.h"

#include "mobile/core/sqlite.h"
#include "mobile/core/storefile.h"
#include "shared/core/crypto.hpp"
#include "shared/protocol/limits.hpp"

#include <QFile>

#include <string_view>
#include <utility>

namespace palang::mobile {

namespace {

/// The manual's folder names.
QString folderOf(PhotoKind kind) {
  return kind == PhotoKind::Entry ? "Masuk" : "Keluar";
}

const char* wordOf(PhotoKind kind) {
  return kind == PhotoKind::Entry ? "entry" : "exit";
}

PhotoKind kindFrom(const std::string& word) {
  return word == "exit" ? PhotoKind::Exit : PhotoKind::Entry;
}

std::string hashOf(const QByteArray& bytes) {
  return crypto::to_hex(
      crypto::sha256_of(std::string_view{bytes.data(), static_cast<std::size_t>(bytes.size())}));
}

bool isPicture(const QByteArray& bytes) {
  return bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("\x89PNG\r\n\x1A\n");
}

bool holds(const QString& path, const std::string& sha256) {
  QFile file{path};
  return file.open(QIODevice::ReadOnly) && hashOf(file.readAll()) == sha256;
}

} // namespace

PhotoStore::PhotoStore(Store& store, const QString& dataDir)
    : m_store{store}, m_images{dataDir + "/Images"} {}

QString PhotoStore::pathOf(const std::string& sha256, PhotoKind kind) const {
  return m_images.absoluteFilePath(folderOf(kind) + "/" + QString::fromStdString(sha256) + ".jpg");
}

result<std::string> PhotoStore::add(const QByteArray& bytes, PhotoKind kind) {
  if (static_cast<std::size_t>(bytes.size()) > protocol::limits::max_photo_bytes)
    return fail(errc::too_large, "a photo has at most 5 MiB");
  if (!isPicture(bytes))
    return fail(errc::unsupported_media_type, "a photo is a JPEG or PNG file");
  const auto sha256 = hashOf(bytes);
  // The same picture may be here as the other kind.
  const auto known = path(sha256);
  const auto target = known.isEmpty() ? pathOf(sha256, kind) : known;
  if (!holds(target, sha256) && (!writeWhole(target, bytes) || !holds(target, sha256)))
    return fail(errc::db_unavailable, "the photo cannot be written to " + target.toStdString());
  return m_store.database()
      .run("INSERT INTO photo (sha256, kind, size_bytes, added_at_ms) VALUES (?, ?, ?, ?) ON "
           "CONFLICT DO NOTHING",
           sha256, wordOf(kind), bytes.size(), m_store.time().now())
      .map([&] { return sha256; });
}

result<std::vector<WaitingPhoto>> PhotoStore::pending(int limit) const {
  std::vector<WaitingPhoto> out;
  // In the order in which they were taken, whatever people did to the clock meanwhile.
  auto q = m_store.database().query("SELECT sha256, kind, size_bytes, added_at_ms FROM photo "
                                    "WHERE uploaded_at_ms IS NULL ORDER BY rowid LIMIT ?",
                                    limit);
  while (q.next()) {
    const auto kind = kindFrom(q.text(1));
    out.push_back({q.text(0), kind, pathOf(q.text(0), kind), q.integer(2), q.time(3)});
  }
  return q.outcome().map([&] { return std::move(out); });
}

result<int> PhotoStore::pendingCount() const {
  auto q = m_store.database().query("SELECT count(*) FROM photo WHERE uploaded_at_ms IS NULL");
  const auto count = q.next() ? static_cast<int>(q.integer(0)) : 0;
  return q.outcome().map([&] { return count; });
}

result<void> PhotoStore::markUploaded(const std::string& sha256) {
  return m_store.database().run(
      "UPDATE photo SET uploaded_at_ms = ? WHERE sha256 = ? AND uploaded_at_ms IS NULL",
      m_store.time().now(), sha256);
}

result<int> PhotoStore::sendAgain() {
  std::vector<std::string> here;
  auto q =
      m_store.database().query("SELECT sha256, kind FROM photo WHERE uploaded_at_ms IS NOT NULL");
  while (q.next())
    if (QFile::exists(pathOf(q.text(0), kindFrom(q.text(1)))))
      here.push_back(q.text(0));
  if (auto read = q.outcome(); !read)
    return fail(read.error());
  return sqlite::inTransaction(m_store.database(), [&]() -> result<int> {
    for (const auto& sha256 : here)
      if (auto put = m_store.database().run(
              "UPDATE photo SET uploaded_at_ms = NULL WHERE sha256 = ?", sha256);
          !put)
        return fail(put.error());
    return static_cast<int>(here.size());
  });
}

QString PhotoStore::path(const std::string& sha256) const {
  auto q = m_store.database().query("SELECT kind FROM photo WHERE sha256 = ?", sha256);
  if (!q.next())
    return {};
  const auto found = pathOf(sha256, kindFrom(q.text(0)));
  return QFile::exists(found) ? found : QString{};
}

result<int> PhotoStore::clean(int days) {
  const auto before = m_store.time().now() - std::chrono::days{days};
  // The file first: a row without its file is tried again, a file without its row would stay for
  // ever.
  auto q =
      m_store.database().query("SELECT sha256, kind FROM photo WHERE uploaded_at_ms < ?", before);
  while (q.next())
    QFile::remove(pathOf(q.text(0), kindFrom(q.text(1))));
  if (auto read = q.outcome(); !read)
    return fail(read.error());
  return m_store.database().run("DELETE FROM photo WHERE uploaded_at_ms < ?", before).map([&] {
    return m_store.database().changes();
  });
}

} // namespace palang::mobile
