#include "server/storage/soci/connection.hpp"

#include <string>

namespace palang::storage {

result<void> connection::ensure() {
  if (is_usable_ && !dialect_->moved())
    return {};
  close();
  try {
    session_ = std::make_unique<soci::session>();
    dialect_->open(*session_);
    is_usable_ = true;
    return {};
  } catch (const soci::soci_error& cause) {
    auto met = dialect_->classify(cause);
    // Nothing can be wrong with a connection attempt but the place it goes to.
    if (met.why.code == errc::internal)
      met.why.code = errc::db_unavailable;
    return fail(met.why);
  } catch (const std::exception& cause) {
    return fail(errc::db_unavailable, cause.what());
  }
}

void connection::close() noexcept {
  is_usable_ = false;
  for (auto* user : users_)
    user->release();
  session_.reset();
}

void connection::execute(std::string_view sql) {
  *session_ << std::string{sql};
}

error connection::note(const soci::soci_error& cause) {
  auto met = dialect_->classify(cause);
  if (met.must_reconnect)
    is_usable_ = false;
  lacks_room_ = lacks_room_ || met.is_full;
  was_held_ = met.is_held;
  return met.why;
}

} // namespace palang::storage
