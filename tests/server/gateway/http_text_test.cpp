#include "server/gateway/http_text.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::gateway;

TEST_CASE("a target is split and its path decoded", "[gateway][http]") {
  const auto plain = parse_target("/v1/photos/ab%20c?size=1&x=%20");
  REQUIRE(plain);
  CHECK(plain->path == "/v1/photos/ab c");
  CHECK(plain->query == "size=1&x=%20");
  CHECK(parse_target("http://host:80/v1/login")->path == "/v1/login");
  CHECK(parse_target("http://host")->path == "/");
  CHECK(parse_target("/a?")->query.empty());
  CHECK(parse_target("*")->path == "*");
}

TEST_CASE("a target with a broken escape or a NUL is refused", "[gateway][http]") {
  for (const auto* bad : {"/%", "/%4", "/%zz", "/%4g", "/%00", "/a%-1"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_target(bad));
  }
}

TEST_CASE("only a bearer token is a token", "[gateway][http]") {
  CHECK(bearer_token("Bearer abc") == "abc");
  CHECK(bearer_token("bearer  abc ") == "abc");
  CHECK(bearer_token("Basic abc").empty());
  CHECK(bearer_token("Bearer").empty());
  CHECK(bearer_token("").empty());
}

TEST_CASE("a media type has no parameters and no capitals", "[gateway][http]") {
  CHECK(media_type("Application/JSON; charset=utf-8") == "application/json");
  CHECK(media_type(" image/png ") == "image/png");
  CHECK(media_type("").empty());
}

TEST_CASE("a response's head names its length, and nothing that has no body", "[gateway][http]") {
  CHECK(response_head({.status = 200,
                       .content_type = "text/plain",
                       .body = "hello",
                       .headers = {{"ETag", "\"x\""}}},
                      connection_header::none)
        == "HTTP/1.1 200 OK\r\nServer: palangd\r\nContent-Type: text/plain\r\nContent-Length: "
           "5\r\nETag: \"x\"\r\n\r\n");
  CHECK(response_head({.status = 304, .content_type = {}, .body = {}, .headers = {}},
                      connection_header::close)
        == "HTTP/1.1 304 Not Modified\r\nServer: palangd\r\nConnection: close\r\n\r\n");
  CHECK(response_head({.status = 201, .content_type = {}, .body = {}, .headers = {}},
                      connection_header::keep_alive)
        == "HTTP/1.1 201 Created\r\nServer: palangd\r\nContent-Length: 0\r\nConnection: "
           "keep-alive\r\n\r\n");
}
