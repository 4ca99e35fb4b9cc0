#include "server/storage/inspect.hpp"

#include "server/ledger/try.hpp"
#include "server/storage/soci/copy_mark.hpp"
#include "server/storage/soci/migrator.hpp"
#include "server/storage/soci/schema.hpp"
#include "server/storage/soci/soci_store.hpp"
#include "server/storage/soci/sqlite_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string_view>

namespace palang::storage {

namespace {

using findings = std::vector<std::string>;

/// The migrator's own.
constexpr std::array<std::string_view, 2> migrators{"schema_migrations", "schema_progress"};

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
    if (!wanted.contains(name) && std::ranges::find(migrators, name) == migrators.end())
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

/// A session that writes nothing; adding up a year takes as long as it takes.
result<std::unique_ptr<dialect>> make_looking(const std::string& url, const std::string& password) {
  if (auto path = sqlite_path(url))
    return make_read_only_sqlite_dialect(std::move(*path));
  return make_dialect(url, password, purpose::change_schema);
}

/// Of tables that are all there.
result<void> tell_wrong_counts(std::unique_ptr<dialect> looking, findings& out) {
  const auto counted = make_soci_store(std::move(looking));
  auto& ports = counted->ports();
  PALANG_CHECK(ports.work.begin_read());
  const storage::transaction reading{ports.work};
  PALANG_TRY(wrong, ports.reports.wrong_hours());
  for (const auto& sum : wrong)
    out.push_back(sum + ". Next: stop the server and run palangd migrate --recount");
  return {};
}

result<findings> look(connection& db, const std::string& url, const std::string& password) {
  PALANG_CHECK(db.ensure());
  PALANG_TRY(found, db.guarded([&] { return read_schema(db); }));
  if (found.empty())
    return findings{};
  if (is_foreign(found))
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
  if (out.empty()) {
    PALANG_TRY(looking, make_looking(url, password));
    PALANG_CHECK(tell_wrong_counts(std::move(looking), out));
  }
  PALANG_TRY(weakness, db.guarded([&] { return db.speaks().weakness(db.session()); }));
  if (!weakness.empty())
    out.push_back(weakness);
  return out;
}

} // namespace

result<std::vector<std::string>> inspect(const std::string& url, const std::string& password) {
  if (const auto path = sqlite_path(url); path && !std::filesystem::exists(*path))
    return findings{};
  PALANG_TRY(looking, make_looking(url, password));
  connection db{std::move(looking)};
  return look(db, url, password);
}

} // namespace palang::storage
