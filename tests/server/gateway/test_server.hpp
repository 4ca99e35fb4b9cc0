#pragma once

#include "server/gateway/gateway.hpp"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

namespace palang::gateway {

/// A gateway on free ports of 127.0.0.1 whose handlers do what the test says and remember what they
/// were told. Without instructions it echoes every text and answers every request 200 with the
/// request's body.
class test_server final : public connection_handler, public http_handler {
public:
  explicit test_server(settings s = {}) {
    s.client.port = s.intake.port = s.ops.port = 0;
    auto started = start(s, *this, *this);
    if (!started)
      throw std::runtime_error(started.error().message);
    gateway_ = std::move(*started);
  }
  ~test_server() override { gateway_.reset(); }

  gateway* operator->() { return gateway_.get(); }
  [[nodiscard]] std::uint16_t port(listener which = listener::client) const {
    return gateway_->bound(which).port;
  }

  /// Run on the gateway's thread. Set before the first client connects.
  std::function<void(connection_id, std::string)> text_action =
      [this](connection_id id, std::string text) { gateway_->send(id, std::move(text)); };
  std::function<void(http_request, responder)> request_action = [](http_request r,
                                                                   const responder& respond) {
    respond(
        {.status = 200, .content_type = "text/plain", .body = std::move(r.body), .headers = {}});
  };

  void on_open(connection_id id, std::string) override {
    note([&] { opened_.push_back(id); });
  }
  void on_text(connection_id id, std::string text) override { text_action(id, std::move(text)); }
  void on_drained(connection_id id) override {
    note([&] { ++drained_[id]; });
  }
  void on_close(connection_id id, std::uint16_t code) override {
    note([&] { closed_[id].push_back(code); });
  }
  void on_request(http_request r, responder respond) override {
    request_action(std::move(r), std::move(respond));
  }

  /// The id of the n-th connection (from 0), once it is open.
  connection_id wait_open(std::size_t n = 0) {
    return wait([&] { return opened_.size() > n; }), opened_[n];
  }
  std::uint16_t wait_close(connection_id id) {
    return wait([&] { return closed_.contains(id); }), closed_[id].front();
  }
  int wait_drained(connection_id id) {
    return wait([&] { return drained_.contains(id); }), drained_[id];
  }
  /// True unless some connection was told more than once that it is closed.
  bool closed_once_each() {
    const std::lock_guard lock{mutex_};
    for (const auto& [id, codes] : closed_)
      if (codes.size() != 1)
        return false;
    return true;
  }

private:
  template <class What>
  void note(What what) {
    const std::lock_guard lock{mutex_};
    what();
    changed_.notify_all();
  }
  template <class Condition>
  void wait(Condition condition) {
    std::unique_lock lock{mutex_};
    if (!changed_.wait_for(lock, std::chrono::seconds{10}, condition))
      throw std::runtime_error("the gateway did not tell in time");
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<connection_id> opened_;
  std::map<connection_id, std::vector<std::uint16_t>> closed_;
  std::map<connection_id, int> drained_;
  std::unique_ptr<gateway> gateway_;
};

} // namespace palang::gateway
