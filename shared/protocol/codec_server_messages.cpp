#include "shared/protocol/codec_messages.hpp"
#include "shared/protocol/codec_objects.hpp"
#include "shared/protocol/json_writer.hpp"

#include <array>

/// The server's messages: written by the server, read by clients.
namespace palang::protocol {

namespace {

// -- writing ----------------------------------------------------------------------------

std::string_view db_word(bool is_up) {
  return is_up ? "up" : "down";
}

std::string encode(const welcome& x) {
  return object_writer{}
      .add("type", "welcome")
      .add("connection", x.connection)
      .add("epoch", x.epoch)
      .add("seq", x.seq)
      .add("oldest_seq", x.oldest_seq)
      .add("resumed", x.is_resumed)
      .add("server_time", x.server_time)
      .add("db", db_word(x.is_db_up))
      .add("config_version", x.config_version)
      .add("heartbeat_ms", x.heartbeat_ms)
      .add("reconnect_jitter_ms", x.reconnect_jitter_ms)
      .add("user", x.who)
      .add_if("device_no", x.device_no)
      .done();
}

std::string encode(const event& x) {
  return object_writer{}
      .add("type", "event")
      .add("seq", x.seq)
      .add("at", x.at)
      .add("topic", x.event_topic)
      .add("kind", x.kind)
      .add("data", raw_json{x.data})
      .done();
}

std::string encode(const status& x) {
  return object_writer{}
      .add("type", "status")
      .add("db", db_word(x.is_db_up))
      .add("since", x.since)
      .add("server_time", x.server_time)
      .add("detail", x.detail)
      .done();
}

std::string encode(const pong& x) {
  return object_writer{}
      .add("type", "pong")
      .add("n", x.n)
      .add("db", db_word(x.is_db_up))
      .add("server_time", x.server_time)
      .add("seq", x.seq)
      .done();
}

std::string encode(const accepted& x) {
  return object_writer{}
      .add("type", "accepted")
      .add("id", x.id)
      .add("seq", x.seq)
      .add("duplicate", x.is_duplicate)
      .add("data", raw_json{x.data})
      .done();
}

object_writer& add_field(object_writer& out, const error& why) {
  return why.field.empty() ? out : out.add("field", why.field);
}

std::string encode(const rejected& x) {
  object_writer out;
  out.add("type", "rejected")
      .add("id", x.id)
      .add("code", x.why.code)
      .add("retryable", is_retryable(x.why.code))
      .add("message", x.why.message);
  return add_field(out, x.why).done();
}

std::string encode(const query_result& x) {
  return object_writer{}.add("type", "result").add("id", x.id).add("data", raw_json{x.data}).done();
}

std::string encode(const error_message& x) {
  object_writer out;
  out.add("type", "error").add_if("id", x.id).add("code", x.why.code).add("message", x.why.message);
  return add_field(out, x.why).add_if("retry_after_ms", x.retry_after_ms).done();
}

// -- reading ----------------------------------------------------------------------------

void read_db(const json_node& node, bool& is_up) {
  std::string word;
  node.get("db", word);
  is_up = word == "up";
}

void read_data(const json_node& node, std::string& out) {
  if (const auto* data = node.find("data"))
    out = dump_json(*data);
  else
    node.member("data").refuse("is missing");
}

/// A code that this client does not know yet is final unless the server says that it is not.
void read_error(const json_node& node, error& out) {
  std::string code;
  bool is_again = false;
  node.get("code", code);
  node.maybe("retryable", is_again);
  out.code = errc_from_string(code).value_or(is_again ? errc::busy : errc::internal);
  node.maybe("message", out.message);
  node.maybe("field", out.field);
}

void read(const json_node& node, welcome& out) {
  node.get("connection", out.connection);
  node.get("epoch", out.epoch);
  node.get("seq", out.seq);
  node.get("oldest_seq", out.oldest_seq);
  node.get("resumed", out.is_resumed);
  node.get("server_time", out.server_time);
  read_db(node, out.is_db_up);
  node.get("config_version", out.config_version);
  node.get("heartbeat_ms", out.heartbeat_ms);
  node.get("reconnect_jitter_ms", out.reconnect_jitter_ms);
  node.get("user", out.who);
  node.maybe("device_no", out.device_no);
}

void read(const json_node& node, event& out) {
  node.get("seq", out.seq);
  node.get("at", out.at);
  node.get("topic", out.event_topic);
  node.get("kind", out.kind);
  read_data(node, out.data);
}

void read(const json_node& node, status& out) {
  read_db(node, out.is_db_up);
  node.get("since", out.since);
  node.get("server_time", out.server_time);
  node.maybe("detail", out.detail);
}

void read(const json_node& node, pong& out) {
  node.get("n", out.n);
  read_db(node, out.is_db_up);
  node.get("server_time", out.server_time);
  node.get("seq", out.seq);
}

void read(const json_node& node, accepted& out) {
  node.get("id", out.id);
  node.get("seq", out.seq);
  node.maybe("duplicate", out.is_duplicate);
  read_data(node, out.data);
}

void read(const json_node& node, rejected& out) {
  node.get("id", out.id);
  read_error(node, out.why);
}

void read(const json_node& node, query_result& out) {
  node.get("id", out.id);
  read_data(node, out.data);
}

void read(const json_node& node, error_message& out) {
  node.maybe("id", out.id);
  read_error(node, out.why);
  node.maybe("retry_after_ms", out.retry_after_ms);
}

using message_reader = server_message (*)(const json_node&);

template <class T>
server_message read_message(const json_node& node) {
  T out;
  read(node, out);
  return out;
}

constexpr std::array<std::pair<std::string_view, message_reader>,
                     std::variant_size_v<server_message>>
    readers{{
        {"event", &read_message<event>},
        {"accepted", &read_message<accepted>},
        {"rejected", &read_message<rejected>},
        {"pong", &read_message<pong>},
        {"result", &read_message<query_result>},
        {"error", &read_message<error_message>},
        {"status", &read_message<status>},
        {"welcome", &read_message<welcome>},
    }};

/// Messages and topics of a newer server are skipped.
void read_one(const json_node& node, std::vector<server_message>& out) {
  std::string type;
  node.get("type", type);
  if (type == "event")
    if (const auto* word = node.find("topic");
        word != nullptr && word->is_string() && !topic_from(word->get<std::string>()))
      return;
  for (const auto& [word, reader] : readers)
    if (word == type)
      out.push_back(reader(node));
}

} // namespace

void read(const json_node& node, topic& out) {
  read_word(node, out, &topic_from);
}

std::string encode(const server_message& message) {
  return std::visit([](const auto& x) { return encode(x); }, message);
}

result<std::vector<server_message>> decode_server_frame(std::string_view frame) {
  auto document = parse_json(frame);
  reading state{.code = errc::bad_message, .problem = std::move(document.problem)};
  const json_node root{document.root, state};
  std::vector<server_message> out;
  if (document.root.is_array())
    for (std::size_t i = 0; i < document.root.size() && !state.problem; ++i)
      read_one(root.item(i), out);
  else
    read_one(root, out);
  if (state.problem)
    return fail(std::move(*state.problem));
  return out;
}

} // namespace palang::protocol
