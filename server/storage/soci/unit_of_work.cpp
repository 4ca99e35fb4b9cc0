#include "server/storage/soci/unit_of_work.hpp"

namespace palang::storage {

result<void> soci_unit_of_work::begin_write() {
  return begin(db_.speaks().begin_write());
}

result<void> soci_unit_of_work::begin_read() {
  return begin(db_.speaks().begin_read());
}

result<void> soci_unit_of_work::begin(std::string_view sql) {
  auto connected = db_.ensure();
  return connected ? execute(sql) : connected;
}

result<void> soci_unit_of_work::commit() {
  return execute("COMMIT");
}

void soci_unit_of_work::rollback() noexcept {
  // A full disk or a lost file may have ended the transaction already; then there is nothing to
  // roll back.
  static_cast<void>(execute("ROLLBACK"));
}

result<void> soci_unit_of_work::set_savepoint() {
  return execute("SAVEPOINT one");
}

result<void> soci_unit_of_work::release_savepoint() {
  return execute("RELEASE SAVEPOINT one");
}

result<void> soci_unit_of_work::rollback_to_savepoint() {
  return execute("ROLLBACK TO SAVEPOINT one");
}

result<void> soci_unit_of_work::execute(std::string_view sql) {
  return db_.guarded([&] { db_.execute(sql); });
}

} // namespace palang::storage
