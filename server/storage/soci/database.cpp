#include "server/storage/database.hpp"

#include "server/ledger/make.hpp"
#include "server/storage/soci/catch_up.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/copy_mark.hpp"
#include "server/storage/soci/in_turn.hpp"
#include "server/storage/soci/migrator.hpp"
#include "server/storage/soci/schema.hpp"
#include "server/storage/soci/soci_store.hpp"
#include "shared/core/crypto.hpp"

#include <array>
#include <utility>

namespace palang::storage {

namespace {

/// Two processes may find a new database together; what the first one gives it stays.
void keep_once(connection& db, const std::string& name, std::string content) {
  statement<std::tuple<text>> insert{db, "INSERT INTO meta (name, content) SELECT '" + name
                                             + "', :content FROM (SELECT 1 AS one) AS single "
                                               "WHERE NOT EXISTS (SELECT 1 FROM meta WHERE name = '"
                                             + name + "')"};
  insert.in = {std::move(content)};
  insert.run();
}

std::string make_seed() {
  std::array<std::uint8_t, 32> seed{};
  crypto::random_fill(seed);
  return crypto::to_base64(seed);
}

/// A name for its history and a key for its site.
result<void> name_history(connection& db, const clock& time) {
  return in_turn(db, [&] {
    keep_once(db, "epoch", to_string(make_uuid_v7(time.now())));
    keep_once(db, "site_seed", make_seed());
  });
}

/// Before the first table is made: what belongs to another program stays as it is.
result<void> need_own_place(connection& db) {
  const auto looks_foreign = [&] {
    return db.guarded([&] { return is_foreign(read_schema(db)); });
  };
  return db.ensure()
      .and_then(looks_foreign)
      // A list that is read while another process makes the tables may lack the first of them; one
      // that is read afterwards has it.
      .and_then([&](bool once) { return once ? looks_foreign() : result<bool>{false}; })
      .and_then([](bool is_others) -> result<void> {
        if (is_others)
          return fail(errc::corrupt, "the database holds another program's tables; nothing was "
                                     "changed. Next: set db to a database of Palang's own");
        return {};
      });
}

class soci_database final : public database {
public:
  soci_database(std::string url, std::string password, const clock& time)
      : url_{std::move(url)}, password_{std::move(password)}, time_{time} {}

  [[nodiscard]] result<void> prepare() const {
    auto speaks = make_dialect(url_, password_, purpose::change_schema);
    if (!speaks)
      return fail(speaks.error());
    connection db{std::move(*speaks)};
    auto unfinished =
        need_own_place(db)
            .and_then(
                [&] { return migrate(db, migrations_for(db.speaks().name(), migration_files())); })
            .and_then([&] { return has_copy_mark(db); });
    if (!unfinished)
      return fail(unfinished.error());
    if (*unfinished)
      return fail(errc::corrupt, "a copy into this database did not finish: run it again");
    return name_history(db, time_).and_then([&] { return catch_up(db); });
  }

  result<std::unique_ptr<ledger::writer>> make_writer() override {
    return make_dialect(url_, password_, purpose::write).and_then([this](auto speaks) {
      return ledger::make_writer(make_soci_store(std::move(speaks)), time_);
    });
  }

  result<std::unique_ptr<ledger::reader>>
  make_reader(std::optional<std::int64_t> monthly_calls) override {
    return make_dialect(url_, password_, purpose::read).and_then([monthly_calls](auto speaks) {
      return ledger::make_reader(make_soci_store(std::move(speaks)), monthly_calls);
    });
  }

private:
  std::string url_;
  std::string password_;
  const clock& time_;
};

} // namespace

result<std::unique_ptr<database>> open_database(const std::string& url, const std::string& password,
                                                const clock& time) {
  auto opened = std::make_unique<soci_database>(url, password, time);
  if (auto ready = opened->prepare(); !ready)
    return fail(ready.error());
  return opened;
}

} // namespace palang::storage
