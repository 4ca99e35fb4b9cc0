#include "mobile/core/offlinefiles.h"
#include "mobile/core/photostore.h"
#include "mobile/core/sqlite.h"
#include "shared/domain/plate.hpp"
#include "shared/protocol/limits.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace palang::mobile {

namespace {

using Outcome = ImportedFile::Outcome;
using protocol::offline_kind;
using protocol::offline_record;

QString words(const char* text) {
  return QCoreApplication::translate("OfflineFiles", text);
}

struct Candidate {
  QString name;
  offline_record record;
};

/// Reads one folder into a store.
class Import {
public:
  Import(Store& store, PhotoStore& photos, const ImportOptions& options)
      : m_store{store}, m_photos{photos}, m_options{options}, m_folder{options.folder} {}

  result<std::vector<ImportedFile>> run();

private:
  void readFiles();
  void report(const QString& name, Outcome outcome, const QString& note = {});
  /// Skipping is no error; an error ends the import.
  result<void> take(const Candidate& c);
  result<bool> isKnown(const Candidate& c);
  result<void> append(const Candidate& c);
  result<Store::Draft> draftOf(const Candidate& c, QStringList& notes);
  result<std::optional<std::string>> takePhoto(const offline_record& r, QStringList& notes);
  QString findPhoto(const QString& path) const;
  result<protocol::session> effectOf(const offline_record& r, const Store::Draft& draft);
  result<std::vector<uuid>> entryOf(const uuid& sessionId);
  result<std::optional<std::string>> importedAs(const std::string& where, const std::string& a,
                                                const std::string& b = {});

