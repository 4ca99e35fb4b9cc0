#include "server/storage/database.hpp"

#include "server/ledger/make.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/migrator.hpp"
#include "server/storage/soci/soci_store.hpp"

#include <utility>

namespace palang::storage {

namespace {

constexpr std::string_view sqlite_scheme = "sqlite://";

/// Two processes may find a new database together; the first name given to its history stays.
result<void> name_history(connection& db, const clock& time) {
  return db.guarded([&] {
    statement<std::tuple<text>> insert{
        db,
        "INSERT INTO meta (name, content) SELECT 'epoch', :epoch FROM (SELECT 1 AS one) AS single "
        "WHERE NOT EXISTS (SELECT 1 FROM meta WHERE name = 'epoch')"};
    insert.in = {to_string(make_uuid_v7(time.now()))};
    insert.run();
  });
}

class soci_database final : public database {
public:
  soci_database(std::string path, const clock& time) : path_{std::move(path)}, time_{time} {}

  [[nodiscard]] result<void> prepare() const {
    connection db{make_sqlite_dialect(path_)};
    auto migrated = migrate(db, migrations_for(db.speaks().name(), migration_files()));
    return migrated ? name_history(db, time_) : migrated;
  }

  result<std::unique_ptr<ledger::writer>> make_writer() override {
    return ledger::make_writer(make_soci_store(make_sqlite_dialect(path_)), time_);
  }

  result<std::unique_ptr<ledger::reader>> make_reader() override {
    return ledger::make_reader(make_soci_store(make_sqlite_dialect(path_)));
  }

private:
  std::string path_;
  const clock& time_;
};

} // namespace

result<std::unique_ptr<database>> open_database(const std::string& url, const std::string&,
                                                const clock& time) {
  if (!url.starts_with(sqlite_scheme) || url.size() <= sqlite_scheme.size()
      || url[sqlite_scheme.size()] != '/')
    return fail(errc::invalid, "the database URL must be sqlite:///absolute/path", "db");
  auto opened = std::make_unique<soci_database>(url.substr(sqlite_scheme.size()), time);
  if (auto ready = opened->prepare(); !ready)
    return fail(ready.error());
  return opened;
}

} // namespace palang::storage
