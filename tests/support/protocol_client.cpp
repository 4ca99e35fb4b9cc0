#include "tests/support/protocol_client.hpp"

#include "tests/support/http_client.hpp"

#include <stdexcept>
#include <utility>

namespace palang::testing {

using namespace palang::protocol;

namespace {

/// Long, so that a slow machine is never taken for a failure.
byte_stream::options patient() {
  byte_stream::options o;
  o.patience = std::chrono::seconds{60};
  return o;
}

} // namespace

login_reply log_in(std::uint16_t port, const login_facts& facts) {
  http_client http{port, patient()};
  login_request request;
  request.username = facts.username;
  request.password = facts.password;
  request.device_id = facts.device_id;
  request.device_key = facts.device_key;
  const auto answer =
      http.request("POST", "/v1/login", {{"Content-Type", "application/json"}}, encode(request));
  const auto reply = decode_login_reply(answer.body);
  if (answer.status != 200 || !reply)
    throw std::runtime_error("log-in refused: " + answer.body);
  return *reply;
}

submit submit_now(submit_data data) {
  const auto now = system_clock{}.now();
  submit s;
  s.id = make_uuid_v7(now);
  s.taken_at = now;
  s.clock = {0, clock_source::server};
  s.data = std::move(data);
  return s;
}

submit enter_now(const std::string& plate) {
  entry_data data;
  data.session_id = make_uuid_v7(system_clock{}.now());
  data.gate_id = "in-1";
  data.plate = plate;
  data.vehicle_type = "MOBIL";
  return submit_now(std::move(data));
}

protocol_client::protocol_client(std::uint16_t port, const std::string& token,
                                 std::vector<std::string> topics,
                                 std::optional<resume_point> resume)
    : link_{port, {"/v1", "palang.v1", patient()}} {
  hello h;
  h.token = token;
  h.app = "test";
  h.app_version = "1";
  h.topics = std::move(topics);
  h.resume = std::move(resume);
  h.is_batch = true;
  send(h);
  auto first = receive();
  if (auto* greeting = std::get_if<welcome>(&first))
    welcome_ = std::move(*greeting);
  else
    throw std::runtime_error("no welcome");
}

void protocol_client::send(const client_message& message) {
  link_.send(encode(message));
}

server_message protocol_client::receive() {
  while (true) {
    auto messages = decode_server_frame(link_.read());
    if (!messages)
      throw std::runtime_error("unreadable frame: " + messages.error().message);
    if (messages->empty())
      continue;
    auto first = std::move(messages->front());
    for (std::size_t i = messages->size(); i > 1; --i)
      received_.push_front(std::move((*messages)[i - 1]));
    return first;
  }
}

server_message protocol_client::next() {
  if (received_.empty())
    return receive();
  auto message = std::move(received_.front());
  received_.pop_front();
  return message;
}

/// The first message that `take` finds something in; the others are kept in their order.
template <class Take>
auto protocol_client::first(Take take) {
  std::deque<server_message> others;
  while (true) {
    auto message = next();
    if (auto found = take(message)) {
      received_.insert(received_.begin(), std::make_move_iterator(others.begin()),
                       std::make_move_iterator(others.end()));
      return *std::move(found);
    }
    others.push_back(std::move(message));
  }
}

server_message protocol_client::next_answer() {
  return first([](server_message& m) {
    const bool is_answer =
        std::holds_alternative<accepted>(m) || std::holds_alternative<rejected>(m);
    return is_answer ? std::optional{std::move(m)} : std::nullopt;
  });
}

event protocol_client::next_event() {
  return first([](server_message& m) {
    auto* happened = std::get_if<event>(&m);
    return happened != nullptr ? std::optional{std::move(*happened)} : std::nullopt;
  });
}

status protocol_client::next_status(bool is_up) {
  return first([is_up](server_message& m) {
    auto* told = std::get_if<status>(&m);
    return told != nullptr && told->is_db_up == is_up ? std::optional{std::move(*told)}
                                                      : std::nullopt;
  });
}

std::string protocol_client::ask(const query_data& what) {
  query q;
  q.id = std::to_string(++queries_);
  q.data = what;
  send(q);
  return first([&q](server_message& m) -> std::optional<std::string> {
    if (const auto* refused = std::get_if<error_message>(&m))
      throw std::runtime_error("refused: " + refused->why.message);
    auto* found = std::get_if<query_result>(&m);
    return found != nullptr && found->id == q.id ? std::optional{std::move(found->data)}
                                                 : std::nullopt;
  });
}

} // namespace palang::testing
