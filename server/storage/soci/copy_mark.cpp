#include "server/storage/soci/copy_mark.hpp"

#include "server/ledger/try.hpp"
#include "server/storage/soci/schema.hpp"
#include "server/storage/soci/statement.hpp"

namespace palang::storage {

namespace {

result<bool> has_meta(connection& db, const text& name) {
  return db.guarded([&] {
    statement<std::tuple<text>, std::tuple<text>> query{
        db, "SELECT content FROM meta WHERE name = :name"};
    query.in = {name};
    return query.one();
  });
}

} // namespace

result<bool> has_history(connection& db) {
  PALANG_TRY(tables, db.guarded([&] { return read_schema(db); }));
  return tables.contains("meta") ? has_meta(db, "epoch") : false;
}

result<bool> has_copy_mark(connection& db) {
  return has_meta(db, "copying");
}

void set_copy_mark(connection& db) {
  db.execute(db.speaks().begin_write());
  db.execute("DELETE FROM meta");
  db.execute("INSERT INTO meta (name, content) VALUES ('copying', '')");
  db.execute("COMMIT");
}

} // namespace palang::storage
