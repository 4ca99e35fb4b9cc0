#include "tests/ttlock_sim/program/network_state.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <charconv>
#include <utility>

namespace palang::ttlock_sim {

namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;
using boost::system::error_code;

constexpr std::size_t shown_bytes = 200;

/// One request on a connection of its own, as the cloud seems to make them.
class errand : public std::enable_shared_from_this<errand> {
public:
  errand(net::io_context& loop, const http_url& to, const post& what, milliseconds timeout,
         network::posted done)
      : resolver_{loop}, stream_{loop}, to_{to}, done_{std::move(done)}, timeout_{timeout} {
    request_.method(what.is_get ? http::verb::get : http::verb::post);
    request_.target(to.target);
    request_.set(http::field::host, to.host);
    if (!what.is_get)
      request_.set(http::field::content_type, "application/x-www-form-urlencoded");
    request_.keep_alive(false);
    request_.body() = what.body;
    request_.prepare_payload();
  }

  void start() {
    resolver_.async_resolve(to_.host, std::to_string(to_.port),
                            [me = shared_from_this()](error_code ec, const auto& found) {
                              if (ec)
                                return me->finish(ec);
                              me->stream_.expires_after(me->timeout_);
                              me->connect(found);
                            });
  }

private:
  void connect(const tcp::resolver::results_type& to) {
    stream_.async_connect(to, [me = shared_from_this()](error_code ec, const auto&) {
      if (ec)
        return me->finish(ec);
      http::async_write(me->stream_, me->request_, [me](error_code failure, std::size_t) {
        failure ? me->finish(failure) : me->read();
      });
    });
  }

  void read() {
    http::async_read(stream_, buffer_, response_,
                     [me = shared_from_this()](error_code ec, std::size_t) {
                       ec ? me->finish(ec) : me->judge();
                     });
  }

  void judge() {
    const auto& body = response_.body();
    done_(response_.result() == http::status::ok && body == "success",
          std::to_string(response_.result_int()) + ' ' + body.substr(0, shown_bytes));
  }

  void finish(error_code ec) { done_(false, ec.message()); }

  tcp::resolver resolver_;
  beast::tcp_stream stream_;
  http_url to_;
  network::posted done_;
  milliseconds timeout_;
  http::request<http::string_body> request_;
  http::response<http::string_body> response_;
  beast::flat_buffer buffer_;
};

} // namespace

result<http_url> parse_url(const std::string& text) {
  constexpr std::string_view scheme = "http://";
  if (!text.starts_with(scheme))
    return fail(errc::invalid, text + " does not start with http://");
  const auto slash = std::min(text.find('/', scheme.size()), text.size());
  auto authority = text.substr(scheme.size(), slash - scheme.size());
  http_url url;
  if (slash < text.size())
    url.target = text.substr(slash);
  const auto colon = authority.rfind(':');
  url.host = authority.substr(0, colon);
  if (colon == std::string::npos)
    return url;
  const auto* const end = authority.data() + authority.size();
  const auto [stop, failure] = std::from_chars(authority.data() + colon + 1, end, url.port);
  if (failure != std::errc{} || stop != end || url.host.empty())
    return fail(errc::invalid, text + " has no usable host and port");
  return url;
}

void network::send(const http_url& to, const post& what, milliseconds timeout, posted done) {
  std::make_shared<errand>(state_->loop, to, what, timeout, std::move(done))->start();
}

} // namespace palang::ttlock_sim
