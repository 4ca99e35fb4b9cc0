#include "server/ttlock/base_url.hpp"
#include "server/ttlock/http.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <charconv>
#include <chrono>
#include <exception>
#include <utility>

namespace palang::ttlock {

namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = net::ip::tcp;
using steady = std::chrono::steady_clock;
using kind = http_error::kind;

/// Routers forget connections that are quiet for longer, and then swallow what is sent on them.
constexpr std::chrono::seconds longest_idle{60};
constexpr std::uint32_t max_head_bytes = 64 * 1024;

/// One connection; without TLS only the socket inside is used.
struct link {
  link(net::io_context& loop, net::ssl::context& context) : tls(loop, context) {}
  [[nodiscard]] tcp::socket& socket() { return tls.next_layer(); }

  net::ssl::stream<tcp::socket> tls;
  boost::beast::flat_buffer received;
  steady::time_point idle_since;
};

/// One request on its way. Outlives its deadline when a name look-up does: that cannot be stopped.
struct exchange {
  explicit exchange(net::io_context& loop) : resolver(loop) {
    parser.body_limit(max_reply_bytes);
    parser.header_limit(max_head_bytes);
  }

  tcp::resolver resolver;
  std::shared_ptr<link> via;
  bool is_connected = false; ///< `via` was kept from an earlier request.
  http::request<http::string_body> request;
  http::response_parser<http::string_body> parser;
  kind phase = kind::resolve; ///< What a failure now would be called.
  bool was_sent = false;
  bool is_done = false;
  bool is_late = false; ///< Nobody waits for it any more.
  std::exception_ptr failure;
};

using exchange_ptr = std::shared_ptr<exchange>;

template <class Stream>
net::awaitable<void> converse(Stream& stream, exchange& e) {
  e.phase = kind::closed;
  e.was_sent = true;
  co_await http::async_write(stream, e.request, net::use_awaitable);
  co_await http::async_read(stream, e.via->received, e.parser, net::use_awaitable);
}

bool is_address(const std::string& host) {
  error_code no;
  net::ip::make_address(host, no);
  return !no;
}

net::awaitable<void> shake_hands(link& via, const std::string& host) {
  if (!is_address(host)) // The name indication takes no addresses.
    SSL_set_tlsext_host_name(via.tls.native_handle(), host.c_str());
  via.tls.set_verify_callback(net::ssl::host_name_verification(host));
  co_await via.tls.async_handshake(net::ssl::stream_base::client, net::use_awaitable);
}

net::awaitable<void> run(exchange_ptr e, base_url url) {
  if (!e->is_connected) {
    // RFC 6761: localhost is this machine, whether or not a hosts file says so.
    const auto host = url.host == "localhost" ? std::string{"127.0.0.1"} : url.host;
    const auto found = co_await e->resolver.async_resolve(host, url.port, net::use_awaitable);
    e->phase = kind::connect;
    co_await net::async_connect(e->via->socket(), found, net::use_awaitable);
    e->via->socket().set_option(tcp::no_delay(true));
    e->phase = kind::tls;
    if (url.is_tls)
      co_await shake_hands(*e->via, url.host);
  }
  if (url.is_tls)
    co_await converse(e->via->tls, *e);
  else
    co_await converse(e->via->socket(), *e);
}

/// Of a failure while a reply was awaited.
kind kind_of(const error_code& code) {
  if (code == http::error::body_limit)
    return kind::too_large;
  const bool is_syntax =
      code.category() == http::make_error_code(http::error::bad_version).category();
  const bool is_end = code == http::error::end_of_stream || code == http::error::partial_message;
  return is_syntax && !is_end ? kind::malformed : kind::closed;
}

std::optional<milliseconds> retry_after(const http::response<http::string_body>& reply) {
  constexpr unsigned most = 24 * 60 * 60;
  const auto text = reply[http::field::retry_after];
  unsigned seconds = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (text.empty() || problem != std::errc{} || end != text.data() + text.size())
    return std::nullopt;
  return std::chrono::seconds{std::min(seconds, most)};
}

class beast_client final : public http_client {
public:
  beast_client(base_url url, net::ssl::context context)
      : url_{std::move(url)}, context_{std::move(context)} {}

