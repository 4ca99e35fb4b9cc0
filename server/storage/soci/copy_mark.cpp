#include "server/storage/soci/copy_mark.hpp"

#include "server/storage/soci/statement.hpp"

namespace palang::storage {

result<bool> has_copy_mark(connection& db) {
  return db.guarded([&] {
    statement<std::tuple<>, std::tuple<text>> query{
        db, "SELECT content FROM meta WHERE name = 'copying'"};
    return query.one();
  });
}

void set_copy_mark(connection& db) {
  db.execute(db.speaks().begin_write());
  db.execute("DELETE FROM meta");
  db.execute("INSERT INTO meta (name, content) VALUES ('copying', '')");
  db.execute("COMMIT");
}

} // namespace palang::storage
