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

server_message protocol_client::next_answer() {
  std::deque<server_message> others;
  while (true) {
    auto message = next();
    if (std::holds_alternative<accepted>(message) || std::holds_alternative<rejected>(message)) {
      received_.insert(received_.begin(), std::make_move_iterator(others.begin()),
                       std::make_move_iterator(others.end()));
      return message;
    }
    others.push_back(std::move(message));
  }
}

event protocol_client::next_event() {
  std::deque<server_message> others;
  while (true) {
    auto message = next();
    if (auto* happened = std::get_if<event>(&message)) {
      auto found = std::move(*happened);
      received_.insert(received_.begin(), std::make_move_iterator(others.begin()),
                       std::make_move_iterator(others.end()));
      return found;
    }
    others.push_back(std::move(message));
  }
}

std::string protocol_client::ask(const query_data& what) {
  query q;
  q.id = std::to_string(++queries_);
  q.data = what;
  send(q);
  std::deque<server_message> others;
  while (true) {
    auto message = next();
    std::optional<std::string> answer;
    if (auto* found = std::get_if<query_result>(&message); found && found->id == q.id)
      answer = std::move(found->data);
    else if (auto* refused = std::get_if<error_message>(&message))
      throw std::runtime_error("refused: " + refused->why.message);
    else
      others.push_back(std::move(message));
    if (answer) {
      received_.insert(received_.begin(), std::make_move_iterator(others.begin()),
                       std::make_move_iterator(others.end()));
      return std::move(*answer);
    }
  }
}

} // namespace palang::testing
