#include "mobile/core/salvage.h"

#include "mobile/core/salvagecarving.h"
#include "mobile/core/storefile.h"
#include "shared/protocol/codec.hpp"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <array>

namespace palang::mobile {

namespace {

const std::array<QString, 3> companions{"", "-wal", "-shm"};

tl::unexpected<error> cannot(const char* what, const QString& path) {
  return fail(errc::db_unavailable, std::string("cannot ") + what + " " + path.toStdString()
                                        + ": make space on the device, then start again");
}

result<QString> copyAside(const QString& path, instant now) {
  const auto stamp =
      QDateTime::fromMSecsSinceEpoch(to_ms(now), Qt::UTC).toString("yyyyMMdd'T'HHmmss'Z'");
  const auto aside = path + ".damaged-" + stamp;
  for (const auto& companion : companions) {
    if (!QFile::exists(path + companion))
      continue;
    QFile::remove(aside + companion);
    if (!QFile::copy(path + companion, aside + companion) || !syncToDisk(aside + companion))
      return cannot("copy the damaged database to", aside + companion);
  }
  return aside;
}

void removeWithCompanions(const QString& path) {
  for (const auto& companion : companions)
    QFile::remove(path + companion);
}

/// Its own tables in order of creation: the outbox first.
result<std::vector<std::string>> tablesOf(sqlite::Database& db) {
  std::vector<std::string> out;
  auto q = db.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                    "'sqlite_%' ORDER BY rowid");
  while (q.next())
    out.push_back(q.text(0));
  return q.outcome().map([&] { return std::move(out); });
}

QStringList columnsOf(sqlite::Database& db, const std::string& table) {
  QStringList out;
  auto q = db.query("SELECT name FROM pragma_table_info(?)", table);
  while (q.next())
    out.append(QString::fromStdString(q.text(0)));
  return out;
}

/// Stops where `from` cannot be read on; rows that `to` has or does not take are left out.
result<void> takeRows(sqlite::Database& from, sqlite::Database& to, const std::string& select,
                      const std::string& insert) {
  auto rows = from.query(select);
  while (rows.next()) {
    auto write = to.query(insert);
    for (int i = 0; i < rows.columns(); ++i)
      write.bind(i + 1, rows.value(i));
    if (auto written = write.run(); !written && written.error().code == errc::db_unavailable)
      return written;
  }
  return {};
}

result<void> takeTable(sqlite::Database& from, sqlite::Database& to, const std::string& table) {
  auto columns = columnsOf(to, table);
  const auto known = columnsOf(from, table);
  columns.removeIf([&](const QString& column) { return !known.contains(column); });
  if (columns.isEmpty())
    return {};
  const auto list = columns.join(", ").toStdString();
  const auto marks = QStringList(columns.size(), "?").join(", ").toStdString();
  const auto insert = "INSERT OR IGNORE INTO " + table + " (" + list + ") VALUES (" + marks + ")";
  // From both ends: damage in the middle hides neither the oldest nor the newest.
  for (const std::string order : {"ASC", "DESC"})
    if (auto taken = takeRows(
            from, to, "SELECT " + list + " FROM " + table + " ORDER BY rowid " + order, insert);
        !taken)
      return taken;
  return {};
}

result<void> dropUnreadable(sqlite::Database& db) {
  std::vector<std::int64_t> bad;
  auto q = db.query("SELECT position, id, submission FROM outbox");
  while (q.next())
    if (const auto s = protocol::decode_submit(q.text(2)); !s || s->id != q.id(1))
      bad.push_back(q.integer(0));
  for (const auto position : bad)
    if (auto dropped = db.run("DELETE FROM outbox WHERE position = ?", position); !dropped)
      return dropped;
  return q.outcome();
}

result<void> addCarved(sqlite::Database& db, const QString& aside, instant now) {
  auto found = carveSubmissions(aside);
  for (auto& submission : carveSubmissions(aside + "-wal"))
    found.push_back(std::move(submission));
  std::ranges::stable_sort(found, {}, &protocol::submit::device_seq);
  for (const auto& s : found)
    if (auto added = db.run("INSERT OR IGNORE INTO outbox (id, device_seq, state, created_at_ms, "
                            "username, summary, "
                            "submission) VALUES (?, ?, 'pending', ?, '', ?, ?)",
                            s.id, s.device_seq, now, protocol::kind_of(s.data), encode(s));
        !added)
      return added;
  return {};
}

result<void> continueNumbers(sqlite::Database& from, sqlite::Database& to) {
  auto q = from.query("SELECT next_device_seq FROM device_counter");
  const auto counted = q.next() ? q.integer(0) : 1;
  return to.run("UPDATE device_counter SET next_device_seq = "
                "max(?, (SELECT ifnull(max(device_seq), 0) + 1 FROM outbox)) + ?",
                counted, salvageSafetyGap);
}

result<int> takeOver(const QString& damaged, const QString& aside, const QString& fresh,
                     instant now) {
  auto from = sqlite::Database::open(damaged.toStdString());
  auto to = openStoreFile(fresh);
  if (!from || !to)
    return fail(from ? to.error() : from.error());
  return sqlite::inTransaction(*to, [&]() -> result<int> {
    const auto tables = tablesOf(*to);
    if (!tables)
      return fail(tables.error());
    for (const auto& table : *tables)
      if (auto taken = takeTable(*from, *to, table); !taken)
        return fail(taken.error());
    auto rest =
        dropUnreadable(*to).and_then([&] { return addCarved(*to, aside, now); }).and_then([&] {
          return continueNumbers(*from, *to);
        });
    if (!rest)
      return fail(rest.error());
    auto q = to->query("SELECT count(*) FROM outbox");
    const auto count = q.next() ? static_cast<int>(q.integer(0)) : 0;
    return q.outcome().map([&] { return count; });
  });
}

} // namespace

result<OpenReport> salvage(const QString& path, instant now) {
  const auto aside = copyAside(path, now);
  if (!aside)
    return fail(aside.error());
  const auto fresh = path + ".salvaging";
  removeWithCompanions(fresh);
  const auto count = takeOver(path, *aside, fresh, now);
  if (!count)
    return fail(count.error());
  // Only a closed database without a log is whole in its one file.
  if (QFileInfo{fresh + "-wal"}.size() > 0 || !syncToDisk(fresh))
    return cannot("finish", fresh);
  if (!QFile::rename(fresh, path + ".salvaged"))
    return cannot("rename", fresh);
  if (auto finished = finishSalvage(path); !finished)
    return fail(finished.error());
  return OpenReport{.wasSalvaged = true, .asidePath = *aside, .salvagedRecords = *count};
}

result<void> finishSalvage(const QString& path) {
  const auto complete = path + ".salvaged";
  if (!QFile::exists(complete))
    return {};
  // The old log must never meet the new file: SQLite would write it into it.
  removeWithCompanions(path);
  if (!QFile::rename(complete, path) || !syncToDisk(QFileInfo{path}.absolutePath()))
    return cannot("rename", complete);
  return {};
}

} // namespace palang::mobile
