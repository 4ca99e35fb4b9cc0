#include "tests/ttlock_sim/support/callback_receiver.hpp"

#include <arpa/inet.h>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace palang::testing {

struct callback_receiver::state {
  int listening = -1;
  std::uint16_t port = 0;
  std::thread thread;
  std::mutex mutex;
  std::condition_variable has_come;
  std::deque<std::string> answers;
  std::vector<std::string> bodies;

  void serve();
  void take(int peer);
};

namespace {

std::string read_request(int peer) {
  std::string text;
  char chunk[4096];
  for (;;) {
    const auto head = text.find("\r\n\r\n");
    const auto length = text.find("Content-Length: ");
    const auto wanted = length < head ? std::stoul(text.substr(length + 16)) : 0;
    if (head != std::string::npos && text.size() >= head + 4 + wanted)
      return text.substr(head + 4);
    const auto count = ::recv(peer, chunk, sizeof chunk, 0);
    if (count <= 0)
      return {};
    text.append(chunk, static_cast<std::size_t>(count));
  }
}

} // namespace

void callback_receiver::state::serve() {
  for (int peer = 0; (peer = ::accept(listening, nullptr, nullptr)) >= 0; ::close(peer))
    take(peer);
}

void callback_receiver::state::take(int peer) {
  auto body = read_request(peer);
  const std::lock_guard held{mutex};
  std::string answer = "success";
  if (!answers.empty()) {
    answer = answers.front();
    answers.pop_front();
  }
  bodies.push_back(std::move(body));
  has_come.notify_all();
  if (answer.empty())
    return;
  const auto reply = "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(answer.size())
                     + "\r\nConnection: close\r\n\r\n" + answer;
  (void)::send(peer, reply.data(), reply.size(), MSG_NOSIGNAL);
}

callback_receiver::callback_receiver() : state_{std::make_unique<state>()} {
  state_->listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  auto* const address = reinterpret_cast<sockaddr*>(&at);
  if (state_->listening < 0 || ::bind(state_->listening, address, size) != 0
      || ::listen(state_->listening, 64) != 0
      || ::getsockname(state_->listening, address, &size) != 0)
    throw std::runtime_error("no port for callbacks");
  state_->port = ntohs(at.sin_port);
  state_->thread = std::thread{[s = state_.get()] { s->serve(); }};
}

callback_receiver::~callback_receiver() {
  ::shutdown(state_->listening, SHUT_RDWR);
  state_->thread.join();
  ::close(state_->listening);
}

std::string callback_receiver::url() const {
  return "http://127.0.0.1:" + std::to_string(state_->port) + "/callback";
}

void callback_receiver::answer_next(std::vector<std::string> bodies) {
  const std::lock_guard held{state_->mutex};
  state_->answers.assign(bodies.begin(), bodies.end());
}

std::vector<std::string> callback_receiver::wait_for(std::size_t count,
                                                     std::chrono::milliseconds limit) {
  std::unique_lock held{state_->mutex};
  state_->has_come.wait_for(held, limit, [&] { return state_->bodies.size() >= count; });
  return state_->bodies;
}

} // namespace palang::testing
