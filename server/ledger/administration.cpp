#include "server/ledger/administration.hpp"

#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <limits>
#include <memory>

namespace palang::ledger {

namespace {

constexpr std::size_t longest_username = 64;

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return text;
}

result<void> check(const user_change& change, bool is_new) {
  if (change.username.empty() || change.username.size() > longest_username)
    return fail(errc::invalid, "a username has 1 to 64 characters", "data.username");
  if (is_new && change.password_hash.empty())
    return fail(errc::invalid, "a new user needs a password", "data.password");
  // What is stored here can only be a hash: a defect above must not put a password on disk.
  if (!change.password_hash.empty() && !change.password_hash.starts_with("$argon2id$"))
    return fail(errc::invalid, "the password was not hashed", "data.password");
  return {};
}

} // namespace

result<void> approve(storage::repositories& db, protocol::device& d, instant at) {
  if (d.device_no == 0) {
    PALANG_TRY(highest, db.devices.highest_number());
    if (highest == std::numeric_limits<std::uint16_t>::max())
      return fail(errc::invalid, "all device numbers are given", "data.device_id");
    PALANG_TRY(history, db.journal.history_of());
    d.device_no = std::max(static_cast<std::uint16_t>(highest + 1), history.new_devices_from);
  }
  d.status = protocol::device_status::approved;
  d.approved_at = at;
  return {};
}

result<user_outcome> put_user(storage::repositories& db, const user_change& change, instant at) {
  const auto username = lower(change.username);
  PALANG_TRY(found, db.users.find(username));
  PALANG_CHECK(check(change, !found));
  auto row = found.value_or(storage::stored_user{{make_uuid_v7(at), username, "", {}, false}, ""});
  const auto old = row;
  row.shown.name = change.name;
  row.shown.user_role = change.user_role;
  row.shown.is_disabled = change.is_disabled;
  if (!change.password_hash.empty())
    row.password_hash = change.password_hash;
  PALANG_CHECK(found ? db.users.update(row, at) : db.users.insert(row, at));
  user_outcome out{row.shown, found ? protocol::encode(old.shown) : "", false};
  out.is_cut_off =
      found
      && (old.password_hash != row.password_hash || old.shown.user_role != row.shown.user_role
          || (row.shown.is_disabled && !old.shown.is_disabled));
  if (out.is_cut_off)
    PALANG_CHECK(db.tokens.remove_of_user(row.shown.id));
  return out;
}

result<std::shared_ptr<const config_snapshot>> put_config(storage::repositories& db,
                                                          const protocol::config& document,
                                                          std::int64_t version, instant at,
                                                          const std::string& actor) {
  PALANG_CHECK(db.configs.insert({version, protocol::encode(document)}, at, actor));
  return std::make_shared<const config_snapshot>(config_snapshot{document, version});
}

} // namespace palang::ledger
