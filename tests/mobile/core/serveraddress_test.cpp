#include "mobile/core/serveraddress.h"

#include <catch2/catch.hpp>

using namespace palang::mobile;

namespace {

[[nodiscard]] std::string socketOf(const char* typed) {
  const auto address = ServerAddress::parse(QString::fromUtf8(typed));
  return address ? address->socket.toString().toStdString() : "";
}

} // namespace

TEST_CASE("a server's address is taken as people type it", "[address]") {
  CHECK(socketOf("10.0.0.5") == "ws://10.0.0.5:8181/v1");
  CHECK(socketOf("  parkir.example:9000 ") == "ws://parkir.example:9000/v1");
  CHECK(socketOf("http://parkir.example") == "ws://parkir.example/v1");
  CHECK(socketOf("https://parkir.example/") == "wss://parkir.example/v1");
  CHECK(socketOf("wss://parkir.example/palang/v1/") == "wss://parkir.example/palang/v1");
  CHECK(socketOf("ws://[::1]:8181") == "ws://[::1]:8181/v1");
  CHECK(socketOf("https://budi:rahasia@parkir.example/?a=1#b") == "wss://parkir.example/v1");
}

TEST_CASE("what is no server's address is told", "[address]") {
  CHECK(socketOf("").empty());
  CHECK(socketOf("http://").empty());
  CHECK(socketOf("ftp://parkir.example").empty());
  CHECK(socketOf("parkir example").empty());
}

TEST_CASE("the HTTP address lies beside the socket's", "[address]") {
  const auto secure = ServerAddress::parse(QStringLiteral("wss://parkir.example:8443/palang"));
  REQUIRE(secure);
  CHECK(secure->http(QStringLiteral("/login")).toString()
        == "https://parkir.example:8443/palang/v1/login");
  const auto plain = ServerAddress::parse(QStringLiteral("10.0.0.5"));
  REQUIRE(plain);
  CHECK(plain->http(QStringLiteral("/photos/ab")).toString()
        == "http://10.0.0.5:8181/v1/photos/ab");
}
