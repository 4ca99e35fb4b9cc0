#include "tests/system/crashing/crashing_outbound.hpp"

#include "tests/system/crashing/crash_point.hpp"

#include <chrono>
#include <thread>

namespace palang::testing {

namespace {

using namespace actors;
using namespace std::chrono_literals;

constexpr auto until_it_has_left = 200ms; ///< Through the gateway's thread and the kernel.

class crashing_outbound final : public outbound {
public:
  explicit crashing_outbound(outbound& inner) : inner_{inner} {}

  void send(connection_id to, const protocol::server_message& message) override {
    const bool is_answer = std::holds_alternative<protocol::accepted>(message);
    if (is_answer && crash_point::is_armed_for(crash_point::pushed)) {
      std::this_thread::sleep_for(until_it_has_left);
      crash_point::die();
    }
    inner_.send(to, message);
    if (is_answer && crash_point::is_armed_for(crash_point::answered)) {
      std::this_thread::sleep_for(until_it_has_left);
      crash_point::die();
    }
  }
  void publish(const std::vector<encoded_event>& events) override {
    // Held back, so that the answer is first.
    if (!crash_point::is_armed_for(crash_point::answered))
      inner_.publish(events);
  }
  void replay(connection_id to, std::span<const encoded_event* const> events,
              bool is_batch) override {
    inner_.replay(to, events, is_batch);
  }
  void subscribe(connection_id to, const subscription& what, std::int64_t after_seq) override {
    inner_.subscribe(to, what, after_seq);
  }
  void broadcast(const protocol::status& what) override { inner_.broadcast(what); }
  void greet(connection_id who) override { inner_.greet(who); }
  void notify_drained(connection_id who) override { inner_.notify_drained(who); }
  void close(connection_id who, std::uint16_t code, const std::string& reason) override {
    inner_.close(who, code, reason);
  }
  void publish_after(std::int64_t seq) override { inner_.publish_after(seq); }
  std::optional<std::int64_t> published_seq() const override { return inner_.published_seq(); }

private:
  outbound& inner_;
};

} // namespace

std::unique_ptr<actors::outbound> make_crashing_outbound(actors::outbound& inner) {
  return std::make_unique<crashing_outbound>(inner);
}

} // namespace palang::testing
