#pragma once

#include "server/storage/soci/connection.hpp"

#include <soci/soci.h>

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace palang::storage {

using integer = long long;
using text = std::string;

/// A column that may be NULL.
template <class T>
struct maybe {
  T value{};
  soci::indicator state = soci::i_null;

  maybe() = default;
  explicit maybe(std::optional<T> from) : state{from ? soci::i_ok : soci::i_null} {
    if (from)
      value = std::move(*from);
  }
  [[nodiscard]] bool has_value() const noexcept { return state == soci::i_ok; }
  [[nodiscard]] std::optional<T> get() const {
    return has_value() ? std::optional<T>{value} : std::nullopt;
  }
};

namespace detail {

// use() and into() refer to temporaries of the same expression: they cannot be returned.
template <class T>
void bind(soci::statement& to, T& value) {
  to.exchange(soci::use(value));
}
template <class T>
void bind(soci::statement& to, maybe<T>& value) {
  to.exchange(soci::use(value.value, value.state));
}
template <class T>
void define(soci::statement& to, T& value) {
  to.exchange(soci::into(value));
}
template <class T>
void define(soci::statement& to, maybe<T>& value) {
  to.exchange(soci::into(value.value, value.state));
}

/// The columns of a row: a tuple is its own list; a struct names its members in fields().
template <class... Ts>
std::tuple<Ts&...> fields_of(std::tuple<Ts...>& row) {
  return std::apply([](auto&... field) { return std::tie(field...); }, row);
}
template <class Row>
auto fields_of(Row& row) -> decltype(row.fields()) {
  return row.fields();
}

} // namespace detail

/// One SQL statement, prepared at its first use on a session and kept. Set `in`, run, read `out`.
/// Members throw soci::soci_error: call them inside connection::guarded. Not movable: SOCI keeps
/// addresses.
template <class In, class Out = std::tuple<>>
class statement final : public session_user {
public:
  statement(connection& db, std::string sql) : db_{db}, sql_{std::move(sql)} { db_.enlist(*this); }
  ~statement() override { db_.dismiss(*this); }
  statement(const statement&) = delete;
  statement& operator=(const statement&) = delete;

  In in{};
  Out out{};

  /// For statements without rows. Returns how many rows were touched.
  integer run() {
    prepared().execute(true);
    return prepared_->get_affected_rows();
  }

  /// For statements with at most one row; false when there is none.
  bool one() {
    if (!prepared().execute(true))
      return false;
    // Stepping to the end closes the cursor: an open one would hold this session's view of the
    // database.
    while (prepared_->fetch()) {
    }
    return true;
  }

  /// Calls `visit(out)` for each row.
  template <class F>
  void each(F&& visit) {
    for (bool has_row = prepared().execute(true); has_row; has_row = prepared_->fetch())
      visit(out);
  }

  void release() noexcept override { prepared_.reset(); }

private:
  soci::statement& prepared() {
    if (prepared_)
      return *prepared_;
    auto fresh = std::make_unique<soci::statement>(db_.session());
    std::apply([&](auto&... field) { (detail::define(*fresh, field), ...); },
               detail::fields_of(out));
    std::apply([&](auto&... field) { (detail::bind(*fresh, field), ...); }, detail::fields_of(in));
    fresh->alloc();
    fresh->prepare(sql_);
    fresh->define_and_bind();
    prepared_ = std::move(fresh);
    return *prepared_;
  }

  connection& db_;
  std::string sql_;
  std::unique_ptr<soci::statement> prepared_;
};

} // namespace palang::storage
