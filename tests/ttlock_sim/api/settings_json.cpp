#include "tests/ttlock_sim/api/settings_json.hpp"

namespace palang::ttlock_sim {

// The library's macros know this one only.
using nlohmann::json;

NLOHMANN_JSON_SERIALIZE_ENUM(record_order, {{record_order::oldest, "oldest"},
                                            {record_order::newest, "newest"},
                                            {record_order::shuffled, "shuffled"}})
NLOHMANN_JSON_SERIALIZE_ENUM(backlog_date,
                             {{backlog_date::upload, "upload"}, {backlog_date::lock, "lock"}})
NLOHMANN_JSON_SERIALIZE_ENUM(absent_text, {{absent_text::absent, "absent"},
                                           {absent_text::null, "null"},
                                           {absent_text::empty, "empty"}})
NLOHMANN_JSON_SERIALIZE_ENUM(payload_shape, {{payload_shape::observed, "observed"},
                                             {payload_shape::documented, "documented"}})
NLOHMANN_JSON_SERIALIZE_ENUM(token_need, {{token_need::never, "never"},
                                          {token_need::once, "once"},
                                          {token_need::valid, "valid"}})
NLOHMANN_JSON_SERIALIZE_ENUM(date_check, {{date_check::world, "world"},
                                          {date_check::either, "either"},
                                          {date_check::off, "off"}})
NLOHMANN_JSON_SERIALIZE_ENUM(id_order,
                             {{id_order::increasing, "increasing"}, {id_order::random, "random"}})

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(delay, least_ms, most_ms, slow_probability, slow_most_ms)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(upload_settings, prompt, backlog, order, server_date,
                                   gateway_keeps, filtered_types, record_ids)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(callback_settings, after, prompt_batch, backlog_batch,
                                   backlog_gap_ms, after_outage, unpushed_types,
                                   duplicate_probability, duplicate_after_ms, drop_probability,
                                   retries, retry_ms, timeout_ms, parallel, app_passcode, shape,
                                   extra_fields, token)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(gateway_settings, list_offline, list_online, offline_notice_ms,
                                   online_notice_ms, online_notice_always, link_cache_ms)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(command_settings, takes, timeout_ms, timeout_errcode,
                                   timeout_probability, timeout_moves_probability,
                                   no_move_probability, unnoticed_offline_errcode)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(list_settings, order, delay_ms, is_end_inclusive, months_kept)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(account_settings, token_seconds, login_revokes, refresh_revokes,
                                   date, is_wrong_region)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(lock_settings, memory, auto_lock_records)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(settings, upload, callback, gateway, command, list, account,
                                   lock)

nlohmann::ordered_json settings_to_json(const settings& s) {
  return json(s);
}

result<settings> merged(const settings& s, const nlohmann::ordered_json& patch) {
  json wanted = s;
  wanted.merge_patch(json(patch));
  try {
    const auto changed = wanted.get<settings>();
    // An unknown name is not read and an unknown word becomes the first one: neither comes back.
    if (const auto differences = json::diff(wanted, json(changed)); !differences.empty())
      return fail(errc::invalid, "no such setting or word: " + differences[0]["path"].dump());
    return changed;
  } catch (const json::exception& e) {
    return fail(errc::invalid, e.what());
  }
}

} // namespace palang::ttlock_sim