  tl::expected<http_reply, http_error> send(const http_request& request,
                                            milliseconds timeout) override {
    const auto deadline = steady::now() + timeout;
    const bool may_use_kept = request.may_repeat && has_fresh_link();
    auto e = begin(request, may_use_kept);
    run_until(e, deadline);
    if (is_stale(*e) && request.may_repeat()) {
      e = begin(request, false);
      run_until(e, deadline);
    }
    return finish(*e);
  }

private:
  [[nodiscard]] bool has_fresh_link() const {
    return kept_ && steady::now() - kept_->idle_since < longest_idle;
  }

  exchange_ptr begin(const http_request& request, bool may_use_kept) {
    auto e = std::make_shared<exchange>(loop_);
    auto kept = std::exchange(kept_, nullptr);
    e->is_connected = may_use_kept;
    e->via = may_use_kept ? std::move(kept) : std::make_shared<link>(loop_, context_);
    const bool is_post = request.method == http_request::verb::post;
    e->request = {is_post ? http::verb::post : http::verb::get, request.target, 11};
    e->request.set(http::field::host, url_.host.find(':') == std::string::npos
                                          ? url_.host + ':' + url_.port
                                          : '[' + url_.host + "]:" + url_.port);
    e->request.set(http::field::accept, "application/json");
    if (is_post) {
      e->request.set(http::field::content_type, "application/x-www-form-urlencoded");
      e->request.body() = request.body;
      e->request.prepare_payload();
    }
    return e;
  }

  void run_until(const exchange_ptr& e, steady::time_point deadline) {
    net::co_spawn(loop_, run(e, url_), [e](std::exception_ptr failure) {
      e->failure = std::move(failure);
      e->is_done = true;
    });
    loop_.restart();
    while (!e->is_done && steady::now() < deadline)
      loop_.run_one_until(deadline);
    if (!e->is_done)
      abandon(*e);
  }

  void abandon(exchange& e) {
    error_code ignored;
    e.is_late = true;
    e.resolver.cancel();
    e.via->socket().close(ignored);
    loop_.poll();
  }

  /// The peer had closed a kept connection before it saw the request.
  [[nodiscard]] static bool is_stale(const exchange& e) {
    return e.is_connected && !e.is_late && e.failure && !e.parser.got_some();
  }

  tl::expected<http_reply, http_error> finish(exchange& e) {
    if (e.is_late)
      return tl::unexpected(
          http_error{kind::timed_out, "no answer in time from " + url_.host, e.was_sent});
    if (e.failure)
      return tl::unexpected(error_of(e));
    if (e.parser.keep_alive() && e.via->received.size() == 0) {
      kept_ = std::move(e.via);
      kept_->idle_since = steady::now();
    }
    auto reply = e.parser.release();
    return http_reply{reply.result_int(), std::move(reply.body()), retry_after(reply)};
  }

  [[nodiscard]] http_error error_of(const exchange& e) const {
    try {
      std::rethrow_exception(e.failure);
    } catch (const boost::system::system_error& problem) {
      const auto what = e.phase == kind::closed ? kind_of(problem.code()) : e.phase;
      return {what, url_.host + ": " + problem.code().message(), e.was_sent};
    } catch (const std::exception& problem) {
      return {kind::malformed, url_.host + ": " + problem.what(), e.was_sent};
    }
  }

  base_url url_;
  net::ssl::context context_;
  net::io_context loop_{1};
  std::shared_ptr<link> kept_;
};

result<net::ssl::context> make_context(const std::string& ca_file) {
  net::ssl::context context{net::ssl::context::tls_client};
  error_code problem;
  if (ca_file.empty())
    context.set_default_verify_paths(problem);
  else
    context.load_verify_file(ca_file, problem);
  if (problem)
    return fail(errc::invalid, "cannot read the certificate authorities: " + problem.message());
  context.set_verify_mode(net::ssl::verify_peer);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  return context;
}

} // namespace

result<std::unique_ptr<http_client>> make_http_client(std::string_view base_url_text,
                                                      const std::string& ca_file) {
  auto url = parse_base_url(base_url_text);
  if (!url)
    return fail(url.error());
  auto context = make_context(ca_file);
  if (!context)
    return fail(context.error());
  return std::make_unique<beast_client>(std::move(*url), std::move(*context));
}

} // namespace palang::ttlock
