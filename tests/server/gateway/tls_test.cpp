#include "server/gateway/gateway.hpp"

#include "tests/server/gateway/test_server.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/support/ws_client.hpp"

#include <catch2/catch.hpp>

#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <memory>
#include <thread>

using namespace palang;
using namespace palang::gateway;
using namespace std::chrono_literals;
using testing::http_client;
using testing::ws_client;

namespace {

struct closer {
  void operator()(std::FILE* f) const { std::fclose(f); }
  void operator()(EVP_PKEY* k) const { EVP_PKEY_free(k); }
  void operator()(X509* c) const { X509_free(c); }
};

/// A self-signed certificate and its key in `folder`.
tls_files make_certificate(const testing::temp_dir& folder) {
  const std::unique_ptr<EVP_PKEY, closer> key{EVP_EC_gen("P-256")};
  const std::unique_ptr<X509, closer> certificate{X509_new()};
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  auto* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_sign(certificate.get(), key.get(), EVP_sha256());

  tls_files files{folder.file("certificate.pem"), folder.file("key.pem")};
  const std::unique_ptr<std::FILE, closer> certificate_file{
      std::fopen(files.certificate.c_str(), "w")};
  PEM_write_X509(certificate_file.get(), certificate.get());
  const std::unique_ptr<std::FILE, closer> key_file{std::fopen(files.key.c_str(), "w")};
  PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return files;
}

settings with_tls(const testing::temp_dir& folder) {
  settings s;
  s.tls = make_certificate(folder);
  return s;
}

const testing::byte_stream::options tls{.is_tls = true};

} // namespace

TEST_CASE("every listener speaks TLS when it has a certificate", "[gateway][tls]") {
  const testing::temp_dir folder;
  test_server server{with_tls(folder)};
  for (const auto which : {listener::client, listener::intake, listener::ops}) {
    http_client client{server.port(which), tls};
    CHECK(client.request("POST", "/", {}, "hello").body == "hello");
    CHECK(client.request("POST", "/", {{"Connection", "close"}}, "again").body == "again");
    CHECK_FALSE(client.read_reply());
  }
}

TEST_CASE("a WebSocket over TLS loses nothing, small or large", "[gateway][tls]") {
  const testing::temp_dir folder;
  test_server server{with_tls(folder)};
  ws_client client{server.port(), {.stream = tls}};
  const auto id = server.wait_open();
  for (const std::size_t size : {0U, 125U, 126U, 16'384U, 65'536U}) {
    const std::string text(size, 's');
    client.send(text);
    REQUIRE(client.read() == text);
  }
  for (int i = 0; i < 1'000; ++i)
    server->send(id, "text " + std::to_string(i));
  server->send(id, std::string(3'000'000, 'x'));
  for (int i = 0; i < 1'000; ++i)
    REQUIRE(client.read() == "text " + std::to_string(i));
  CHECK(client.read().size() == 3'000'000);
  client.send_close(1000);
  CHECK(client.read_close() == 1000);
  CHECK(client.is_ended());
}

TEST_CASE("stopping closes TLS connections 1001, with what was queued", "[gateway][tls][stop]") {
  const testing::temp_dir folder;
  test_server server{with_tls(folder)};
  ws_client client{server.port(), {.stream = tls}};
  server->send(server.wait_open(), "last words");
  std::thread stopping{[&] { server->stop(10s); }};
  CHECK(client.read() == "last words");
  CHECK(client.read_close() == 1001);
  CHECK(client.is_ended());
  stopping.join();
}

TEST_CASE("a reader that has stopped is closed 4503 over TLS too", "[gateway][tls]") {
  const testing::temp_dir folder;
  auto s = with_tls(folder);
  s.waits.stall = 300ms;
  test_server server{s};
  ws_client stopped{server.port(), {.stream = {.is_tls = true, .receive_buffer_bytes = 4 * 1024}}};
  const auto id = server.wait_open();
  server->send(id, std::string(2'000'000, 'x'));
  CHECK(server.wait_close(id) == 4503);
}

TEST_CASE("plain text, or nothing, on a TLS listener is dropped", "[gateway][tls]") {
  const testing::temp_dir folder;
  auto s = with_tls(folder);
  s.waits.http_read = 300ms;
  test_server server{s};
  http_client plain{server.port()};
  plain.send_raw("GET / HTTP/1.1\r\n\r\n");
  plain.read_to_end();
  http_client silent{server.port()};
  CHECK(silent.read_to_end().empty());
  http_client good{server.port(), tls};
  CHECK(good.get("/").status == 200);
}

TEST_CASE("files that are no certificate or key are refused by name", "[gateway][tls]") {
  const testing::temp_dir folder;
  auto s = with_tls(folder);
  std::swap(s.tls->certificate, s.tls->key);
  CHECK_THROWS_WITH(test_server{s}, Catch::Contains("key.pem"));
  s.tls->certificate = folder.file("missing.pem");
  CHECK_THROWS_WITH(test_server{s}, Catch::Contains("missing.pem"));
}
