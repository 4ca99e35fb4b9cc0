#include "server/storage/soci/unit_of_work.hpp"

namespace palang::storage {

soci_unit_of_work::soci_unit_of_work(connection& db, hour_book& hours, plate_index& plates)
    : db_{db}, hours_{hours}, plates_{plates}, begin_write_{db,
                                                            std::string{db.speaks().begin_write()}},
      lock_writers_{db, std::string{db.speaks().lock_writers()}},
      begin_read_{db, std::string{db.speaks().begin_read()}}, commit_{db, "COMMIT"},
      rollback_{db, "ROLLBACK"}, set_savepoint_{db, "SAVEPOINT one"},
      release_savepoint_{db, "RELEASE SAVEPOINT one"}, rollback_to_savepoint_{
                                                           db, "ROLLBACK TO SAVEPOINT one"} {}

result<void> soci_unit_of_work::begin_write() {
  auto done = begin(begin_write_);
  if (!done || db_.speaks().lock_writers().empty())
    return done;
  auto locked = db_.guarded([&] { return lock_writers_.one(); });
  if (locked && *locked)
    return done;
  rollback();
  return fail(locked ? error{errc::corrupt, "the database has no history: run palangd check", ""}
                     : locked.error());
}

result<void> soci_unit_of_work::begin_read() {
  return begin(begin_read_);
}

result<void> soci_unit_of_work::begin(command& how) {
  hours_.begin();
  auto connected = db_.ensure();
  if (!connected)
    return connected;
  auto begun = run(how);
  if (begun || db_.is_usable() || db_.speaks().name() == "sqlite")
    return begun;
  // A server's session may be lost while it rests, by a restart perhaps: nothing has been done in
  // it yet.
  connected = db_.ensure();
  return connected ? run(how) : connected;
}

result<void> soci_unit_of_work::commit() {
  return db_.guarded([&] {
    hours_.flush();
    plates_.keep_up();
    commit_.run();
  });
}

void soci_unit_of_work::rollback() noexcept {
  // A full disk or a lost file may have ended the transaction already; then there is nothing to
  // roll back.
  static_cast<void>(run(rollback_));
  hours_.begin();
}

result<void> soci_unit_of_work::set_savepoint() {
  hours_.set_savepoint();
  return run(set_savepoint_);
}

result<void> soci_unit_of_work::release_savepoint() {
  return run(release_savepoint_);
}

result<void> soci_unit_of_work::rollback_to_savepoint() {
  hours_.back_to_savepoint();
  return run(rollback_to_savepoint_);
}

result<void> soci_unit_of_work::run(command& what) {
  return db_.guarded([&] { what.run(); });
}

} // namespace palang::storage
