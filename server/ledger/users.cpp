#include "server/ledger/administration.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

result<effect> apply(context& c, const protocol::user_set_data& d) {
  PALANG_TRY(
      put, put_user(c.db, {d.username, d.name, d.user_role, d.password.value_or(""), d.is_disabled},
                    c.now()));
  if (put.is_cut_off)
    c.state.done.revoked_users.push_back(put.user.id);
  auto after = protocol::encode(put.user);
  PALANG_CHECK(
      c.note("user/" + put.user.username, put.before, after, d.password ? "new password" : ""));
  return effect{protocol::object({{"user", std::move(after)}}), std::nullopt};
}

} // namespace palang::ledger
