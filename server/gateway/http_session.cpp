#include "server/gateway/http_session.hpp"

#include "server/gateway/http_text.hpp"
#include "server/gateway/websocket_session.hpp"
#include "shared/protocol/limits.hpp"
#include "shared/protocol/outbox_copy.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

namespace palang::gateway {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace limits = protocol::limits;

constexpr std::size_t max_head_bytes = 16 * 1024;
constexpr std::size_t callback_bytes = 1024 * 1024; // A lock's whole memory of 500 records, as a form, five times.
constexpr std::size_t body_bytes_per_second = 4 * 1024; // Who sends less is taken for a slow-loris.

class http_session final : public session, public exchange {
public:
  http_session(hub& h, listener from, std::unique_ptr<wire> w, std::string remote, bool is_refused)
      : session(h, from, std::move(w), std::move(remote)), stream_(*wire_),
        is_refused_(is_refused) {}

  void start();
  void stop() override;
  void cut() override;
  void on_time() override;
  void on_drained() override;
  void respond(std::uint64_t request, http_response response) override;

private:
  enum class phase : std::uint8_t { waiting, reading, answering, writing, ended };

  void begin();
  void wait_request(milliseconds at_most);
  void read_head();
  void on_head(error_code ec);
  void read_body();
  void on_body(error_code ec, std::size_t count);
  void on_read_error(error_code ec);
  void upgrade();
  void dispatch();
  void refuse(unsigned status, errc code, std::string message);
  void write(http_response response, bool keep);
  void end();

  [[nodiscard]] std::size_t body_limit() const;
  [[nodiscard]] std::shared_ptr<http_session> self() {
    return std::static_pointer_cast<http_session>(shared_from_this());
  }

