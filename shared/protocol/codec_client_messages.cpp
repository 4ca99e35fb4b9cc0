#include "shared/protocol/client_fields.hpp"
#include "shared/protocol/codec_messages.hpp"
#include "shared/protocol/json_writer.hpp"

namespace palang::protocol {

namespace {

using decoded = tl::expected<client_message, decode_failure>;

decoded refused(reading& state, std::optional<uuid> submit_id = {},
                std::optional<std::string> query_id = {}) {
  return tl::unexpected(decode_failure{std::move(*state.problem), submit_id, std::move(query_id)});
}

// -- hello, ping ------------------------------------------------------------------------

void read(const json_node& node, resume_point& out) {
  node.get("epoch", out.epoch);
  node.get("seq", out.seq);
}

decoded decode_hello(const json_node& node, reading& state) {
  hello out;
  node.get("token", out.token);
  if (node.has("client")) {
    const auto client = node.member("client");
    client.maybe("app", out.app);
    client.maybe("version", out.app_version);
  }
  node.maybe("topics", out.topics);
  if (node.has("resume"))
    read(node.member("resume"), out.resume.emplace());
  node.maybe("batch", out.is_batch);
  if (state.problem)
    return refused(state);
  return out;
}

decoded decode_ping(const json_node& node, reading& state) {
  ping out;
  node.get("n", out.n);
  if (state.problem)
    return refused(state);
  return out;
}

// -- submit, query ----------------------------------------------------------------------

void read(const json_node& node, clock_info& out) {
  node.get("source", out.source);
  if (node.has("offset_ms"))
    get_integer(node, "offset_ms", out.offset_ms, -limits::max_instant_ms, limits::max_instant_ms);
}

/// Finds the data's alternative by the frame's `kind`.
template <class Data>
void read_kind(const json_node& node, Data& out, std::optional<Data> (*of)(std::string_view)) {
  std::string kind;
  node.get("kind", kind);
  if (auto known = of(kind))
    out = std::move(*known);
  else
    node.member("kind").refuse("is not a kind that this server knows");
}

decoded decode_submit(const json_node& node, reading& state) {
  submit out;
  node.get("id", out.id);
  if (state.problem)
    return refused(state);
  state.code = errc::invalid;
  read_kind(node, out.data, &submit_data_of);
  if (node.has("device_seq")) {
    std::int64_t seq = 0;
    get_integer(node, "device_seq", seq, 1, std::numeric_limits<std::uint32_t>::max());
    out.device_seq = static_cast<std::uint32_t>(seq);
  }
  node.get("taken_at", out.taken_at);
  if (node.has("clock"))
    read(node.member("clock"), out.clock);
  node.maybe("offline", out.is_offline);
  node.get("data", out.data);
  if (state.problem)
    return refused(state, out.id);
  return out;
}

decoded decode_query(const json_node& node, reading& state) {
  query out;
  get_text(node, "id", out.id, {.max_characters = limits::max_name});
  if (state.problem)
    return refused(state);
  state.code = errc::invalid;
  read_kind(node, out.data, &query_data_of);
  read(node.member("data"), out.data);
  if (state.problem)
    return refused(state, {}, out.id);
  return out;
}

decoded decode_message(const json_node& node, reading& state) {
  std::string type;
  node.get("type", type);
  if (type == "submit")
    return decode_submit(node, state);
  if (type == "query")
    return decode_query(node, state);
  if (type == "hello")
    return decode_hello(node, state);
  if (type == "ping")
    return decode_ping(node, state);
  node.member("type").expected("hello, ping, submit or query");
  return refused(state);
}

/// A frame that could be read in part only: `part` may still tell whose it is.
decode_failure unreadable(error why, const decoded& part) {
  decode_failure out{std::move(why), {}, {}};
  if (!part) {
    out.submit_id = part.error().submit_id;
    out.query_id = part.error().query_id;
  } else if (const auto* s = std::get_if<submit>(&*part)) {
    out.submit_id = s->id;
  } else if (const auto* q = std::get_if<query>(&*part)) {
    out.query_id = q->id;
  }
  out.why.code = out.submit_id || out.query_id ? errc::invalid : errc::bad_message;
  return out;
}

// -- encoding ---------------------------------------------------------------------------

std::string encode(const clock_info& x) {
  return object_writer{}.add("offset_ms", x.offset_ms).add("source", x.source).done();
}

std::string encode(const hello& x) {
  const auto client = object_writer{}.add("app", x.app).add("version", x.app_version).done();
  object_writer out;
  out.add("type", "hello")
      .add("token", x.token)
      .add("client", raw_json{client})
      .add("topics", x.topics);
  if (x.resume) {
    const auto resume =
        object_writer{}.add("epoch", x.resume->epoch).add("seq", x.resume->seq).done();
    out.add("resume", raw_json{resume});
  }
  return out.add("batch", x.is_batch).done();
}

std::string encode(const ping& x) {
  return object_writer{}.add("type", "ping").add("n", x.n).done();
}

std::string encode(const query& x) {
  return object_writer{}
      .add("type", "query")
      .add("id", x.id)
      .add("kind", kind_of(x.data))
      .add("data", raw_json{encode(x.data)})
      .done();
}

} // namespace

void read(const json_node& node, clock_source& out) {
  read_word(node, out, &clock_source_from);
}

tl::expected<client_message, decode_failure> decode_client_message(std::string_view frame) {
  auto document = parse_json(frame);
  reading state{.code = errc::bad_message};
  auto message = decode_message(json_node{document.root, state}, state);
  if (document.problem)
    return tl::unexpected(unreadable(std::move(*document.problem), message));
  return message;
}

std::string encode(const client_message& message) {
  return std::visit([](const auto& x) { return encode(x); }, message);
}

std::string encode(const submit& s) {
  return object_writer{}
      .add("type", "submit")
      .add("id", s.id)
      .add("kind", kind_of(s.data))
      .add_if("device_seq", s.device_seq)
      .add("taken_at", s.taken_at)
      .add("clock", raw_json{encode(s.clock)})
      .add("offline", s.is_offline)
      .add("data", raw_json{encode(s.data)})
      .done();
}

result<submit> decode_submit(std::string_view text) {
  auto message = decode_client_message(text);
  if (!message)
    return fail(std::move(message.error().why));
  if (auto* found = std::get_if<submit>(&*message))
    return std::move(*found);
  return fail(errc::bad_message, "type must be submit", "type");
}

} // namespace palang::protocol
