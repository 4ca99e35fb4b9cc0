#include "tests/ttlock_sim/api/fields.hpp"
#include "tests/ttlock_sim/model/errcodes.hpp"

#include "shared/core/crypto.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <span>

namespace palang::ttlock_sim {

namespace {

std::string md5_of(const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_md5(), nullptr);
  return crypto::to_hex(std::span{digest}.first(size));
}

bool is_md5(const std::string& text) {
  return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// The current documents say clientId, older ones and much public code client_id.
std::string either(const form_fields& fields, const std::string& name, const std::string& older) {
  const auto text = text_field(fields, name);
  return text.empty() ? text_field(fields, older) : text;
}

json grant(const token_pair& pair, const settings& rules, std::optional<std::int64_t> uid) {
  json reply;
  reply["access_token"] = pair.access;
  if (uid)
    reply["uid"] = *uid;
  reply["refresh_token"] = pair.refresh;
  reply["expires_in"] = rules.account.token_seconds;
  return reply;
}

reply_or_errcode log_in(world& w, const form_fields& fields) {
  const auto& who = w.people.who();
  const auto password = text_field(fields, "password");
  if (!is_md5(password))
    return tl::unexpected(errcode::password_not_md5);
  if (text_field(fields, "username") != who.username || password != md5_of(who.password))
    return tl::unexpected(errcode::bad_login);
  return grant(w.people.log_in(w.now(), w.rules.account), w.rules, who.uid);
}

} // namespace

reply_or_errcode token(world& w, const form_fields& fields) {
  const auto& who = w.people.who();
  if (w.rules.account.is_wrong_region)
    return tl::unexpected(errcode::wrong_region);
  if (either(fields, "clientId", "client_id") != who.client_id)
    return tl::unexpected(errcode::bad_client_id);
  if (either(fields, "clientSecret", "client_secret") != who.client_secret)
    return tl::unexpected(errcode::bad_client);
  w.calls.note("/oauth2/token", w.now());
  const auto type = text_field(fields, "grant_type");
  if (type.empty() || type == "password")
    return log_in(w, fields);
  if (type != "refresh_token")
    return tl::unexpected(errcode::bad_grant_type);
  const auto pair = w.people.refresh(text_field(fields, "refresh_token"), w.now(), w.rules.account);
  if (!pair)
    return tl::unexpected(errcode::bad_refresh_token);
  return grant(*pair, w.rules, std::nullopt);
}

} // namespace palang::ttlock_sim
