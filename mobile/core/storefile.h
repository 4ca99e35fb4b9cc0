#pragma once

#include "mobile/core/sqlite.h"

#include <QByteArray>
#include <QString>

namespace palang::mobile {

/// Opens or creates the store's file: WAL, synchronous=FULL, foreign keys and busy timeout set and
/// read back, content checked, schema migrated. A file under 50 MB, or one that was not closed
/// properly, is checked page by page. Errors: corrupt, db_unavailable, not_supported.
[[nodiscard]] result<sqlite::Database> openStoreFile(const QString& path);

/// Returns once the file's content, or the folder's list of files, is on disk. False when it may
/// not be.
[[nodiscard]] bool syncToDisk(const QString& path);

/// Writes a file and makes its folder when needed; it is in place whole and on disk, or not at all.
[[nodiscard]] bool writeWhole(const QString& path, const QByteArray& bytes);

} // namespace palang::mobile
