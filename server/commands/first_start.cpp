#include "server/commands/first_start.hpp"

#include "server/actors/hasher.hpp"
#include "shared/core/crypto.hpp"

#include <array>
#include <iostream>

namespace palang::commands {

namespace {

std::string make_password() {
  std::array<std::uint8_t, 12> random{};
  crypto::random_fill(random);
  return crypto::to_hex(random);
}

result<void> make_admin(ledger::writer& writer, const config::settings& s, const clock& time) {
  const auto password = s.admin_password.empty() ? make_password() : s.admin_password;
  const auto hash = actors::hash_of(password, make_uuid_v7(time.now()));
  if (!hash)
    return fail(hash.error());
  const auto put =
      writer.put_user("admin", "admin", protocol::role::admin, *hash, false, time.now());
  if (!put)
    return fail(put.error());
  if (s.admin_password.empty())
    std::cout << "password of the user admin (not shown again): " << password << std::endl;
  return {};
}

/// A demo may be started again, but a real site must never run with the demo's rules.
result<void> require_demo(ledger::reader& reader) {
  const auto demo_user = reader.find_credentials("budi");
  if (!demo_user)
    return fail(demo_user.error());
  return *demo_user ? result<void>{}
                    : fail(errc::invalid, "the database is not empty, and it is no demo", "demo");
}

} // namespace

result<void> prepare_store(storage::database& store, const config::settings& s, const clock& time) {
  auto writer = store.make_writer();
  auto reader = store.make_reader();
  if (!writer || !reader)
    return fail(!writer ? writer.error() : reader.error());
  const auto has_users = (*writer)->has_users();
  if (!has_users)
    return fail(has_users.error());
  if (*has_users)
    return s.is_demo ? require_demo(**reader) : result<void>{};
  if (s.is_demo)
    if (auto loaded = storage::load_demo(**writer, **reader, time); !loaded)
      return loaded;
  return make_admin(**writer, s, time);
}

} // namespace palang::commands
