#include "server/ledger/administration.hpp"
#include "server/ledger/lock_writer.hpp"
#include "server/ledger/login.hpp"
#include "server/ledger/make.hpp"
#include "server/ledger/openings.hpp"
#include "server/ledger/photos.hpp"
#include "server/ledger/try.hpp"
#include "server/ledger/write_session.hpp"
#include "shared/protocol/codec.hpp"

#include <utility>
#include <vector>

namespace palang::ledger {

namespace {

class ledger_writer final : public writer {
public:
  ledger_writer(std::unique_ptr<storage::store> session, const clock& time)
      : session_{std::move(session), time}, db_{session_.db()} {}

  result<committed> submit(std::span<const submission> batch) override {
    auto done = submit_all(batch, false);
    // One submission met a defect; alone in its savepoint it fails without the others.
    if (!done && done.error().code == errc::internal)
      done = submit_all(batch, true);
    if (!done && done.error().code == errc::db_unavailable)
      refused_.assign(batch.begin(), batch.end());
    return done;
  }

  result<committed> settle_command(const uuid& command, protocol::command_state outcome,
                                   const std::string& detail, instant at) override {
    return session_.tell([&] {
      return ledger::settle_command(session_.at(at), {command, outcome, detail});
    });
  }

  result<login_outcome> login(const login_facts& facts) override {
    auto grant = result<token_grant>{};
    auto done = session_.tell([&]() -> result<void> {
      auto decided = log_in(db_, session_.state(), facts);
      if (!decided)
        return fail(decided.error());
      grant = std::move(*decided);
      return {};
    });
    if (!done)
      return fail(done.error());
    return login_outcome{std::move(grant), std::move(done->events)};
  }

  result<void> logout(const std::string& token_hash) override {
    return session_.run([&] { return db_.tokens.remove(token_hash); });
  }

  result<committed> photo_arrived(const std::string& sha256, std::int64_t size_bytes,
                                  const std::string& media_type, instant at) override {
    return session_.tell([&] {
      return note_photo(session_.at(at), {sha256, size_bytes, media_type});
    });
  }

  result<void> audit(const protocol::audit_entry& entry) override {
    return session_.run([&] { return db_.audit.insert(entry); });
  }

  result<prune_outcome> prune(const prune_request& what) override {
    prune_outcome out;
    auto done = session_.run([&]() -> result<void> {
      PALANG_TRY(cut, db_.journal.prune(
                          {what.journal_before, what.most_events, what.limit, what.oldest_seq}));
      out = {cut.removed, cut.oldest_seq};
      if (const auto left = what.limit - cut.removed; left > 0) {
        PALANG_TRY(tokens, db_.tokens.remove_expired(what.tokens_before, left));
        out.rows += tokens;
      }
      for (const auto& sha256 : what.photos)
        PALANG_CHECK(db_.photos.forget(sha256));
      return {};
    });
    return done.map([&] { return out; });
  }

  result<void> probe(instant at) override {
    PALANG_CHECK(rehearse());
    return session_.run([&] { return db_.probe.touch(at); });
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
    auto done = session_.run([&]() -> result<void> {
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
    auto done = session_.tell([&]() -> result<void> {
      auto& facts = session_.state().facts;
      const auto version = facts.config->version + 1;
      PALANG_TRY(stored, ledger::put_config(db_, document, version, at, actor));
      facts.config = stored;
      return session_.at(at).emit(protocol::topic::config, "config.changed",
                                  protocol::object({{"config_version", protocol::number(version)},
                                                    {"path", protocol::text("")}}));
    });
    return done.map([](const committed&) {});
  }

  result<void> add_enrolment(const std::string& code_hash, instant expires_at) override {
    return session_.run([&] { return db_.enrolments.insert(code_hash, expires_at); });
  }

  ledger::lock_writer& lock_side() override { return locks_; }

private:
  result<committed> submit_all(std::span<const submission> batch, bool is_careful) {
    return session_.tell([&] { return apply(batch, is_careful); });
  }

  result<void> apply(std::span<const submission> batch, bool is_careful) {
    auto& state = session_.state();
    for (const auto& s : batch) {
      PALANG_TRY(answer, is_careful ? settle_alone(s) : settle(db_, state, s));
      state.done.answers.push_back(std::move(answer));
    }
    return finish(db_, state, session_.now());
  }

  /// A probe's small change finds its place in a full database, and in one of which another client
  /// holds a part: what was refused must have become possible.
  result<void> rehearse() {
    if (refused_.empty())
      return {};
    auto done = session_.rehearse([&] { return apply(refused_, false); });
    // A submission's own defect is not the database's.
    if (!done && done.error().code != errc::internal)
      return done;
    refused_.clear();
    return {};
  }

  result<verdict> settle_alone(const submission& s) {
    auto& state = session_.state();
    const auto before = state;
    PALANG_CHECK(db_.work.set_savepoint());
    auto answer = settle(db_, state, s);
    if (answer || answer.error().code != errc::internal) {
      PALANG_CHECK(db_.work.release_savepoint());
      return answer;
    }
    state = before;
    PALANG_CHECK(db_.work.rollback_to_savepoint());
    PALANG_CHECK(db_.work.release_savepoint());
    return protocol::rejected{s.content.id,
                              {errc::internal, "the server could not apply this submission", ""}};
  }

  write_session session_;
  storage::repositories& db_;
  ledger_lock_writer locks_{session_};
  std::vector<submission> refused_; ///< The last batch that the database did not take.
};

} // namespace

result<std::unique_ptr<writer>> make_writer(std::unique_ptr<storage::store> session,
                                            const clock& time) {
  return std::make_unique<ledger_writer>(std::move(session), time);
}

} // namespace palang::ledger
