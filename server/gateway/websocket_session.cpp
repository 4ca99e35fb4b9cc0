#include "server/gateway/websocket_session.hpp"

#include "server/gateway/frame.hpp"
#include "server/gateway/http_text.hpp"
#include "server/gateway/rate_limit.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>

namespace palang::gateway {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace limits = protocol::limits;
namespace close_code = protocol::close_code;

constexpr const char* subprotocol = "palang.v1";
constexpr std::size_t max_queued_runs =
    64 * 1024; // What a flood of tiny answers may cost beside their bytes.
constexpr std::size_t first_read_bytes =
    256; // What an idle connection keeps ready; most messages fit.
constexpr std::size_t next_read_bytes = 16 * 1024;

std::uint16_t closed_as(error_code ec, const beast::websocket::close_reason& peers) {
  using beast::websocket::error;
  if (ec == error::closed)
    return peers.code;
  if (ec == error::message_too_big)
    return close_code::too_large;
  if (ec == error::bad_frame_payload)
    return beast::websocket::close_code::bad_payload;
  if (ec.category() == make_error_code(error::closed).category())
    return beast::websocket::close_code::protocol_error;
  return beast::websocket::close_code::abnormal;
}

const shared_block& ping_block() {
  thread_local const auto ping = make_block(ping_frame());
  return ping;
}

class websocket_session final : public websocket {
public:
  websocket_session(hub& h, std::unique_ptr<wire> w, std::string remote)
      : websocket(h, listener::client, std::move(w), std::move(remote)), ws_(*wire_) {}

  void start(const upgrade_request& request);
  void push(const shared_block& frames) override;
  void flush_turn() override;
  void close(std::uint16_t code, std::string_view reason) override;
  void notify_drained() override;
  void on_drained() override;
  void stop() override;
  void cut() override { wire_->cut(); }
  void on_time() override;

private:
  void on_accept(error_code ec);
  void read();
  void on_read(error_code ec);
  void on_message();
  void on_control(beast::websocket::frame_type kind);
  void warn_busy();
  void too_slow(std::string_view reason);
  void end(std::uint16_t code);
  void cut_when_closed();

  [[nodiscard]] std::shared_ptr<websocket_session> self() {
    return std::static_pointer_cast<websocket_session>(shared_from_this());
  }

