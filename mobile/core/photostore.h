#pragma once

#include "mobile/core/store.h"

#include <QByteArray>
#include <QDir>
#include <QString>

#include <string>
#include <vector>

namespace palang::mobile {

enum class PhotoKind { Entry, Exit };

struct WaitingPhoto {
  std::string sha256; ///< Lower-case hex.
  PhotoKind kind = PhotoKind::Entry;
  QString path;
  std::int64_t sizeBytes = 0;
  instant addedAt{};
};

/// The device's photos: files named by their content in Images/Masuk and Images/Keluar, and the
/// queue of their uploads in the store's database. Thread: the store's.
class PhotoStore {
public:
  /// `dataDir` as of Client::Options. The store is open and lives longer.
  PhotoStore(Store& store, const QString& dataDir);

  /// Keeps the photo, checks what was written by its hash and queues it; returns its SHA-256 once
  /// all is on disk. The same photo again changes nothing. Errors: too_large (over
  /// limits::max_photo_bytes), unsupported_media_type (neither JPEG nor PNG), db_unavailable.
  [[nodiscard]] result<std::string> add(const QByteArray& bytes, PhotoKind kind);
  /// What waits for its upload, oldest first.
  [[nodiscard]] result<std::vector<WaitingPhoto>> pending(int limit) const;
  [[nodiscard]] result<int> pendingCount() const;
  [[nodiscard]] result<void> markUploaded(const std::string& sha256);
  /// Every photo that is still here waits for its upload again: the server may have lost it.
  /// Returns how many.
  [[nodiscard]] result<int> sendAgain();
  /// Empty when the photo is not on this device (any more).
  [[nodiscard]] QString path(const std::string& sha256) const;
  /// Removes photos that were uploaded more than `days` days ago. Returns how many.
  [[nodiscard]] result<int> clean(int days);

private:
  [[nodiscard]] QString pathOf(const std::string& sha256, PhotoKind kind) const;

  Store& m_store;
  QDir m_images;
};

} // namespace palang::mobile
