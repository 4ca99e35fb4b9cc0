#include "server/ttlock/record.hpp"

#include "server/ttlock/record_kind.hpp"
#include "shared/core/crypto.hpp"

namespace palang::ttlock {

namespace {

int kind_in_key(const lock_record& record) {
  return record.type != 0 ? record.type : cloud_type_of(record.type_from_lock);
}

bool agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

} // namespace

std::string natural_key_of(const lock_record& record) {
  // The actor comes last, behind fields that cannot hold the separator.
  const auto text = record.lock_id + '\n' + std::to_string(to_ms(record.lock_at)) + '\n'
                    + std::to_string(kind_in_key(record)) + '\n' + (record.is_success ? '1' : '0')
                    + '\n' + (record.credential_digest ? "c" : "w")
                    + record.credential_digest.value_or(record.who);
  return crypto::to_hex(crypto::sha256_of(text));
}

bool could_be_same(const lock_record& a, const lock_record& b) {
  if (a.cloud_record_id && b.cloud_record_id)
    return a.cloud_record_id == b.cloud_record_id;
  if (a.natural_key == b.natural_key)
    return true;
  return a.lock_id == b.lock_id && a.lock_at == b.lock_at && kind_in_key(a) == kind_in_key(b)
         && a.is_success == b.is_success
         && agree(a.credential_digest.value_or(""), b.credential_digest.value_or(""))
         && agree(a.who, b.who);
}

} // namespace palang::ttlock
