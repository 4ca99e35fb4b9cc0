#include "server/gateway/hub.hpp"

#include "server/gateway/http_session.hpp"

namespace palang::gateway {

namespace {

/// Beyond the cap so many are still told 503; the rest is closed without a word.
constexpr std::size_t refused_at_once = 256;

/// TTLock's cloud and the monitoring: a handful each.
constexpr std::size_t max_side_connections = 512;

} // namespace

hub::hub(net::io_context& l, const settings& s, connection_handler& c, http_handler& h)
    : loop(l), options(s), connections(c), http(h),
      mail(std::make_shared<mailbox>(l, [this](auto commands) { handle(std::move(commands)); })),
      ticks_(l) {
  ticks_.expires_after(timer_wheel::tick);
  turn_wheel();
}

void hub::turn_wheel() {
  ticks_.async_wait([this](error_code ec) {
    if (ec)
      return;
    wheel.turn();
    flush_dirty();
    ticks_.expires_at(ticks_.expiry() + timer_wheel::tick);
    if (!is_gone_)
      turn_wheel();
  });
}

void hub::admit(listener from, tcp_socket socket) {
  error_code ec;
  const auto peer = socket.remote_endpoint(ec);
  const auto cap = from == listener::client ? options.max_connections : max_side_connections;
  const auto open = open_sockets_[static_cast<std::size_t>(from)];
  if (ec || is_stopping || open >= cap + refused_at_once)
    return;
  start_http(*this, from, std::move(socket), peer.address().to_string(), open >= cap);
}

void hub::add(session& s, listener from) {
  sessions_.push_back(s);
  ++open_sockets_[static_cast<std::size_t>(from)];
}

void hub::remove(listener from) {
  --open_sockets_[static_cast<std::size_t>(from)];
  end_if_gone();
}

void hub::add(websocket& w, connection_id id) {
  websockets_.emplace(id, &w);
  open_websockets = websockets_.size();
}

void hub::remove(websocket& w, connection_id id) {
  fans_.unsubscribe(w);
  websockets_.erase(id);
  open_websockets = websockets_.size();
}

websocket* hub::find(connection_id id) {
  const auto found = websockets_.find(id);
  return found == websockets_.end() ? nullptr : found->second;
}

void hub::mark_dirty(websocket& w) {
  if (!w.session_hook<in_dirty>::is_linked())
    dirty_.push_back(w);
}

void hub::flush_dirty() {
  while (!dirty_.empty()) {
    auto& w = dirty_.front();
    dirty_.pop_front();
    w.flush_turn();
  }
}

void hub::end_if_gone() {
  if (!is_stopping || is_gone_ || !sessions_.empty())
    return;
  is_gone_ = true;
  ticks_.cancel();
  mail->shut();
  on_gone();
}

void hub::handle(std::vector<command::any> commands) {
  for (auto& c : commands)
    std::visit([this](auto& x) { on(x); }, c);
  publish_waiting();
  flush_dirty();
}

// Batches that follow one another go out as one; anything else must find what was published before
// it already queued.
template <class Command>
void hub::on(Command& c) {
  publish_waiting();
  run(c);
}

void hub::on(command::publish& c) {
  to_publish_.push_back(std::move(c.events));
}

void hub::publish_waiting() {
  if (to_publish_.empty())
    return;
  fans_.publish(to_publish_);
  to_publish_.clear();
}

void hub::run(command::send& c) {
  if (auto* w = find(c.to))
    w->push(c.frame);
}

void hub::run(command::subscribe& c) {
  if (auto* w = find(c.who))
    fans_.subscribe(*w, c.what);
}

void hub::run(command::broadcast& c) {
  for (auto& [id, w] : websockets_)
    if (w->is_greeted)
      w->push(c.frame);
}

void hub::run(command::greet& c) {
  if (auto* w = find(c.who))
    w->is_greeted = true;
}

void hub::run(command::notify_drained& c) {
  if (auto* w = find(c.who))
    w->notify_drained();
}

void hub::run(command::close& c) {
  if (auto* w = find(c.who))
    w->close(c.code, c.reason);
}

void hub::run(command::respond& c) {
  if (const auto to = c.to.lock())
    to->respond(c.request, std::move(c.response));
}

void hub::run(command::stop&) {
  is_stopping = true;
  for (const auto& d : doors)
    d->close();
  for_each_session(&session::stop);
  end_if_gone();
}

void hub::run(command::cut&) {
  for_each_session(&session::cut);
}

// What is called may end sessions, so they are kept until all have been called.
void hub::for_each_session(void (session::*what)()) {
  std::vector<std::pair<std::shared_ptr<wire_owner>, session*>> kept;
  for (auto& s : sessions_)
    kept.emplace_back(s.shared_from_this(), &s);
  for (const auto& [alive, s] : kept)
    (s->*what)();
}

} // namespace palang::gateway
