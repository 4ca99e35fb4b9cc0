#include "shared/protocol/client_fields.hpp"
#include "shared/protocol/codec_messages.hpp"
#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

/// The bodies of PROTOCOL sections 1 and 2.
namespace palang::protocol {

namespace {

/// The body of an HTTP error.
struct refusal {
  std::string code;
  error why;
};

void read(const json_node& node, refusal& out) {
  node.get("code", out.code);
  node.maybe("message", out.why.message);
  node.maybe("field", out.why.field);
  out.why.code = errc_from_string(out.code).value_or(errc::internal);
}

} // namespace

void read(const json_node& node, login_request& out) {
  get_text(node, "username", out.username, short_name);
  get_text(node, "password", out.password, free_text);
  node.maybe("device_id", out.device_id);
  maybe_text(node, "device_key", out.device_key, short_name);
  maybe_text(node, "enrolment", out.enrolment, short_name);
  node.maybe("device_no", out.device_no);
}

void read(const json_node& node, login_reply& out) {
  node.get("token", out.token);
  node.get("expires_at", out.expires_at);
  node.get("user", out.who);
  const auto site = node.member("site");
  site.get("id", out.site_id);
  site.get("name", out.site_name);
  node.get("epoch", out.epoch);
}

result<login_request> decode_login(std::string_view body) {
  return decode_as<login_request>(body);
}

std::string encode(const login_request& x) {
  return object_writer{}
      .add("username", x.username)
      .add("password", x.password)
      .add_if("device_id", x.device_id)
      .add_if("device_key", x.device_key)
      .add_if("enrolment", x.enrolment)
      .add_if("device_no", x.device_no)
      .done();
}

std::string encode(const login_reply& x) {
  const auto site = object_writer{}.add("id", x.site_id).add("name", x.site_name).done();
  return object_writer{}
      .add("token", x.token)
      .add("expires_at", x.expires_at)
      .add("user", x.who)
      .add("site", raw_json{site})
      .add("epoch", x.epoch)
      .done();
}

result<login_reply> decode_login_reply(std::string_view body) {
  return decode_as<login_reply>(body);
}

std::string encode_http_error(const error& why) {
  object_writer out;
  out.add("code", why.code).add("message", why.message);
  if (!why.field.empty())
    out.add("field", why.field);
  return out.done();
}

result<error> decode_http_error(std::string_view body) {
  return decode_as<refusal>(body).map([](refusal&& found) { return std::move(found.why); });
}

} // namespace palang::protocol
