#include "server/commands/ttlock_side.hpp"

#include "server/actors/call_meter.hpp"
#include "server/config/defaults.hpp"
#include "server/domain/lock_times.hpp"
#include "server/ledger/lock_side.hpp"
#include "server/ledger/try.hpp"
#include "shared/core/crypto.hpp"

#include <fstream>
#include <system_error>
#include <utility>

namespace palang::commands {

namespace {

namespace fs = std::filesystem;

error cannot_keep(const fs::path& file) {
  return {errc::internal, "cannot keep the key for passcodes in " + file.string(), "data"};
}

/// Under another name first: whoever finds the file finds all of it.
result<void> write_key(const fs::path& file, const ttlock::credential_key& key) {
  auto fresh = file;
  fresh += ".new";
  std::ofstream out{fresh, std::ios::binary | std::ios::trunc};
  std::error_code problem;
  fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, problem);
  out.write(reinterpret_cast<const char*>(key.bytes.data()),
            static_cast<std::streamsize>(key.bytes.size()));
  out.close();
  if (problem || !out)
    return fail(cannot_keep(file));
  fs::rename(fresh, file, problem);
  return problem ? result<void>{fail(cannot_keep(file))} : result<void>{};
}

} // namespace

result<ttlock::credential_key> load_or_make_key(const fs::path& file) {
  ttlock::credential_key key;
  if (std::ifstream in{file, std::ios::binary}; in) {
    in.read(reinterpret_cast<char*>(key.bytes.data()),
            static_cast<std::streamsize>(key.bytes.size()));
    if (in.gcount() != static_cast<std::streamsize>(key.bytes.size()))
      return fail(cannot_keep(file));
    return key;
  }
  crypto::random_fill(key.bytes);
  PALANG_CHECK(write_key(file, key));
  return key;
}

result<std::unique_ptr<ttlock_side>>
ttlock_side::make(const config::settings& s, storage::database& store, const clock& time) {
  std::unique_ptr<ttlock_side> out{new ttlock_side{time}};
  PALANG_TRY(key, load_or_make_key(s.data / "credential.key"));
  out->key_ = key;
  if (s.ttlock_url.empty())
    return out;
  PALANG_CHECK(out->load(store, s));
  return out;
}

result<void> ttlock_side::load(storage::database& store, const config::settings& s) {
  PALANG_TRY(reader, store.make_reader());
  PALANG_TRY(facts, reader->lock_side(time_.now()));
  away_since_ = facts.last_alive;
  calls_ =
      std::make_shared<actors::call_meter>(s.ttlock_monthly_calls, facts.calls_this_month, time_);
  PALANG_TRY(http, ttlock::make_http_client(s.ttlock_url));
  const ttlock::account who{s.ttlock_client_id, s.ttlock_client_secret, s.ttlock_username,
                            s.ttlock_password};
  tokens_ = std::make_unique<ttlock::token_source>(
      std::move(http), who, time_, [calls = calls_](ttlock::call_kind kind) {
        return calls->take(actors::priority_of(kind, ttlock::call_priority::state_check));
      });
  url_ = s.ttlock_url;
  client_id_ = s.ttlock_client_id;
  pace_ = s.ttlock_pace;
  domain::set_lock_times(domain::lock_times{}.at_pace(pace_));
  return {};
}

void ttlock_side::connect(actors::environment& env) {
  env.away_since = away_since_;
  env.started_at = time_.now();
  env.lock_pace = pace_;
  if (url_.empty())
    return;
  env.calls = calls_;
  env.make_cloud = [this](ttlock::call_hook hook) {
    // The URL was tried when the tokens' client was made.
    auto http = ttlock::make_http_client(url_).value();
    return std::make_unique<ttlock::cloud>(std::move(http), *tokens_, client_id_, time_,
                                           std::move(hook), key_);
  };
}

} // namespace palang::commands
