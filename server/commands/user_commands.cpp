#include "server/actors/hasher.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/store.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <iostream>

namespace palang::commands {

namespace {

result<std::string> new_password_hash(const clock& time) {
  const auto password = read_password();
  return password ? actors::hash_of(*password, make_uuid_v7(time.now())) : password;
}

result<std::vector<protocol::user>> all_users(ledger::reader& reader, instant now) {
  const auto answer = reader.query(protocol::user_list{}, operator_principal(), now);
  if (!answer)
    return fail(answer.error());
  const auto items = protocol::items_of(*answer, "users");
  if (!items)
    return fail(items.error());
  std::vector<protocol::user> users;
  for (const auto& item : *items) {
    auto user = protocol::decode_user(item);
    if (!user)
      return fail(user.error());
    users.push_back(std::move(*user));
  }
  return users;
}

result<protocol::user> find_user(ledger::reader& reader, const std::string& username, instant now) {
  const auto users = all_users(reader, now);
  if (!users)
    return fail(users.error());
  const auto found = std::ranges::find(*users, username, &protocol::user::username);
  if (found == users->end())
    return fail(errc::unknown_user, "there is no user \"" + username + "\"");
  return *found;
}

void print(const protocol::user& u) {
  std::cout << u.username << '\t' << to_string(u.user_role) << '\t'
            << (u.is_disabled ? "disabled" : "enabled") << '\t' << u.name << std::endl;
}

int print_outcome(const result<protocol::user>& outcome) {
  if (!outcome)
    return complain(exit_code::gave_up, outcome.error());
  print(*outcome);
  return exit_code::fine;
}

result<protocol::user> add(storage::database& store, const config::user_add& what,
                           const clock& time) {
  auto reader = store.make_reader();
  auto writer = store.make_writer();
  if (!reader || !writer)
    return fail(!reader ? reader.error() : writer.error());
  if (const auto known = (*reader)->find_credentials(what.username); !known || *known)
    return fail(!known ? known.error()
                       : error{errc::invalid, "this user is there already", "username"});
  const auto hash = new_password_hash(time);
  if (!hash)
    return fail(hash.error());
  return (*writer)->put_user(what.username, what.name.empty() ? what.username : what.name,
                             what.user_role, *hash, false, time.now());
}

result<protocol::user> change(storage::database& store, const config::user_set& what,
                              const clock& time) {
  auto reader = store.make_reader();
  auto writer = store.make_writer();
  if (!reader || !writer)
    return fail(!reader ? reader.error() : writer.error());
  const auto user = find_user(**reader, what.username, time.now());
  if (!user)
    return user;
  const auto hash = what.has_new_password ? new_password_hash(time) : result<std::string>{};
  if (!hash)
    return fail(hash.error());
  return (*writer)->put_user(user->username, what.name.value_or(user->name),
                             what.user_role.value_or(user->user_role), *hash,
                             what.is_disabled.value_or(user->is_disabled), time.now());
}

} // namespace

int user_add(const config::settings& s, const config::user_add& what) {
  const system_clock time;
  const auto store = open_store(s, time);
  return store ? print_outcome(add(**store, what, time))
               : complain(code_for_store(store.error()), store.error());
}

int user_set(const config::settings& s, const config::user_set& what) {
  const system_clock time;
  const auto store = open_store(s, time);
  return store ? print_outcome(change(**store, what, time))
               : complain(code_for_store(store.error()), store.error());
}

int user_list(const config::settings& s) {
  const system_clock time;
  const auto store = open_store(s, time);
  if (!store)
    return complain(code_for_store(store.error()), store.error());
  const auto reader = (*store)->make_reader();
  const auto users = reader ? all_users(**reader, time.now())
                            : result<std::vector<protocol::user>>{fail(reader.error())};
  if (!users)
    return complain(exit_code::no_database, users.error());
  std::ranges::for_each(*users, print);
  return exit_code::fine;
}

} // namespace palang::commands
