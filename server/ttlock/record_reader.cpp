#include "server/ttlock/record_reader.hpp"

#include "server/ttlock/mask.hpp"
#include "server/ttlock/record_kind.hpp"
#include "server/ttlock/text.hpp"
#include "shared/protocol/json_document.hpp"

#include <utility>

namespace palang::ttlock {

namespace {

constexpr std::size_t shown_digits = 2;

/// Those whose `username` is an account: a telephone number there is no passcode.
bool is_by_account(int cloud_type) {
  switch (cloud_type) {
  case 1:
  case 11:
  case 12:
  case 37:
  case 52:
  case 75:
  case 76:
  case 77:
    return true;
  default:
    return false;
  }
}

/// Credentials without a name of their own are named by their digits.
std::string shown_name(std::string name, std::string_view digits, const lock_record& record) {
  const auto shown = hidden + record.credential_tail;
  if (digits.size() >= shortest_credential)
    for (auto at = name.find(digits); at != std::string::npos;
         at = name.find(digits, at + shown.size()))
      name.replace(at, digits.size(), shown);
  const int type = record.type != 0 ? record.type : cloud_type_of(record.type_from_lock);
  return is_by_account(type) ? name : without_digit_runs(name, shown_digits);
}

void read_actor(lock_record& record, const json& item, const credential_key& key) {
  const auto digits = text_of(item, "keyboardPwd");
  if (auto known = credential_of(digits, key)) {
    record.credential_digest = std::move(known->digest);
    record.credential_tail = std::move(known->tail);
  }
  record.who = shown_name(text_of(item, "username"), digits, record);
}

std::string or_else(std::string own, const std::string& other) {
  return own.empty() ? other : own;
}

lock_record read_fields(const json& item, const lock_context& around, const credential_key& key) {
  lock_record record;
  record.lock_id = or_else(text_of(item, "lockId"), around.lock_id);
  record.lock_mac = or_else(text_of(item, "lockMac"), around.lock_mac);
  record.type_from_lock = code_of(item, "recordTypeFromLock");
  record.type = code_of(item, "recordType");
  record.is_success = flag_of(item, "success").value_or(!is_failure_type(record.type_from_lock));
  record.server_at = instant_of(item, "serverDate");
  record.battery = percent_of(item, "electricQuantity");
  record.cloud_record_id = integer_of(item, "recordId");
  read_actor(record, item, key);
  return record;
}

/// Empty: it is one.
std::string why_no_record(const json& item, const lock_record& record) {
  if (!item.is_object())
    return "not a record";
  if (!instant_of(item, "lockDate"))
    return "without lockDate";
  if (record.type == 0 && record.type_from_lock == 0)
    return "without a type";
  return record.lock_id.empty() ? "without lockId" : "";
}

void read_one(record_batch& batch, const json& item, const lock_context& around,
              const credential_key& key) {
  auto record = read_fields(item, around, key);
  if (auto why = why_no_record(item, record); !why.empty()) {
    batch.unreadable.push_back({std::move(why), masked(protocol::dump_json(item))});
    return;
  }
  record.lock_at = *instant_of(item, "lockDate");
  record.natural_key = natural_key_of(record);
  batch.records.push_back(std::move(record));
}

} // namespace

record_batch read_records(const json& list, const lock_context& around, const credential_key& key) {
  record_batch batch;
  if (!list.is_array()) {
    read_one(batch, list, around, key);
    return batch;
  }
  for (const auto& item : list)
    read_one(batch, item, around, key);
  return batch;
}

} // namespace palang::ttlock