  wire_stream stream_;
  beast::flat_buffer buffer_{max_head_bytes};
  std::optional<http::request_parser<http::string_body>> parser_;
  request_target target_;
  phase phase_ = phase::waiting;
  time_point body_started_;
  std::size_t body_received_ = 0;
  std::uint64_t request_ = 0;
  std::shared_ptr<http_session> self_; // While only the handler's answer is waited for.
  bool is_refused_;
  bool is_kept_ = false;
};

void http_session::start() {
  if (!wire_->is_tls())
    return begin();
  set_deadline(hub_.options.waits.http_read);
  wire_->handshake([me = self()](error_code ec) { ec ? me->cut() : me->begin(); });
}

void http_session::begin() {
  if (is_refused_)
    return refuse(503, errc::busy, "too many connections");
  wait_request(hub_.options.waits.http_read);
}

void http_session::wait_request(milliseconds at_most) {
  phase_ = phase::waiting;
  if (buffer_.size() > 0)
    return read_head();
  set_deadline(at_most);
  stream_.async_read_some(buffer_.prepare(2048), [me = self()](error_code ec, std::size_t count) {
    if (ec)
      return me->end();
    me->buffer_.commit(count);
    me->read_head();
  });
}

void http_session::read_head() {
  phase_ = phase::reading;
  set_deadline(hub_.options.waits.http_read);
  parser_.emplace();
  parser_->header_limit(max_head_bytes);
  parser_->body_limit(limits::max_photo_bytes);
  http::async_read_header(stream_, buffer_, *parser_,
                          [me = self()](error_code ec, std::size_t) { me->on_head(ec); });
}

void http_session::on_head(error_code ec) {
  if (ec || !wire_->is_open())
    return on_read_error(ec);
  const auto& head = parser_->get();
  auto target = parse_target({head.target().data(), head.target().size()});
  if (!target)
    return refuse(400, errc::bad_message, "the path has a broken escape");
  target_ = std::move(*target);
  parser_->body_limit(body_limit());
  if (parser_->content_length() && *parser_->content_length() > body_limit())
    return on_read_error(http::error::body_limit);
  if (from_ == listener::client && target_.path == "/v1"
      && (head.method() == http::verb::get || head.method() == http::verb::head))
    return upgrade();
  if (!parser_->is_done() && beast::iequals(head[http::field::expect], "100-continue")) {
    wire_->push(make_block("HTTP/1.1 100 Continue\r\n\r\n"));
    wire_->flush();
  }
  body_started_ = steady::now();
  body_received_ = 0;
  read_body();
}

std::size_t http_session::body_limit() const {
  if (from_ == listener::intake)
    return callback_bytes;
  const bool is_put = from_ == listener::client && parser_->get().method() == http::verb::put;
  if (is_put && target_.path.starts_with("/v1/photos/"))
    return limits::max_photo_bytes;
  if (is_put && target_.path.starts_with("/v1/outboxes/"))
    return protocol::max_sealed_bytes;
  return limits::max_http_body_bytes;
}

void http_session::read_body() {
  if (parser_->is_done())
    return dispatch();
  const auto earned = std::chrono::seconds{body_received_ / body_bytes_per_second};
  const auto used = std::chrono::ceil<milliseconds>(steady::now() - body_started_);
  set_deadline(hub_.options.waits.http_read + earned - used);
  http::async_read_some(
      stream_, buffer_, *parser_,
      [me = self()](error_code ec, std::size_t count) { me->on_body(ec, count); });
}

void http_session::on_body(error_code ec, std::size_t count) {
  if (ec || !wire_->is_open())
    return on_read_error(ec);
  body_received_ += count;
  read_body();
}

void http_session::on_read_error(error_code ec) {
  const error_code too_large[] = {http::error::header_limit, http::error::body_limit,
                                  http::error::buffer_overflow};
  if (ec == http::error::end_of_stream || ec == http::error::partial_message)
    return end();
  if (std::ranges::find(too_large, ec) != std::end(too_large))
    return refuse(413, errc::too_large, "the request is over its limit");
  if (ec.category() == too_large[0].category())
    return refuse(400, errc::bad_message, "malformed request: " + ec.message());
  cut();
}

void http_session::upgrade() {
  auto refusal = refuse_upgrade(parser_->get());
  if (!refusal && (!parser_->is_done() || buffer_.size() > 0))
    refusal =
        error_response(400, errc::bad_message, "nothing may follow an upgrade before its answer");
  if (!refusal && hub_.is_stopping)
    refusal = error_response(503, errc::shutting_down, "the server is stopping");
  if (refusal)
    return write(std::move(*refusal), parser_->is_done() && parser_->get().keep_alive());
  phase_ = phase::ended;
  if (timed::is_linked())
    timed::unlink();
  start_websocket(hub_, std::move(wire_), std::move(remote_), parser_->get());
}

void http_session::dispatch() {
  if (hub_.is_stopping)
    return refuse(503, errc::shutting_down, "the server is stopping");
  auto& m = parser_->get();
  const auto text = [&m](http::field f) { return std::string_view{m[f].data(), m[f].size()}; };
  http_request r{.from = from_,
                 .method = m.method() == http::verb::head ? "GET" : std::string{m.method_string()},
                 .path = std::move(target_.path),
                 .query = std::move(target_.query),
                 .content_type = media_type(text(http::field::content_type)),
                 .bearer_token = bearer_token(text(http::field::authorization)),
                 .if_none_match = std::string{text(http::field::if_none_match)},
                 .body = std::move(m.body()),
                 .remote = remote_};
  phase_ = phase::answering;
  set_deadline(hub_.options.waits.http_answer);
  self_ = self();
  hub_.http.on_request(std::move(r), [mail = hub_.mail, to = std::weak_ptr<exchange>{self_},
                                      request = ++request_](http_response response) {
    mail->put(command::respond{to, request, std::move(response)});
  });
}

void http_session::respond(std::uint64_t request, http_response response) {
  if (phase_ == phase::answering && request == request_)
    write(std::move(response), parser_->get().keep_alive());
}

void http_session::refuse(unsigned status, errc code, std::string message) {
  write(error_response(status, code, std::move(message)), false);
}

void http_session::write(http_response response, bool keep) {
  const auto alive = self_ ? std::exchange(self_, nullptr) : self();
  const bool is_old = parser_ && parser_->get().version() < 11;
  const bool is_head = parser_ && parser_->get().method() == http::verb::head;
  is_kept_ = keep && !hub_.is_stopping;
  phase_ = phase::writing;
  set_deadline(hub_.options.waits.stall);
  wire_->push(make_block(response_head(response, !is_kept_ ? connection_header::close
                                                 : is_old  ? connection_header::keep_alive
                                                           : connection_header::none)));
  if (!is_head && response.status != 304 && response.status != 204)
    wire_->push(make_block(std::move(response.body)));
  wire_->flush();
}

void http_session::on_drained() {
  if (phase_ != phase::writing)
    return;
  if (is_kept_ && !hub_.is_stopping)
    wait_request(hub_.options.waits.http_idle);
  else
    end();
}

void http_session::end() {
  phase_ = phase::ended;
  set_deadline(hub_.options.waits.close);
  wire_->finish();
}

void http_session::on_time() {
  if (!is_due())
    return wait_on();
  if (phase_ == phase::answering)
    return write(error_response(500, errc::internal, "no answer in time"), false);
  const auto blocked_since = wire_->blocked_since();
  if (phase_ == phase::writing && blocked_since
      && steady::now() - *blocked_since < hub_.options.waits.stall)
    return set_deadline(hub_.options.waits.stall);
  cut();
}

void http_session::stop() {
  if (phase_ == phase::waiting)
    cut();
}

void http_session::cut() {
  const auto alive = std::exchange(self_, nullptr);
  phase_ = phase::ended;
  wire_->cut();
}

} // namespace

void start_http(hub& h, listener from, tcp_socket socket, std::string remote, bool is_refused) {
  auto w = std::make_unique<wire>(std::move(socket), h.tls.get());
  std::make_shared<http_session>(h, from, std::move(w), std::move(remote), is_refused)->start();
}

} // namespace palang::gateway
