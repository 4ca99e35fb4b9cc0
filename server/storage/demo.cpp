#include "server/storage/database.hpp"

#include "server/ledger/try.hpp"
#include "server/storage/soci/migrations.hpp"
#include "shared/protocol/codec.hpp"

#include <sodium.h>

#include <array>

namespace palang::storage {

namespace {

result<std::string_view> demo_file(std::string_view name) {
  for (const auto& file : demo_files())
    if (file.name == name)
      return file.text;
  return fail(errc::internal, "db/demo has no " + std::string{name});
}

result<std::string> hashed(const std::string& password) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (sodium_init() < 0
      || crypto_pwhash_str(out.data(), password.data(), password.size(),
                           crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
             != 0)
    return fail(errc::internal, "no memory for hashing a password");
  return std::string{out.data()};
}

result<std::string> word(std::string_view json, std::string_view name) {
  PALANG_TRY(member, protocol::member_of(json, name));
  if (auto text = protocol::string_of(member))
    return *text;
  return fail(errc::invalid, "db/demo: a string is missing", std::string{name});
}

result<void> put_users(ledger::writer& writer, std::string_view json, instant at) {
  PALANG_TRY(password, word(json, "password"));
  PALANG_TRY(hash, hashed(password));
  PALANG_TRY(users, protocol::items_of(json, "users"));
  for (const auto& user : users) {
    PALANG_TRY(username, word(user, "username"));
    PALANG_TRY(name, word(user, "name"));
    PALANG_TRY(role_word, word(user, "role"));
    const auto role = protocol::role_from(role_word);
    if (!role)
      return fail(errc::invalid, "db/demo: no such role", "role");
    PALANG_CHECK(writer.put_user(username, name, *role, hash, false, at));
  }
  return {};
}

} // namespace

result<void> load_demo(ledger::writer& writer, ledger::reader& reader, const clock& time) {
  PALANG_TRY(bounds, reader.bounds());
  PALANG_TRY(config, reader.configuration());
  if (bounds.newest_seq != 0 || config.version != 0)
    return fail(errc::invalid, "the demo loads into an empty database only", "demo");
  PALANG_TRY(users, demo_file("users.json"));
  PALANG_TRY(document_text, demo_file("config.json"));
  PALANG_TRY(document, protocol::decode_config(document_text));
  // The configuration comes last: a start that was cut off before it finds the database still
  // empty.
  PALANG_CHECK(put_users(writer, users, time.now()));
  return writer.put_config(document, time.now(), "demo");
}

} // namespace palang::storage
