#include "server/ledger/login.hpp"

#include "server/ledger/administration.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <chrono>

namespace palang::ledger {

namespace {

using protocol::device_status;
using maybe_device = std::optional<protocol::device>;

result<void> tell(const voice& told, std::string_view kind, const protocol::device& d) {
  return told.emit(protocol::topic::config, kind,
                   protocol::object({{"device", protocol::encode(d)}}));
}

/// What the person has to mend before anything is written.
result<void> check(const protocol::user& user, const writer::login_facts& facts,
                   const maybe_device& known) {
  if (user.is_disabled)
    return fail(errc::forbidden, "this user is disabled");
  if (!facts.device_id)
    return user.user_role == protocol::role::attendant ? result<void>{fail(
               errc::invalid, "an attendant logs in with a device", "device_id")}
                                                       : result<void>{};
  if (!known && !facts.device_key)
    return fail(errc::invalid, "a new device brings its public key", "device_key");
  if (facts.device_key) {
    const auto key = crypto::from_base64(*facts.device_key);
    if (!key || key->size() != crypto::public_key{}.size())
      return fail(errc::invalid, "the key is not 32 bytes in base64", "device_key");
    if (known && known->key != *facts.device_key)
      return fail(errc::invalid, "this device is known with another key: give it a new id",
                  "device_key");
  }
  return {};
}

result<bool> may_approve(storage::repositories& db, const writer::login_facts& facts) {
  if (facts.auto_approve || !facts.enrolment)
    return facts.auto_approve;
  return db.enrolments.take(crypto::to_hex(crypto::sha256_of(*facts.enrolment)), facts.at);
}

/// The number that the device had before the database was restored, if the backup knows neither: a
/// ticket names its device by number.
result<std::uint16_t> former_number(storage::repositories& db, const writer::login_facts& facts) {
  PALANG_TRY(history, db.journal.history_of());
  const auto number = facts.device_no.value_or(0);
  if (number == 0 || number >= history.new_devices_from)
    return std::uint16_t{0};
  PALANG_TRY(holder, db.devices.find_number(number));
  return holder ? std::uint16_t{0} : number;
}

result<maybe_device> settle_device(storage::repositories& db, working_state& state,
                                   const writer::login_facts& facts, maybe_device known) {
  if (!facts.device_id)
    return std::nullopt;
  const bool is_new = !known;
  auto device = known.value_or(protocol::device{});
  if (is_new) {
    device.id = *facts.device_id;
    device.key = *facts.device_key;
    device.first_seen = facts.at;
    PALANG_TRY(number, former_number(db, facts));
    device.device_no = number;
    state.facts.devices.erase(number);
  }
  device.last_seen = facts.at;
  const voice told{db, state, facts.at};
  bool is_approved_now = false;
  if (device.status == device_status::pending) {
    PALANG_TRY(may, may_approve(db, facts));
    if (may)
      PALANG_CHECK(approve(db, device, facts.at));
    is_approved_now = may;
  }
  PALANG_CHECK(is_new ? db.devices.insert(device) : db.devices.update(device));
  if (is_approved_now) {
    state.facts.devices.erase(device.device_no);
    PALANG_CHECK(tell(told, "device.approved", device));
  } else if (is_new) {
    PALANG_CHECK(tell(told, "device.pending", device));
  }
  return device;
}

} // namespace

result<result<token_grant>> log_in(storage::repositories& db, working_state& state,
                                   const writer::login_facts& facts) {
  using answer = result<token_grant>;
  PALANG_TRY(user, db.users.find(facts.user_id));
  if (!user)
    return answer{fail(errc::forbidden, "this user is gone")};
  maybe_device known;
  if (facts.device_id) {
    PALANG_TRY(found, db.devices.find(*facts.device_id));
    known = std::move(found);
  }
  if (auto fine = check(user->shown, facts, known); !fine)
    return answer{fail(fine.error())};
  PALANG_TRY(device, settle_device(db, state, facts, std::move(known)));
  if (device && device->status == device_status::pending)
    return answer{fail(errc::device_pending, "an admin has to approve this device")};
  if (device && device->status == device_status::revoked)
    return answer{fail(errc::device_revoked, "this device may not work any more")};
  const auto& u = user->shown;
  token_grant grant{{u.id, u.username, u.name, u.user_role, facts.device_id,
                     device ? device->device_no : std::uint16_t{}},
                    facts.at + protocol::limits::token_life};
  PALANG_CHECK(
      db.tokens.insert({facts.token_hash, u.id, facts.device_id, facts.at, grant.expires_at}));
  return answer{std::move(grant)};
}

} // namespace palang::ledger
