#pragma once

#include "server/ledger/settle.hpp"
#include "server/storage/repositories.hpp"

#include <memory>
#include <optional>
#include <utility>

namespace palang::ledger {

/// One database session that writes, and what it remembers between transactions. Shared by all that
/// writes through it. Thread: one.
class write_session {
public:
  write_session(std::unique_ptr<storage::store> session, const clock& time)
      : session_{std::move(session)}, db_{session_->ports()}, time_{time} {}

  [[nodiscard]] storage::repositories& db() { return db_; }
  /// Inside run() only.
  [[nodiscard]] working_state& state() { return *state_; }
  [[nodiscard]] instant now() const { return time_.now(); }
  [[nodiscard]] voice at(instant when) { return {db_, *state_, when}; }

  /// Runs `work` inside a transaction over current facts; all of it again where another session's
  /// transaction won. After a failure memory is forgotten: it may be ahead of the disk.
  template <class F>
  [[nodiscard]] result<void> run(F&& work) {
    auto done = run_once(work);
    for (int again = 0; again < most_repeats && !done && done.error().code == errc::busy; ++again)
      done = run_once(work);
    return done;
  }

  /// run(), and what it told.
  template <class F>
  [[nodiscard]] result<committed> tell(F&& work) {
    return run(std::forward<F>(work)).map([this] { return std::exchange(state_->done, {}); });
  }

  /// Runs `work` inside a transaction that is undone.
  template <class F>
  [[nodiscard]] result<void> rehearse(F&& work) {
    auto done = begin();
    if (!done)
      return done;
    const storage::transaction undone{db_.work};
    done = work();
    state_.reset();
    return done;
  }

private:
  static constexpr int most_repeats = 3;

  template <class F>
  [[nodiscard]] result<void> run_once(F& work) {
    auto done = begin();
    if (!done)
      return done;
    {
      storage::transaction open{db_.work};
      done = work();
      if (done)
        done = open.commit();
    }
    if (!done)
      state_.reset();
    return done;
  }
  result<void> begin();
  result<void> refresh();

  std::unique_ptr<storage::store> session_;
  storage::repositories& db_;
  const clock& time_;
  std::optional<working_state> state_;
};

} // namespace palang::ledger
