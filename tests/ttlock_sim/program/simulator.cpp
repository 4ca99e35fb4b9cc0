#include "tests/ttlock_sim/program/simulator.hpp"

#include <utility>

namespace palang::ttlock_sim {

simulator::simulator(network& net, const world_file& from, std::uint64_t seed)
    : net_{&net}, start_{from.start.value_or(host_.now())},
      clock_{start_, host_.monotonic(), from.speed.value_or(1)}, world_{from.who, seed, start_},
      remote_{world_}, cloud_{world_, remote_, faults_}, control_{world_, remote_, faults_, *this} {
}

result<void> simulator::furnish_from(const world_file& from) {
  if (auto done = furnish(world_, from); !done)
    return done;
  return control_.plan(from.script);
}

void simulator::on_cloud(const http_request& request, const respond& answer) {
  catch_up();
  cloud_.handle(request, answer);
  go_on();
}

void simulator::on_control(const http_request& request, const respond& answer) {
  catch_up();
  answer(control_.handle(request));
  go_on();
}

void simulator::catch_up() {
  world_.plan.run_until(clock_.now(host_.monotonic()));
}

void simulator::go_on() {
  catch_up();
  send_callbacks();
  if (const auto next = world_.plan.next())
    net_->wake_after(clock_.until(*next, host_.monotonic()), [this] { go_on(); });
}

void simulator::send_callbacks() {
  while (auto out = world_.mail.next()) {
    if (!callback_) {
      world_.mail.answered(*out, true, "no callback URL is set");
      continue;
    }
    if (world_.is_server_cut_off()) {
      world_.mail.answered(*out, false, "the server cannot be reached");
      continue;
    }
    const milliseconds timeout{world_.rules.callback.timeout_ms};
    net_->send(*callback_, *out, timeout, [this, sent = *out](bool is_success, std::string answer) {
      world_.mail.answered(sent, is_success, std::move(answer));
      go_on();
    });
  }
}

void simulator::set_speed(double speed) {
  clock_.set_speed(speed, host_.monotonic());
}

void simulator::advance(milliseconds by) {
  clock_.advance(by);
  catch_up();
}

result<void> simulator::set_callback_url(const std::string& url) {
  auto parsed = parse_url(url);
  if (!parsed)
    return fail(std::move(parsed.error()));
  callback_ = std::move(*parsed);
  return {};
}

} // namespace palang::ttlock_sim
