#include "tests/ttlock_sim/program/network_state.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <optional>
#include <utility>

namespace palang::ttlock_sim {

namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;
using boost::system::error_code;

constexpr std::size_t max_body_bytes = 4 * 1024 * 1024;
constexpr std::chrono::minutes idle{5};

std::string text_of(beast::string_view view) {
  return {view.data(), view.size()};
}

class session : public std::enable_shared_from_this<session> {
public:
  session(tcp::socket socket, const network::handler& handler)
      : stream_{std::move(socket)}, handler_{handler}, slow_{stream_.get_executor()} {}

  void read() {
    parser_.emplace();
    parser_->body_limit(max_body_bytes);
    stream_.expires_after(idle);
    http::async_read(stream_, buffer_, *parser_,
                     [me = shared_from_this()](error_code ec, std::size_t) {
                       if (!ec)
                         me->ask();
                     });
  }

private:
  void ask() {
    const auto& message = parser_->get();
    const auto target = text_of(message.target());
    const auto question = std::min(target.find('?'), target.size());
    http_request request{.method = text_of(message.method_string()),
                         .path = target.substr(0, question),
                         .query = target.substr(std::min(question + 1, target.size())),
                         .content_type = text_of(message[http::field::content_type]),
                         .body = message.body(),
                         .host_now = system_clock{}.now()};
    stream_.expires_never();
    handler_(std::move(request), [me = shared_from_this()](http_reply reply) {
      me->slow_.expires_after(reply.slow);
      me->slow_.async_wait(
          [me, reply = std::move(reply)](error_code) mutable { me->answer(std::move(reply)); });
    });
  }

  void answer(http_reply reply) {
    if (reply.is_dropped)
      return drop();
    response_ = {};
    response_.version(parser_->get().version());
    response_.result(reply.status);
    response_.set(http::field::content_type, reply.content_type);
    response_.keep_alive(parser_->keep_alive());
    response_.body() = std::move(reply.body);
    response_.prepare_payload();
    stream_.expires_after(idle);
    http::async_write(stream_, response_, [me = shared_from_this()](error_code ec, std::size_t) {
      if (!ec && me->response_.keep_alive())
        return me->read();
      error_code ignored;
      me->stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    });
  }

  void drop() {
    error_code ignored;
    stream_.socket().set_option(net::socket_base::linger(true, 0), ignored);
    stream_.socket().close(ignored);
  }

  beast::tcp_stream stream_;
  const network::handler& handler_;
  net::steady_timer slow_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  http::response<http::string_body> response_;
};

class door : public std::enable_shared_from_this<door> {
public:
  door(tcp::acceptor acceptor, network::handler handler)
      : acceptor_{std::move(acceptor)}, handler_{std::move(handler)} {}

  void accept() {
    acceptor_.async_accept([me = shared_from_this()](error_code ec, tcp::socket socket) {
      if (ec == net::error::operation_aborted)
        return;
      if (!ec)
        std::make_shared<session>(std::move(socket), me->handler_)->read();
      me->accept();
    });
  }

private:
  tcp::acceptor acceptor_;
  network::handler handler_;
};

} // namespace

network::network() : state_{std::make_unique<state>()} {}

network::~network() = default;

result<std::uint16_t> network::listen(const std::string& host, std::uint16_t port,
                                      handler on_request) {
  error_code ec;
  const tcp::endpoint at{net::ip::make_address(host, ec), port};
  tcp::acceptor acceptor{state_->loop};
  if (!ec)
    acceptor.open(at.protocol(), ec);
  if (!ec)
    acceptor.set_option(net::socket_base::reuse_address(true), ec);
  if (!ec)
    acceptor.set_option(tcp::no_delay(true), ec);
  if (!ec)
    acceptor.bind(at, ec);
  if (!ec)
    acceptor.listen(net::socket_base::max_listen_connections, ec);
  if (ec)
    return fail(errc::invalid, host + ':' + std::to_string(port) + ": " + ec.message());
  const auto bound = acceptor.local_endpoint().port();
  std::make_shared<door>(std::move(acceptor), std::move(on_request))->accept();
  return bound;
}

void network::wake_after(milliseconds wait, std::function<void()> what) {
  state_->wake.expires_after(wait);
  state_->wake.async_wait([what = std::move(what)](error_code ec) {
    if (!ec)
      what();
  });
}

void network::run() {
  state_->signals.async_wait([this](error_code, int) { state_->loop.stop(); });
  state_->loop.run();
}

} // namespace palang::ttlock_sim