  beast::websocket::stream<wire_stream, false> ws_;
  beast::flat_buffer buffer_;
  connection_id id_ = 0;
  rate_limit limit_{hub_.options.messages_per_second, hub_.options.message_burst, steady::now()};
  time_point heard_at_ = steady::now();
  time_point ping_at_;
  unsigned drains_asked_ = 0;
  bool is_ended_ = false;
};

void websocket_session::start(const upgrade_request& request) {
  ws_.set_option(
      beast::websocket::stream_base::decorator([](beast::websocket::response_type& answer) {
        answer.set(http::field::server, "palangd");
        answer.set(http::field::sec_websocket_protocol, subprotocol);
      }));
  ws_.read_message_max(limits::max_frame_bytes);
  ws_.control_callback(
      [this](beast::websocket::frame_type kind, beast::string_view) { on_control(kind); });
  set_deadline(hub_.options.waits.http_read);
  ws_.async_accept(request, [me = self()](error_code ec) { me->on_accept(ec); });
}

void websocket_session::on_accept(error_code ec) {
  if (ec || hub_.is_stopping || !wire_->is_open())
    return cut();
  id_ = hub_.next_id();
  hub_.add(*this, id_);
  heard_at_ = steady::now();
  // After a storm of reconnections the pings stay spread over their period.
  ping_at_ = heard_at_ + hub_.options.waits.ping * static_cast<int>(id_ % 64 + 1) / 64;
  on_time();
  hub_.connections.on_open(id_, remote_);
  read();
}

void websocket_session::read() {
  ws_.async_read_some(buffer_, buffer_.size() == 0 ? first_read_bytes : next_read_bytes,
                      [me = self()](error_code ec, std::size_t) { me->on_read(ec); });
}

void websocket_session::on_read(error_code ec) {
  if (ec) {
    end(closed_as(ec, ws_.reason()));
    set_deadline(hub_.options.waits.close);
    return ec == beast::websocket::error::closed ? wire_->close_when_written() : wire_->finish();
  }
  heard_at_ = steady::now();
  if (!is_ended_ && ws_.got_binary())
    close(close_code::not_text, "text frames only");
  if (is_ended_)
    buffer_.clear();
  else if (ws_.is_message_done())
    on_message();
  read();
}

void websocket_session::on_message() {
  auto text = beast::buffers_to_string(buffer_.data());
  buffer_.clear();
  if (buffer_.capacity() > next_read_bytes)
    buffer_.shrink_to_fit();
  switch (limit_.take(heard_at_)) {
  case rate_limit::verdict::pass:
    return hub_.connections.on_text(id_, std::move(text));
  case rate_limit::verdict::warn:
    return warn_busy();
  case rate_limit::verdict::drop:
    return;
  case rate_limit::verdict::close:
    return close(close_code::too_many, "too many messages");
  }
}

void websocket_session::on_control(beast::websocket::frame_type kind) {
  heard_at_ = steady::now();
  if (kind == beast::websocket::frame_type::ping
      && limit_.take(heard_at_) == rate_limit::verdict::close)
    close(close_code::too_many, "too many pings");
}

void websocket_session::warn_busy() {
  const protocol::error_message busy{
      std::nullopt, {errc::busy, "too many messages", {}}, rate_limit::retry_after.count()};
  wire_->push(make_block(text_frame(protocol::encode(protocol::server_message{busy}))));
  wire_->flush();
}

void websocket_session::push(const shared_block& frames) {
  wire_->push(frames);
  hub_.mark_dirty(*this);
}

void websocket_session::flush_turn() {
  wire_->flush();
  const auto& waiting = wire_->queue();
  if (waiting.bytes() > limits::slow_consumer_bytes || waiting.runs() > max_queued_runs)
    return too_slow("too much is waiting");
  if (wire_->is_drained())
    on_drained();
}

void websocket_session::too_slow(std::string_view reason) {
  wire_->drop_unstarted();
  close(close_code::too_slow, reason);
}

void websocket_session::notify_drained() {
  ++drains_asked_;
  hub_.mark_dirty(*this);
}

void websocket_session::on_drained() {
  for (auto asked = std::exchange(drains_asked_, 0); asked > 0 && !is_ended_; --asked)
    hub_.connections.on_drained(id_);
}

void websocket_session::close(std::uint16_t code, std::string_view reason) {
  if (is_ended_)
    return;
  wire_->push(make_block(close_frame(code, reason)));
  wire_->seal();
  end(code);
  set_deadline(hub_.options.waits.close);
  wire_->flush();
}

void websocket_session::end(std::uint16_t code) {
  if (std::exchange(is_ended_, true))
    return;
  if (session_hook<in_dirty>::is_linked())
    session_hook<in_dirty>::unlink();
  hub_.remove(*this, id_);
  hub_.connections.on_close(id_, code);
}

void websocket_session::stop() {
  if (id_ == 0)
    cut();
  else
    close(close_code::going_away, "the server is stopping");
}

void websocket_session::on_time() {
  if (is_ended_ || id_ == 0)
    return cut_when_closed();
  const auto now = steady::now();
  const auto& waits = hub_.options.waits;
  if (now - heard_at_ >= waits.silence) {
    end(beast::websocket::close_code::abnormal);
    return cut();
  }
  const auto blocked_since = wire_->blocked_since();
  if (blocked_since && now - *blocked_since >= waits.stall)
    return too_slow("nothing could be sent");
  if (now >= ping_at_) {
    ping_at_ = now + waits.ping;
    push(ping_block());
  }
  auto next = std::min(ping_at_, heard_at_ + waits.silence);
  if (blocked_since)
    next = std::min(next, *blocked_since + waits.stall);
  set_deadline(std::chrono::ceil<milliseconds>(next - now));
}

// While the server stops, what is queued may take until stop's own deadline.
void websocket_session::cut_when_closed() {
  if (!is_due() || (hub_.is_stopping && !wire_->is_drained()))
    return wait_on();
  cut();
}

} // namespace

std::optional<http_response> refuse_upgrade(const upgrade_request& request) {
  using boost::beast::http::field;
  if (!beast::websocket::is_upgrade(request) || request[field::sec_websocket_version] != "13") {
    auto refusal = error_response(426, errc::upgrade_required, "this path speaks WebSocket only");
    refusal.headers = {{"Upgrade", "websocket"}, {"Sec-WebSocket-Version", "13"}};
    return refusal;
  }
  if (request[field::sec_websocket_key].empty())
    return error_response(400, errc::bad_message, "Sec-WebSocket-Key is missing");
  if (!http::token_list{request[field::sec_websocket_protocol]}.exists(subprotocol))
    return error_response(400, errc::bad_message,
                          std::string{"the subprotocol must be "} + subprotocol);
  return std::nullopt;
}

void start_websocket(hub& h, std::unique_ptr<wire> w, std::string remote,
                     const upgrade_request& request) {
  std::make_shared<websocket_session>(h, std::move(w), std::move(remote))->start(request);
}

} // namespace palang::gateway
