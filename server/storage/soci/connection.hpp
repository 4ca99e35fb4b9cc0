#pragma once

#include "server/storage/soci/dialect.hpp"
#include "shared/core/result.hpp"

#include <soci/soci.h>

#include <memory>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace palang::storage {

/// A row whose content no version of Palang wrote.
class bad_row : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// What holds something of a session and must let go before it is closed.
class session_user {
public:
  virtual ~session_user() = default;
  virtual void release() noexcept = 0;
};

/// One SOCI session that repairs itself: after an error that spoils it, the next use connects anew.
/// Thread: one.
class connection {
public:
  explicit connection(std::unique_ptr<dialect> speaks) : dialect_{std::move(speaks)} {}

  /// Connects when there is no usable session. Errors: db_unavailable, corrupt.
  [[nodiscard]] result<void> ensure();
  /// False once an error has spoilt the session.
  [[nodiscard]] bool is_usable() const noexcept { return is_usable_; }
  /// Any statement; the one place where exceptions of the driver end.
  template <class F>
  auto guarded(F&& work) -> result<std::invoke_result_t<F>> {
    using value = std::invoke_result_t<F>;
    was_held_ = false;
    try {
      if constexpr (std::is_void_v<value>) {
        work();
        return {};
      } else {
        return work();
      }
    } catch (const soci::soci_error& cause) {
      return fail(note(cause));
    } catch (const bad_row& cause) {
      return fail(errc::corrupt, cause.what());
    } catch (const std::exception& cause) {
      return fail(errc::internal, cause.what());
    }
  }
  /// Since the database last had no room, nobody has proved that it has.
  [[nodiscard]] bool lacks_room() const noexcept { return lacks_room_; }
  void has_room() noexcept { lacks_room_ = false; }
  /// Was somebody else in the way when guarded() last failed? Then it may go at the next try.
  [[nodiscard]] bool was_held() const noexcept { return was_held_; }
  /// Executes SQL without parameters or rows. Throws as SOCI does.
  void execute(std::string_view sql);

  [[nodiscard]] soci::session& session() { return *session_; }
  [[nodiscard]] const dialect& speaks() const { return *dialect_; }
  /// A closed session with a living statement leaks its descriptor and its locks (sqlite3_close
  /// answers BUSY).
  void enlist(session_user& user) { users_.push_back(&user); }
  void dismiss(session_user& user) noexcept { std::erase(users_, &user); }

private:
  void close() noexcept;
  [[nodiscard]] error note(const soci::soci_error& cause);

  std::unique_ptr<dialect> dialect_;
  std::unique_ptr<soci::session> session_;
  std::vector<session_user*> users_;
  bool is_usable_ = false;
  bool lacks_room_ = false;
  bool was_held_ = false;
};

} // namespace palang::storage
