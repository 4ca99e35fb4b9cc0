#include "tests/ttlock_sim/api/fields.hpp"
#include "tests/ttlock_sim/model/errcodes.hpp"

#include <algorithm>
#include <array>

namespace palang::ttlock_sim {

namespace {

constexpr std::int64_t largest_page = 200;
constexpr std::array<std::int64_t, 6> search_types{-5, -4, 4, 7, 8, 55};

json list_item(const cloud_record& c) {
  const auto& r = c.record;
  json item;
  item["recordId"] = c.record_id;
  item["lockId"] = r.lock;
  item["recordTypeFromLock"] = r.type_from_lock;
  item["recordType"] = r.type;
  item["success"] = r.is_success ? 1 : 0;
  item["username"] = r.username;
  if (!r.passcode.empty())
    item["keyboardPwd"] = r.passcode;
  item["lockDate"] = to_ms(r.lock_date);
  item["serverDate"] = to_ms(c.server_date);
  return item;
}

std::optional<instant> instant_of(const std::optional<std::int64_t>& ms) {
  // 0 is what clients send for "from the beginning" and "until now".
  return ms && *ms != 0 ? std::optional{from_ms(*ms)} : std::nullopt;
}

} // namespace

reply_or_errcode record_list(world& w, const form_fields& fields) {
  const auto id = number_field(fields, "lockId");
  const auto start = number_field(fields, "startDate");
  const auto end = number_field(fields, "endDate");
  const auto type = number_field(fields, "recordType");
  const auto which = page_of(fields, largest_page);
  if (!id || !*id || !start || !end || !type || !which)
    return tl::unexpected(errcode::bad_parameter);
  if (*type && std::ranges::count(search_types, **type) == 0)
    return tl::unexpected(errcode::bad_parameter);
  if (w.find_lock(**id) == nullptr)
    return tl::unexpected(errcode::no_such_lock);
  record_query query{.lock = **id,
                     .start = instant_of(*start),
                     .end = instant_of(*end),
                     .type = {},
                     .text = text_field(fields, "searchStr"),
                     .page = which->number,
                     .page_size = which->size};
  if (*type)
    query.type = static_cast<int>(**type);
  const auto found = w.find(query);
  auto list = json::array();
  for (const auto& c : found.records)
    list.push_back(list_item(c));
  return paged(std::move(list), *which, found.total);
}

} // namespace palang::ttlock_sim
