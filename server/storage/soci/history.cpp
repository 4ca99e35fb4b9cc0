#include "server/storage/soci/history.hpp"

#include "server/storage/soci/columns.hpp"
#include "shared/protocol/codec.hpp"

#include <set>
#include <utility>
#include <vector>

namespace palang::storage {

namespace {

/// So many devices may have got a number between the backup and the restore.
constexpr integer reserved_device_numbers = 1'000;

void put_meta(connection& db, const text& name, const text& content) {
  statement<std::tuple<text>> remove{db, "DELETE FROM meta WHERE name = :name"};
  remove.in = {name};
  remove.run();
  statement<std::tuple<text, text>> insert{
      db, "INSERT INTO meta (name, content) VALUES (:name, :content)"};
  insert.in = {name, content};
  insert.run();
}

text meta(connection& db, const text& name) {
  statement<std::tuple<text>, std::tuple<text>> query{
      db, "SELECT content FROM meta WHERE name = :name"};
  query.in = {name};
  return query.one() ? std::get<0>(query.out) : text{};
}

integer highest_device(connection& db) {
  statement<std::tuple<>, std::tuple<maybe<integer>>> query{db,
                                                            "SELECT MAX(device_no) FROM devices"};
  query.one();
  return std::get<0>(query.out).get().value_or(0);
}

void name_history(connection& db, instant now) {
  const auto before = meta(db, "epoch");
  const auto epoch = to_string(make_uuid_v7(now));
  put_meta(db, "epoch", epoch);
  put_meta(db, "restored_at", std::to_string(to_ms(now)));
  put_meta(db, "new_devices_from",
           std::to_string(highest_device(db) + reserved_device_numbers + 1));
  statement<std::tuple<integer, text, text>> audit{
      db, "INSERT INTO audit (at, actor, action, entity, content_before, content_after, reason) "
          "VALUES (:at, 'system', 'restore', 'database', :old, :new, '')"};
  audit.in = {column(now), protocol::object({{"epoch", protocol::text(before)}}),
              protocol::object({{"epoch", protocol::text(epoch)}})};
  audit.run();
}

std::set<text> missing_photos(connection& db, const photo_check& has_photo) {
  std::set<text> out;
  statement<std::tuple<>, std::tuple<text>> photos{db, "SELECT sha256 FROM photos"};
  photos.each([&](const auto& row) {
    if (!has_photo(std::get<0>(row)))
      out.insert(std::get<0>(row));
  });
  return out;
}

/// (photo, session) of every session that names one of these.
std::vector<std::pair<text, text>> users_of(connection& db, const std::set<text>& photos) {
  std::vector<std::pair<text, text>> out;
  statement<std::tuple<>, std::tuple<text, maybe<text>, maybe<text>>> sessions{
      db, "SELECT id, photo_in, photo_out FROM sessions WHERE photo_in IS NOT NULL OR photo_out IS "
          "NOT NULL"};
  sessions.each([&](const auto& row) {
    const auto& [id, in, out_photo] = row;
    std::set<text> named;
    for (const auto* photo : {&in, &out_photo})
      if (photo->has_value() && photos.contains(photo->value))
        named.insert(photo->value);
    for (const auto& photo : named)
      out.emplace_back(photo, id);
  });
  return out;
}

void expect_again(connection& db, const std::set<text>& photos) {
  statement<std::tuple<text, text>> want{
      db, "INSERT INTO wanted_photos (sha256, session_id) VALUES (:photo, :session)"};
  statement<std::tuple<text>> mark{db, "UPDATE sessions SET photo_pending = 1 WHERE id = :session"};
  for (const auto& [photo, session] : users_of(db, photos)) {
    want.in = {photo, session};
    want.run();
    mark.in = {session};
    mark.run();
  }
  statement<std::tuple<text>> forget{db, "DELETE FROM photos WHERE sha256 = :photo"};
  for (const auto& photo : photos) {
    forget.in = {photo};
    forget.run();
  }
}

} // namespace

result<std::int64_t> begin_new_history(connection& db, const photo_check& has_photo, instant now) {
  if (auto connected = db.ensure(); !connected)
    return fail(connected.error());
  auto done = db.guarded([&] {
    db.execute(db.speaks().begin_write());
    name_history(db, now);
    // What was revoked or used since the backup must not work again.
    db.execute("DELETE FROM tokens");
    db.execute("DELETE FROM enrolments");
    const auto missing = missing_photos(db, has_photo);
    expect_again(db, missing);
    db.execute("COMMIT");
    return static_cast<std::int64_t>(missing.size());
  });
  if (!done)
    static_cast<void>(db.guarded([&] { db.execute("ROLLBACK"); }));
  return done;
}

} // namespace palang::storage