  Store& m_store;
  PhotoStore& m_photos;
  const ImportOptions& m_options;
  QDir m_folder;
  std::vector<Candidate> m_candidates;
  std::vector<ImportedFile> m_report;
};

result<std::vector<ImportedFile>> Import::run() {
  if (!m_folder.exists())
    return fail(errc::not_found, "there is no folder " + m_options.folder.toStdString());
  readFiles();
  auto done = sqlite::inTransaction(m_store.database(), [&]() -> result<void> {
    for (const auto& candidate : m_candidates)
      if (auto taken = take(candidate); !taken)
        return taken;
    return {};
  });
  if (!done)
    return fail(done.error());
  std::ranges::sort(m_report, {}, &ImportedFile::name);
  return std::move(m_report);
}

void Import::report(const QString& name, Outcome outcome, const QString& note) {
  m_report.push_back({name, outcome, note});
}

void Import::readFiles() {
  for (const auto& name : m_folder.entryList({"*.json"}, QDir::Files, QDir::Name)) {
    const auto kind = protocol::offline_kind_of(name.toStdString());
    QFile file{m_folder.filePath(name)};
    if (!kind) {
      report(name, Outcome::Skipped,
             words("its name begins neither with parking_entry_ nor with parking_exit_"));
    } else if (!file.open(QIODevice::ReadOnly)) {
      report(name, Outcome::Skipped, words("it cannot be opened: %1").arg(file.errorString()));
    } else if (auto record = protocol::decode_offline_record(
                   file.read(protocol::limits::max_frame_bytes).toStdString(), *kind,
                   m_options.zone)) {
      m_candidates.push_back({name, std::move(*record)});
    } else if (record.error().code == errc::bad_message) {
      report(name, Outcome::Skipped, words("it was written only in part or is no JSON"));
    } else {
      report(name, Outcome::Skipped,
             QString::fromStdString(record.error().field + ": " + record.error().message));
    }
  }
  std::ranges::stable_sort(m_candidates, {}, [](const Candidate& c) {
    return std::tuple{c.record.kind, c.record.taken_at()};
  });
}

result<void> Import::take(const Candidate& c) {
  const auto known = isKnown(c);
  if (!known)
    return fail(known.error());
  if (*known)
    return {};
  auto appended = append(c);
  if (appended || appended.error().code == errc::db_unavailable
      || appended.error().code == errc::corrupt)
    return appended;
  report(c.name, Outcome::Skipped, QString::fromStdString(appended.error().message));
  return {};
}

/// Reports the file when it is not to be imported.
result<bool> Import::isKnown(const Candidate& c) {
  const auto id = to_string(offline_submission_id(c.record, c.name.toStdString()));
  const auto here = importedAs("submission_id = ?", id);
  const auto twin = importedAs("kind = ? AND session_id = ?", std::string(to_string(c.record.kind)),
                               to_string(offline_session_id(c.record)));
  const auto row = m_store.row(*parse_uuid(id));
  if (!here || !twin)
    return fail(here ? twin.error() : here.error());
  if (*here || row)
    report(c.name, Outcome::AlreadyThere);
  else if (*twin)
    report(c.name, Outcome::Skipped,
           words("the same transaction was imported from %1").arg(QString::fromStdString(**twin)));
  else if (c.record.is_synced && (c.record.submission_id || !m_options.takesSynced))
    report(c.name, Outcome::Skipped, words("it is marked SYNCED: a server has it already"));
  else
    return false;
  return true;
}

result<std::optional<std::string>> Import::importedAs(const std::string& where,
                                                      const std::string& a, const std::string& b) {
  const auto sql = "SELECT file_name FROM imported_file WHERE " + where;
  auto q = b.empty() ? m_store.database().query(sql, a) : m_store.database().query(sql, a, b);
  auto found = q.next() ? std::optional{q.text(0)} : std::nullopt;
  return q.outcome().map([&] { return std::move(found); });
}

result<void> Import::append(const Candidate& c) {
  return sqlite::inTransaction(m_store.database(), [&]() -> result<void> {
    QStringList notes;
    const auto draft = draftOf(c, notes);
    if (!draft)
      return fail(draft.error());
    if (auto row = m_store.append(*draft); !row)
      return fail(row.error());
    auto noted = m_store.database().run("INSERT INTO imported_file VALUES (?, ?, ?, ?, ?)",
                                        *draft->id, to_string(c.record.kind), draft->effect->id,
                                        c.name.toStdString(), m_store.time().now());
    if (noted)
      report(c.name, Outcome::Imported, notes.join("; "));
    return noted;
  });
}

result<Store::Draft> Import::draftOf(const Candidate& c, QStringList& notes) {
  const auto& r = c.record;
  const bool isEntry = r.kind == offline_kind::entry;
  if (r.entered_at && r.exited_at && *r.exited_at < *r.entered_at)
    notes.append(words("its exit is before its entry: the clock was wrong"));
  if (isEntry && !domain::vehicle_class_from(r.vehicle_type))
    notes.append(words("unknown vehicle type %1: taken as LAIN")
                     .arg(QString::fromStdString(r.vehicle_type)));
  const auto photo = takePhoto(r, notes);
  if (!photo)
    return fail(photo.error());
  Store::Draft draft;
  draft.id = offline_submission_id(r, c.name.toStdString());
  draft.data =
      offline_submission(r, isEntry ? m_options.entryGateId : m_options.exitGateId, *photo);
  draft.takenAt = r.taken_at();
  draft.isOffline = true;
  draft.hasDevice = m_options.hasDevice;
  draft.username = m_options.username;
  draft.summary = r.vehicle_number + " · " + (isEntry ? r.vehicle_type : to_display(r.fee)) + " · "
                  + c.name.toStdString();
  if (!isEntry) {
    auto entry = entryOf(offline_session_id(r));
    if (!entry)
      return fail(entry.error());
    draft.dependsOn = std::move(*entry);
  }
  auto effect = effectOf(r, draft);
  if (!effect)
    return fail(effect.error());
  draft.effect = std::move(*effect);
  return draft;
}

result<std::vector<uuid>> Import::entryOf(const uuid& sessionId) {
  auto q = m_store.database().query(
      "SELECT submission_id FROM imported_file WHERE kind = 'entry' AND session_id = ?", sessionId);
  std::vector<uuid> out;
  while (q.next())
    out.push_back(q.id(0));
  return q.outcome().map([&] { return std::move(out); });
}

result<protocol::session> Import::effectOf(const offline_record& r, const Store::Draft& draft) {
  const auto id = offline_session_id(r);
  const auto known = m_store.session(id);
  if (!known)
    return fail(known.error());
  auto s = known->value_or(protocol::session{});
  s.id = id;
  if (const auto* entry = std::get_if<protocol::entry_data>(&draft.data)) {
    s.status = s.exited_at ? protocol::session_status::closed : protocol::session_status::open;
    s.plate = entry->plate.value_or("");
    s.plate_reason = entry->plate_reason;
    s.vehicle_type =
        domain::vehicle_class_from(entry->vehicle_type).value_or(domain::vehicle_class::lain);
    s.entered_at = r.entered_at;
    s.entry_gate_id = entry->gate_id;
    s.photo_in = entry->photo;
  } else if (const auto* exit = std::get_if<protocol::exit_data>(&draft.data)) {
    s.status = *known ? protocol::session_status::closed : protocol::session_status::exit_only;
    if (!*known)
      s.plate = exit->plate.value_or("");
    s.exited_at = r.exited_at;
    s.exit_gate_id = exit->gate_id;
    s.charged = exit->charged;
    s.photo_out = exit->photo;
  }
  s.plate_key = domain::plate_key(s.plate);
  s.photo_pending = s.photo_in || s.photo_out;
  return s;
}

// -- photos
// -------------------------------------------------------------------------------------------------

/// In the folder or beside it; never anywhere else, whatever the file says.
QString Import::findPhoto(const QString& path) const {
  const auto clean = QDir::cleanPath(path);
  if (QDir::isAbsolutePath(clean) || clean.startsWith(".."))
    return {};
  for (const auto& place : {m_folder.filePath(clean), m_folder.filePath("../" + clean)})
    if (QFile::exists(place))
      return place;
  return {};
}

/// A photo that is missing or no picture is noted; only the store's own trouble is an error.
result<std::optional<std::string>> Import::takePhoto(const offline_record& r, QStringList& notes) {
  if (r.image_path.empty())
    return std::nullopt;
  const auto name = QString::fromStdString(r.image_path);
  QFile file{findPhoto(name)};
  if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly)) {
    notes.append(words("the photo %1 is missing").arg(name));
    return std::nullopt;
  }
  const auto kind = r.kind == offline_kind::entry ? PhotoKind::Entry : PhotoKind::Exit;
  auto sha256 = m_photos.add(file.read(protocol::limits::max_photo_bytes + 1), kind);
  if (sha256)
    return std::move(*sha256);
  if (sha256.error().code == errc::db_unavailable)
    return fail(sha256.error());
  notes.append(words("the photo %1 was left out: %2")
                   .arg(name, QString::fromStdString(sha256.error().message)));
  return std::nullopt;
}

} // namespace

result<std::vector<ImportedFile>> OfflineFiles::importFolder(const ImportOptions& options) {
  return Import{m_store, m_photos, options}.run();
}

} // namespace palang::mobile
