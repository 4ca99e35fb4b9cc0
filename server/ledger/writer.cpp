#include "server/ledger/administration.hpp"
#include "server/ledger/login.hpp"
#include "server/ledger/make.hpp"
#include "server/ledger/openings.hpp"
#include "server/ledger/settle.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <utility>

namespace palang::ledger {

namespace {

class ledger_writer final : public writer {
public:
  ledger_writer(std::unique_ptr<storage::store> session, const clock& time)
      : session_{std::move(session)}, db_{session_->ports()}, time_{time} {}

  result<committed> submit(std::span<const submission> batch) override {
    auto done = submit_all(batch, false);
    // One submission met a defect; alone in its savepoint it fails without the others.
    if (!done && done.error().code == errc::internal)
      done = submit_all(batch, true);
    return done;
  }

  result<committed> settle_command(const uuid& command, protocol::command_state outcome,
                                   const std::string& detail, instant at) override {
    return write([&] {
             return settle_opening(db_, *state_, {command, outcome, detail, at});
           })
        .map([this] { return take_done(); });
  }

  result<login_outcome> login(const login_facts& facts) override {
    auto grant = result<token_grant>{};
    auto done = write([&]() -> result<void> {
      auto decided = log_in(db_, *state_, facts);
      if (!decided)
        return fail(decided.error());
      grant = std::move(*decided);
      return {};
    });
    if (!done)
      return fail(done.error());
    return login_outcome{std::move(grant), take_done().events};
  }

  result<void> logout(const std::string& token_hash) override {
    return write([&] { return db_.tokens.remove(token_hash); });
  }

  result<void> photo_arrived(const std::string& sha256, std::int64_t size_bytes,
                             const std::string& media_type, instant at) override {
    return write([&] { return note_photo(sha256, size_bytes, media_type, at); });
  }

  result<void> audit(const protocol::audit_entry& entry) override {
    return write([&] { return db_.audit.insert(entry); });
  }

  result<void> probe(instant at) override {
    return write([&] { return db_.probe.touch(at); });
  }

  result<bool> has_users() override {
    PALANG_CHECK(db_.work.begin_read());
    storage::transaction reading{db_.work};
    PALANG_TRY(users, db_.users.all());
    PALANG_CHECK(reading.commit());
    return !users.empty();
  }

  result<protocol::user> put_user(const std::string& username, const std::string& name,
                                  protocol::role r, const std::string& password_hash,
                                  bool is_disabled, instant at) override {
    protocol::user out;
    auto done = write([&]() -> result<void> {
      PALANG_TRY(put, ledger::put_user(db_, {username, name, r, password_hash, is_disabled}, at));
      out = put.user;
      return db_.audit.insert({0, at, "system", "user.set", "user/" + out.username, put.before,
                               protocol::encode(out), ""});
    });
    return done.map([&] { return out; });
  }

  result<void> put_config(const protocol::config& document, instant at,
                          const std::string& actor) override {
    PALANG_CHECK(protocol::validate(document));
    return write([&]() -> result<void> {
      const auto version = state_->facts.config->version + 1;
      PALANG_TRY(stored, ledger::put_config(db_, document, version, at, actor));
      state_->facts.config = stored;
      return append(protocol::topic::config, "config.changed", at,
                    protocol::object({{"config_version", protocol::number(version)},
                                      {"path", protocol::text("")}}));
    });
  }

  result<void> add_enrolment(const std::string& code_hash, instant expires_at) override {
    return write([&] { return db_.enrolments.insert(code_hash, expires_at); });
  }

private:
  /// Runs `work` inside a transaction over current facts. After a failure memory is forgotten: it
  /// may be ahead of the disk.
  template <class F>
  result<void> write(F&& work) {
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

  result<void> begin() {
    PALANG_CHECK(db_.work.begin_write());
    auto ready = refresh();
    if (ready)
      return ready;
    state_.reset();
    db_.work.rollback();
    return ready;
  }

  result<void> refresh() {
    if (state_) {
      PALANG_TRY(is_fresh, is_current(db_, state_->facts));
      if (is_fresh)
        return {};
    }
    PALANG_TRY(facts, load_facts(db_));
    state_ = working_state{std::move(facts), {}, {}};
    return {};
  }

  committed take_done() { return std::exchange(state_->done, {}); }

  result<committed> submit_all(std::span<const submission> batch, bool is_careful) {
    const auto done = write([&]() -> result<void> {
      for (const auto& s : batch) {
        PALANG_TRY(answer, is_careful ? settle_alone(s) : settle(db_, *state_, s));
        state_->done.answers.push_back(std::move(answer));
      }
      return finish(db_, *state_, time_.now());
    });
    return done.map([this] { return take_done(); });
  }

  result<verdict> settle_alone(const submission& s) {
    const auto before = *state_;
    PALANG_CHECK(db_.work.set_savepoint());
    auto answer = settle(db_, *state_, s);
    if (answer || answer.error().code != errc::internal) {
      PALANG_CHECK(db_.work.release_savepoint());
      return answer;
    }
    *state_ = before;
    PALANG_CHECK(db_.work.rollback_to_savepoint());
    PALANG_CHECK(db_.work.release_savepoint());
    return protocol::rejected{s.content.id,
                              {errc::internal, "the server could not apply this submission", ""}};
  }

  result<void> append(protocol::topic t, std::string_view kind, instant at, std::string data) {
    return db_.journal.append(
        {++state_->facts.newest_seq, at, t, std::string{kind}, std::move(data)});
  }

  result<void> note_photo(const std::string& sha256, std::int64_t size_bytes,
                          const std::string& media_type, instant at) {
    PALANG_CHECK(db_.photos.insert(sha256, size_bytes, media_type, at));
    PALANG_TRY(waiting, db_.photos.take_wanting(sha256));
    for (const auto& id : waiting) {
      PALANG_TRY(found, db_.sessions.find(id));
      if (!found)
        continue;
      PALANG_TRY(is_waiting, waits_for_other(found->shown, sha256));
      found->shown.photo_pending = is_waiting;
      PALANG_CHECK(db_.sessions.close(*found));
    }
    return {};
  }

  result<bool> waits_for_other(const protocol::session& s, const std::string& arrived) {
    for (const auto& photo : {s.photo_in, s.photo_out}) {
      if (!photo || *photo == arrived)
        continue;
      PALANG_TRY(is_here, db_.photos.has(*photo));
      if (!is_here)
        return true;
    }
    return false;
  }

  std::unique_ptr<storage::store> session_;
  storage::repositories& db_;
  const clock& time_;
  std::optional<working_state> state_;
};

} // namespace

result<std::unique_ptr<writer>> make_writer(std::unique_ptr<storage::store> session,
                                            const clock& time) {
  return std::make_unique<ledger_writer>(std::move(session), time);
}

} // namespace palang::ledger
