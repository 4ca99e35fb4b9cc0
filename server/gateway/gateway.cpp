#include "server/gateway/gateway.hpp"

#include "server/gateway/frame.hpp"
#include "server/gateway/hub.hpp"

#include <future>
#include <thread>

namespace palang::gateway {

namespace {

constexpr std::array all_listeners{listener::client, listener::intake, listener::ops};

result<std::unique_ptr<net::ssl::context>> load_tls(const tls_files& files) {
  auto context = std::make_unique<net::ssl::context>(net::ssl::context::tls_server);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
  error_code ec;
  context->use_certificate_chain_file(files.certificate, ec);
  if (ec)
    return fail(errc::invalid, files.certificate + ": " + ec.message(), "tls");
  context->use_private_key_file(files.key, net::ssl::context::pem, ec);
  if (ec)
    return fail(errc::invalid, files.key + ": " + ec.message(), "tls");
  return context;
}

class loop_gateway final : public gateway {
public:
  loop_gateway(const settings& s, connection_handler& connections, http_handler& http)
      : hub_(loop_, s, connections, http), mail_(hub_.mail) {
    hub_.on_gone = [this] { gone_.set_value(); };
  }
  ~loop_gateway() override { stop(milliseconds{0}); }

  result<void> open();

  endpoint bound(listener which) const override { return bound_[static_cast<std::size_t>(which)]; }
  void send(connection_id id, std::string text) override {
    mail_->put(command::send{id, make_block(text_frame(text))});
  }
  void subscribe(connection_id id, subscription what) override {
    mail_->put(command::subscribe{id, what});
  }
  void publish(event_batch events) override { mail_->put(command::publish{std::move(events)}); }
  void broadcast(std::string text) override {
    mail_->put(command::broadcast{make_block(text_frame(text))});
  }
  void mark_greeted(connection_id id) override { mail_->put(command::greet{id}); }
  void notify_drained(connection_id id) override { mail_->put(command::notify_drained{id}); }
  void close(connection_id id, std::uint16_t code, std::string reason) override {
    mail_->put(command::close{id, code, std::move(reason)});
  }
  std::size_t connection_count() const override { return hub_.open_websockets; }
  void stop(milliseconds deadline) override;

private:
  net::io_context loop_{1};
  hub hub_;
  std::shared_ptr<mailbox> mail_;
  std::array<endpoint, all_listeners.size()> bound_;
  std::promise<void> gone_;
  std::once_flag stopped_;
  std::thread thread_;
};

result<void> loop_gateway::open() {
  const auto& s = hub_.options;
  if (s.tls) {
    auto context = load_tls(*s.tls);
    if (!context)
      return fail(context.error());
    hub_.tls = std::move(*context);
  }
  const std::array wanted{s.client, s.intake, s.ops};
  for (const auto which : all_listeners) {
    const auto i = static_cast<std::size_t>(which);
    auto opened = std::make_unique<door>(hub_, which);
    if (auto done = opened->open(wanted[i]); !done)
      return done;
    bound_[i] = opened->bound();
    hub_.doors[i] = std::move(opened);
  }
  for (const auto& d : hub_.doors)
    d->accept();
  thread_ = std::thread{[this] { loop_.run(); }};
  return {};
}

void loop_gateway::stop(milliseconds deadline) {
  std::call_once(stopped_, [&] {
    if (!thread_.joinable())
      return;
    mail_->put(command::stop{});
    if (gone_.get_future().wait_for(deadline) != std::future_status::ready)
      mail_->put(command::cut{});
    thread_.join();
  });
}

} // namespace

std::string_view to_string(listener which) noexcept {
  switch (which) {
  case listener::client:
    return "client";
  case listener::intake:
    return "intake";
  case listener::ops:
    return "ops";
  }
  return {};
}

result<std::unique_ptr<gateway>> start(const settings& s, connection_handler& connections,
                                       http_handler& http) {
  auto made = std::make_unique<loop_gateway>(s, connections, http);
  if (auto opened = made->open(); !opened)
    return fail(opened.error());
  return made;
}

} // namespace palang::gateway
