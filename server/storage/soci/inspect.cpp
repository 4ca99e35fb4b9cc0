#include "server/storage/inspect.hpp"

#include "server/ledger/try.hpp"
#include "server/storage/soci/copy_mark.hpp"
#include "server/storage/soci/migrator.hpp"
#include "server/storage/soci/schema.hpp"
#include "server/storage/soci/sqlite_file.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace palang::storage {

namespace {

using findings = std::vector<std::string>;

/// The migrator's own.
constexpr std::string_view steps_table = "schema_migrations";
constexpr std::string_view progress_table = "schema_progress";

constexpr std::string_view lost = " is missing. Next: restore a backup";
constexpr std::string_view foreign = " is not Palang's. Next: move it elsewhere";

template <class Names, class Others>
void tell_differences(const std::string& what, const Names& wanted, const Others& found,
                      findings& out) {
  for (const auto& name : wanted)
    if (std::ranges::find(found, name) == std::ranges::end(found))
      out.push_back(what + name + std::string{lost});
  for (const auto& name : found)
    if (std::ranges::find(wanted, name) == std::ranges::end(wanted))
      out.push_back(what + name + std::string{foreign});
}

findings compare(const schema& wanted, const schema& found) {
  findings out;
  for (const auto& [name, shape] : wanted) {
    const auto at = found.find(name);
    if (at == found.end()) {
      out.push_back("table " + name + std::string{lost});
      continue;
    }
    tell_differences("column " + name + ".", shape.columns, at->second.columns, out);
    tell_differences("index " + name + ".", shape.indexes, at->second.indexes, out);
  }
  for (const auto& [name, shape] : found)
    if (!wanted.contains(name) && name != steps_table && name != progress_table)
      out.push_back("table " + name + std::string{foreign});
  return out;
}

/// The version alone, where the tables cannot be those of this program.
result<findings> judge_version(connection& db, const std::vector<migration>& steps) {
  PALANG_TRY(newest, newest_migration(db));
  const auto known = steps.back().number;
  if (newest > known)
    return findings{"the tables are of version " + std::to_string(newest) + ", this program knows "
                    + std::to_string(known) + ". Next: install the newer palangd again"};
  if (newest < known)
    return findings{"the tables are of version " + std::to_string(newest) + ", this program's are "
                    + std::to_string(known) + ". Next: run palangd migrate"};
  return findings{"the tables were made by another palangd of the same version. Next: install that "
                  "one again"};
}

result<findings> look(connection& db) {
  PALANG_CHECK(db.ensure());
  PALANG_TRY(found, db.guarded([&] { return read_schema(db); }));
  if (found.empty())
    return findings{};
  if (!found.contains(std::string{steps_table}))
    return findings{"the tables are another program's. Next: set db to a database of Palang's own"};
  const auto steps = migrations_for(db.speaks().name(), migration_files());
  PALANG_TRY(is_current, is_migrated(db, steps));
  if (!is_current)
    return judge_version(db, steps);
  auto out = compare(described_schema(db.speaks().name()), found);
  if (found.contains("meta")) {
    PALANG_TRY(is_unfinished, has_copy_mark(db));
    if (is_unfinished)
      out.push_back(
          "a copy into it did not finish. Next: run palangd migrate --from … --to … again");
  }
  PALANG_TRY(weakness, db.guarded([&] { return db.speaks().weakness(db.session()); }));
  if (!weakness.empty())
    out.push_back(weakness);
  return out;
}

} // namespace

result<std::vector<std::string>> inspect(const std::string& url, const std::string& password) {
  PALANG_TRY(speaks, make_dialect(url, password, purpose::read));
  if (const auto path = sqlite_path(url)) {
    if (!std::filesystem::exists(*path))
      return findings{};
    speaks = make_read_only_sqlite_dialect(*path);
  }
  connection db{std::move(speaks)};
  return look(db);
}

} // namespace palang::storage
