#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/config.hpp"
#include "shared/protocol/messages.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The only place that knows JSON. Functions never throw; thread: any.
/// Writing: what is empty or absent is null (left out of submissions and queries); bytes that are
/// not UTF-8 become U+FFFD.
/// Reading: unknown fields are ignored, null is absent. A missing or mistyped field is named, as
/// `invalid` once the frame's id is known (in submissions and queries) and else as `bad_message`.
namespace palang::protocol {

/// Why a frame was refused, and whose it is: so that the answer can name the submission or query.
struct decode_failure {
  error why;
  std::optional<uuid> submit_id;       ///< The frame was a submit: answer `rejected`.
  std::optional<std::string> query_id; ///< The frame was a query: answer `error` with id.
};

// -- server side ------------------------------------------------------------------------
[[nodiscard]] tl::expected<client_message, decode_failure>
decode_client_message(std::string_view frame);
[[nodiscard]] std::string encode(const server_message& message);
[[nodiscard]] result<login_request> decode_login(std::string_view body);
[[nodiscard]] std::string encode(const login_reply& reply);
[[nodiscard]] std::string encode_http_error(const error& why);

/// The content of a submission in one canonical form (keys sorted, no spaces), for its digest:
/// equal content, equal text.
/// Content is `kind`, `device_seq`, `taken_at` and `data`; not `clock` and `offline`, which differ
/// when a record that was first sent online is sent again later. A password becomes its SHA-256.
[[nodiscard]] std::string canonical(const submit& s);

// -- client side ------------------------------------------------------------------------
/// One frame is one message or an array of them.
[[nodiscard]] result<std::vector<server_message>> decode_server_frame(std::string_view frame);
[[nodiscard]] std::string encode(const client_message& message);
[[nodiscard]] std::string encode(const login_request& request);
[[nodiscard]] result<login_reply> decode_login_reply(std::string_view body);
[[nodiscard]] result<error> decode_http_error(std::string_view body);

/// A submission as text for an outbox and back (the wire frame itself).
[[nodiscard]] std::string encode(const submit& s);
[[nodiscard]] result<submit> decode_submit(std::string_view text);

/// The `data` of a query alone.
[[nodiscard]] std::string encode_data(const query_data& data);

// -- objects: used for event data, accepted data, query results and stored columns ------
[[nodiscard]] std::string encode(const session& x);
[[nodiscard]] std::string encode(const domain::fee& x);
/// The fee that answers an exit: also `charged` and `difference` (charged - due).
[[nodiscard]] std::string encode(const domain::fee& x, rupiah charged);
[[nodiscard]] std::string encode(const gate& x);
[[nodiscard]] std::string encode(const gate_command& x);
[[nodiscard]] std::string encode(const alert& x);
[[nodiscard]] std::string encode(const shift& x);
[[nodiscard]] std::string encode(const device& x);
[[nodiscard]] std::string encode(const user& x);
[[nodiscard]] std::string encode(const config& x);
[[nodiscard]] std::string encode(const device_key& x);
[[nodiscard]] std::string encode(const audit_entry& x);
[[nodiscard]] std::string encode(const sync_log_entry& x);
[[nodiscard]] std::string encode(const stats_row& x);
[[nodiscard]] std::string encode(const payment& x);
[[nodiscard]] std::string encode(const seq_range& x);
[[nodiscard]] std::string encode(const alert_refers& x);
[[nodiscard]] std::string encode(const lock& x);
[[nodiscard]] std::string encode(const gateway& x);
[[nodiscard]] std::string encode(const lock_record& x);
[[nodiscard]] std::string encode(const opening& x);

[[nodiscard]] result<session> decode_session(std::string_view json);
[[nodiscard]] result<domain::fee> decode_fee(std::string_view json);
[[nodiscard]] result<gate> decode_gate(std::string_view json);
[[nodiscard]] result<gate_command> decode_gate_command(std::string_view json);
[[nodiscard]] result<alert> decode_alert(std::string_view json);
[[nodiscard]] result<alert_refers> decode_alert_refers(std::string_view json);
[[nodiscard]] result<shift> decode_shift(std::string_view json);
[[nodiscard]] result<device> decode_device(std::string_view json);
[[nodiscard]] result<user> decode_user(std::string_view json);
[[nodiscard]] result<device_key> decode_device_key(std::string_view json);
[[nodiscard]] result<config> decode_config(std::string_view json);
[[nodiscard]] result<payment> decode_payment(std::string_view json);
[[nodiscard]] result<audit_entry> decode_audit_entry(std::string_view json);
[[nodiscard]] result<sync_log_entry> decode_sync_log_entry(std::string_view json);
[[nodiscard]] result<stats_row> decode_stats_row(std::string_view json);
[[nodiscard]] result<lock> decode_lock(std::string_view json);
[[nodiscard]] result<gateway> decode_gateway(std::string_view json);
[[nodiscard]] result<lock_record> decode_lock_record(std::string_view json);
[[nodiscard]] result<opening> decode_opening(std::string_view json);

/// A JSON object from already encoded members: `object({{"session", encode(s)}})`. Names are not
/// escaped.
struct member {
  std::string_view name;
  std::string json;
};
[[nodiscard]] std::string object(std::initializer_list<member> members);
/// The encoded object with more members at its end.
[[nodiscard]] std::string extended(std::string encoded, std::initializer_list<member> more);
[[nodiscard]] std::string array(const std::vector<std::string>& items);
/// A JSON string, number, boolean.
[[nodiscard]] std::string text(std::string_view value);
[[nodiscard]] std::string text_or_null(const std::optional<std::string>& value);
[[nodiscard]] std::string number(std::int64_t value);
[[nodiscard]] std::string number_or_null(std::optional<std::int64_t> value);
[[nodiscard]] std::string time_or_null(const std::optional<instant>& value);
[[nodiscard]] std::string boolean(bool value);

/// A member of a JSON object as JSON text ("session" of an event's data), or `invalid`.
[[nodiscard]] result<std::string> member_of(std::string_view json, std::string_view name);
/// The items of the array member `name`, each as JSON text.
[[nodiscard]] result<std::vector<std::string>> items_of(std::string_view json,
                                                        std::string_view name);
/// The string in a JSON text, or nullopt for null or another type.
[[nodiscard]] std::optional<std::string> string_of(std::string_view json);
[[nodiscard]] std::optional<std::int64_t> number_of(std::string_view json);

/// The text of `document` with `value` where `pointer` (RFC 6901) leads: in place of an array item
/// or of the whole document (""), appended to an array ("/-"), as a member of an object.
/// Errors: invalid with field "data.path" or "data.value"; corrupt when `document` is not JSON.
[[nodiscard]] result<std::string> replace_at(std::string_view document, std::string_view pointer,
                                             std::string_view value);

} // namespace palang::protocol
