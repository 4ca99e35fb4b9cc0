#include "mobile/core/schema.h"

#include "mobile/core/sqlite.h"

#include <QDir>
#include <QFile>

namespace palang::mobile {

namespace {

result<qsizetype> versionOf(sqlite::Database& db) {
  auto q = db.query("PRAGMA user_version");
  const auto version = q.next() ? q.integer(0) : 0;
  return q.outcome().map([&] { return static_cast<qsizetype>(version); });
}

result<void> apply(sqlite::Database& db, const QString& path, qsizetype version) {
  QFile file{path};
  if (!file.open(QIODevice::ReadOnly))
    return fail(errc::internal, "cannot read " + path.toStdString());
  const auto script = file.readAll().toStdString();
  return sqlite::inTransaction(db, [&] {
    return db.execute(script + "PRAGMA user_version = " + std::to_string(version) + ";");
  });
}

} // namespace

result<void> migrate(sqlite::Database& db) {
  const QDir schema{":/client_schema"};
  const auto files = schema.entryList(QDir::Files, QDir::Name);
  const auto version = versionOf(db);
  if (!version)
    return fail(version.error());
  if (files.isEmpty() || *version > files.size())
    return fail(errc::not_supported, "a newer program made this database (version "
                                         + std::to_string(*version) + "); install that one again");
  for (auto i = *version; i < files.size(); ++i)
    if (auto applied = apply(db, schema.filePath(files[i]), i + 1); !applied)
      return applied;
  return {};
}

} // namespace palang::mobile
