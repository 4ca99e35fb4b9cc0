#include "tests/server/ttlock/raw_server.hpp"

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace palang::testing {

namespace {

struct closer {
  void operator()(std::FILE* f) const { std::fclose(f); }
  void operator()(EVP_PKEY* k) const { EVP_PKEY_free(k); }
  void operator()(X509* c) const { X509_free(c); }
  void operator()(X509_EXTENSION* e) const { X509_EXTENSION_free(e); }
};

template <class T>
using owned = std::unique_ptr<T, closer>;

owned<X509> sign_own(EVP_PKEY* key, const std::string& host) {
  owned<X509> certificate{X509_new()};
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key);
  auto* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(host.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  const owned<X509_EXTENSION> names{
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + host).c_str())};
  X509_add_ext(certificate.get(), names.get(), -1);
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

} // namespace

certificate_files make_certificate(const std::string& folder, const std::string& host) {
  const owned<EVP_PKEY> key{EVP_EC_gen("P-256")};
  const auto certificate = sign_own(key.get(), host);
  certificate_files files{folder + '/' + host + ".pem", folder + '/' + host + ".key"};
  const owned<std::FILE> certificate_file{std::fopen(files.certificate.c_str(), "w")};
  PEM_write_X509(certificate_file.get(), certificate.get());
  const owned<std::FILE> key_file{std::fopen(files.key.c_str(), "w")};
  PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return files;
}

struct raw_server::tls_context {
  explicit tls_context(const certificate_files& files) : context{SSL_CTX_new(TLS_server_method())} {
    SSL_CTX_use_certificate_file(context, files.certificate.c_str(), SSL_FILETYPE_PEM);
    SSL_CTX_use_PrivateKey_file(context, files.key.c_str(), SSL_FILETYPE_PEM);
  }
  ~tls_context() { SSL_CTX_free(context); }
  tls_context(const tls_context&) = delete;
  tls_context& operator=(const tls_context&) = delete;

  SSL_CTX* context;
};

std::string raw_server::peer::receive() {
  std::string room(64 * 1024, '\0');
  const auto count = tls_ != nullptr ? SSL_read(tls_, room.data(), static_cast<int>(room.size()))
                                     : ::recv(fd_, room.data(), room.size(), 0);
  room.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return room;
}

std::string raw_server::peer::read_request() {
  constexpr std::string_view length_header = "Content-Length: ";
  std::string text;
  for (std::string more = receive(); !more.empty(); more = receive()) {
    text += more;
    const auto head = text.find("\r\n\r\n");
    if (head == std::string::npos)
      continue;
    const auto length = text.find(length_header);
    const auto body =
        length < head ? std::stoul(text.substr(length + length_header.size())) : std::size_t{0};
    if (text.size() >= head + 4 + body)
      return text;
  }
  return {};
}

bool raw_server::peer::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = tls_ != nullptr
                          ? SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size()))
                          : ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0)
      return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void raw_server::peer::wait_until_closed() {
  while (!receive().empty()) {
  }
}

void raw_server::peer::reset() {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

raw_server::raw_server(script what, const certificate_files* tls)
    : tls_{tls != nullptr ? std::make_unique<tls_context>(*tls) : nullptr} {
  std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL.
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  auto* address = reinterpret_cast<sockaddr*>(&at);
  if (::bind(listener_, address, size) != 0 || ::listen(listener_, 16) != 0
      || ::getsockname(listener_, address, &size) != 0)
    throw std::runtime_error("cannot listen");
  port_ = ntohs(at.sin_port);
  thread_ = std::thread{[this, what = std::move(what)] { run(what); }};
}

raw_server::~raw_server() {
  is_stopping_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  if (const int fd = current_; fd >= 0)
    ::shutdown(fd, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

void raw_server::run(const script& what) {
  while (!is_stopping_) {
    const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0)
      return;
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    current_ = fd;
    SSL* tls = tls_ ? SSL_new(tls_->context) : nullptr;
    if (tls != nullptr)
      SSL_set_fd(tls, fd);
    peer client{fd, tls};
    const int number = ++connections_;
    if (tls == nullptr || SSL_accept(tls) == 1)
      what(client, number);
    SSL_free(tls);
    current_ = -1;
    ::close(fd);
  }
}

std::string http_ok(std::string_view body, std::string_view more_headers) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n"
         + std::string{more_headers} + "\r\n" + std::string{body};
}

} // namespace palang::testing
