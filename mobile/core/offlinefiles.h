#pragma once

#include "mobile/core/store.h"
#include "shared/protocol/offline_files.hpp"

#include <QString>
#include <QStringList>

#include <set>
#include <string>
#include <vector>

namespace palang::mobile {

class PhotoStore;

/// What became of one file of an `offline_data` folder.
struct ImportedFile {
  enum class Outcome { Imported, AlreadyThere, Skipped };
  QString name;
  Outcome outcome = Outcome::Imported;
  QString note; ///< For a person: why it was skipped, or what is odd about what was imported. May
                ///< be empty.
};

struct ImportOptions {
  QString folder;           ///< Holds the JSON files; Images/ is in it or beside it.
  protocol::site_zone zone; ///< config.site.utc_offsets
  std::string entryGateId;  ///< The files name no gate.
  std::string exitGateId;
  std::string username;
  bool hasDevice = true;
  /// A file marked SYNCED was with some server before. Normally it is skipped; with this it is
  /// imported unless Palang itself exported it as applied. Its ids come from its name, so that a
  /// server that has it takes it for a repeat.
  bool takesSynced = false;
};

struct ExportOptions {
  QString folder;
  protocol::site_zone zone;
  /// Pending and quarantined records always; applied ones too with `all`, marked SYNCED.
  bool all = false;
};

struct ExportReport {
  int records = 0;
  int photos = 0;
  QStringList left; ///< Summaries of records that this format cannot say (shifts, corrections, …).
};

/// The manual's folder of JSON files and photos, in and out of the outbox. Thread: the store's.
class OfflineFiles {
public:
  OfflineFiles(Store& store, PhotoStore& photos) : m_store{store}, m_photos{photos} {}

  /// Takes every file over as an offline record, entries before exits, oldest first, all in one
  /// transaction. One file's fault never keeps the others out. Importing again changes nothing.
  /// Errors: not_found (no such folder), db_unavailable (nothing was imported).
  [[nodiscard]] result<std::vector<ImportedFile>> importFolder(const ImportOptions& options);

  /// Writes one file per entry and exit, and their photos; each file appears whole or not at all.
  /// Errors: db_unavailable (cannot be written), corrupt.
  [[nodiscard]] result<ExportReport> exportFolder(const ExportOptions& options) const;

private:
  Store& m_store;
  PhotoStore& m_photos;
};

} // namespace palang::mobile
