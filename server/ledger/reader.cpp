#include "server/ledger/lock_facts.hpp"
#include "server/ledger/make.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/site_key.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <utility>

namespace palang::ledger {

namespace {

class ledger_reader final : public reader {
public:
  ledger_reader(std::unique_ptr<storage::store> session, std::optional<std::int64_t> monthly_calls)
      : session_{std::move(session)}, db_{session_->ports()}, monthly_calls_{monthly_calls} {}

  result<std::string> query(const protocol::query_data& what, const principal&,
                            instant now) override {
    return read([&]() -> result<std::string> {
      PALANG_CHECK(refresh_config());
      const query_context q{db_, config_, now, monthly_calls_};
      return std::visit([&](const auto& kind) { return answer(q, kind); }, what);
    });
  }

  result<std::vector<protocol::event>> journal_after(std::int64_t seq, std::size_t limit) override {
    return read([&] { return db_.journal.after(seq, limit); });
  }

  result<journal_bounds> bounds() override {
    return read([&]() -> result<journal_bounds> {
      PALANG_TRY(history, db_.journal.history_of());
      PALANG_TRY(range, db_.journal.range());
      return journal_bounds{std::move(history.epoch), range.oldest_seq, range.newest_seq};
    });
  }

  result<config_snapshot> configuration() override {
    return read([&]() -> result<config_snapshot> {
      PALANG_CHECK(refresh_config());
      return config_;
    });
  }

  result<std::optional<credentials>> find_credentials(const std::string& username) override {
    return read([&]() -> result<std::optional<credentials>> {
      PALANG_TRY(found, db_.users.find(username));
      return found ? std::optional{credentials{std::move(found->shown),
                                               std::move(found->password_hash)}}
                   : std::nullopt;
    });
  }

  result<std::optional<token_grant>> find_token(const std::string& token_hash) override {
    return read([&] { return grant_of(token_hash); });
  }

  result<std::vector<std::string>> old_photos(instant before, std::int64_t most_bytes,
                                              std::int64_t limit) override {
    return read([&] { return db_.photos.outlived(before, most_bytes, limit); });
  }

  result<std::vector<protocol::gate_command>> unsettled_commands() override {
    return read([&] { return db_.gates.unsettled_commands(); });
  }

  result<crypto::key_pair> site_key() override {
    return read([&] { return ledger::site_key(db_.configs); });
  }

  result<std::vector<protocol::gate>> gates() override {
    return read([&]() -> result<std::vector<protocol::gate>> {
      PALANG_CHECK(refresh_config());
      return gates_now({db_, config_, {}, monthly_calls_});
    });
  }

  result<lock_side_facts> lock_side(instant now) override {
    return read([&] { return lock_facts(db_, now); });
  }

private:
  /// Runs `work` over one unchanging view.
  template <class F>
  auto read(F&& work) -> std::invoke_result_t<F> {
    PALANG_CHECK(db_.work.begin_read());
    storage::transaction view{db_.work};
    auto out = work();
    if (out)
      PALANG_CHECK(view.commit());
    return out;
  }

  result<void> refresh_config() {
    PALANG_TRY(version, db_.configs.newest_version());
    if (version == config_.version)
      return {};
    PALANG_TRY(stored, db_.configs.newest());
    PALANG_TRY(document, protocol::decode_config(stored.document));
    config_ = {std::move(document), stored.version};
    return {};
  }

  result<std::optional<token_grant>> grant_of(const std::string& token_hash) {
    PALANG_TRY(token, db_.tokens.find(token_hash));
    if (!token)
      return std::nullopt;
    PALANG_TRY(user, db_.users.find(token->user_id));
    if (!user || user->shown.is_disabled)
      return std::nullopt;
    const auto& u = user->shown;
    token_grant out{{u.id, u.username, u.name, u.user_role, token->device_id, 0},
                    token->expires_at};
    if (token->device_id) {
      PALANG_TRY(device, db_.devices.find(*token->device_id));
      if (!device || device->status != protocol::device_status::approved)
        return std::nullopt;
      out.who.device_no = device->device_no;
    }
    return out;
  }

  std::unique_ptr<storage::store> session_;
  storage::repositories& db_;
  config_snapshot config_;
  std::optional<std::int64_t> monthly_calls_;
};

} // namespace

result<std::unique_ptr<reader>> make_reader(std::unique_ptr<storage::store> session,
                                            std::optional<std::int64_t> monthly_calls) {
  return std::make_unique<ledger_reader>(std::move(session), monthly_calls);
}

} // namespace palang::ledger
