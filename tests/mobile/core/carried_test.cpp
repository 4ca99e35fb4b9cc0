#include "mobile/core/carriedstore.h"

#include "clientfixture.h"

#include "shared/protocol/codec.hpp"
#include "shared/protocol/outbox_copy.hpp"

#include <QFile>

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

const crypto::bytes sealed(1'000, 42);

std::string text(const crypto::bytes& bytes) {
  return {bytes.begin(), bytes.end()};
}

struct Carrier : ClientFixture {
  Carrier() {
    server.outboxBody = protocol::encode(protocol::outbox_receipt{3, 20, 4, {}});
    goOnline();
  }
  [[nodiscard]] std::vector<CarriedCopy> waiting() const {
    return client->carried().waiting().value();
  }
};

} // namespace

TEST_CASE_METHOD(Carrier, "a carried copy is brought at once, and its receipt kept", "[carried]") {
  const auto copy = client->carry(sealed, 3, 24).value();
  REQUIRE(eventually([&] { return waiting().empty(); }));
  CHECK(server.outboxBodies == std::vector{text(sealed)});
  CHECK(server.httpPaths.back() == "/v1/outboxes/" + copy.sha256);
  const auto all = client->carried().all().value();
  REQUIRE(all.size() == 1);
  CHECK(all.front().deviceNo == 3);
  CHECK(all.front().records == 24);
  CHECK(all.front().receipt == protocol::outbox_receipt{3, 20, 4, {}});
}

TEST_CASE_METHOD(Carrier, "a copy taken offline outlives the program and goes with the network",
                 "[carried]") {
  goOffline();
  REQUIRE(client->carry(sealed, 3, 24));
  REQUIRE(client->carry(sealed, 3, 24));
  restart();
  REQUIRE(waiting().size() == 1);
  CHECK(server.outboxBodies.empty());
  goBack();
  REQUIRE(eventually([&] { return waiting().empty(); }));
  CHECK(server.outboxBodies.size() == 1);
}

TEST_CASE_METHOD(Carrier, "no error of the server makes a copy disappear", "[carried]") {
  server.outboxStatus = GENERATE(400, 401, 403, 413, 422, 500, 503);
  server.outboxBody = protocol::encode_http_error({errc::busy, "by script", {}});
  REQUIRE(client->carry(sealed, 3, 24));
  REQUIRE(eventually([&] { return !waiting().empty() && !waiting().front().trouble.empty(); }));
  CHECK(waiting().front().trouble == "busy: by script");
  server.outboxStatus = 200;
  SECTION("nor an answer that is none") {
    server.outboxBody = "<html>";
    goOffline();
    goBack();
    REQUIRE(eventually([&] { return server.outboxBodies.size() == 2; }));
    settle(*client);
    CHECK(waiting().size() == 1);
  }
  SECTION("and it goes with the next connection") {
    server.outboxBody = protocol::encode(protocol::outbox_receipt{3, 24, 0, {}});
    goOffline();
    goBack();
    REQUIRE(eventually([&] { return waiting().empty(); }));
  }
}

TEST_CASE_METHOD(Carrier, "one copy that fails does not hold back the next", "[carried]") {
  goOffline();
  const auto bad = client->carry(sealed, 3, 24).value();
  REQUIRE(client->carry(crypto::bytes(500, 7), 4, 2));
  QFile file{dir.filePath(QStringLiteral("Salinan/Bawaan/") + QString::fromStdString(bad.sha256))};
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write("spoiled");
  file.close();
  goBack();
  REQUIRE(eventually([&] { return waiting().size() == 1; }));
  CHECK(waiting().front().sha256 == bad.sha256);
  CHECK(waiting().front().trouble.starts_with("corrupt: "));
  SECTION("and is whole again when it is taken once more") {
    REQUIRE(client->carry(sealed, 3, 24));
    REQUIRE(eventually([&] { return waiting().empty(); }));
  }
}

TEST_CASE_METHOD(Carrier, "what was delivered is cleaned after some days, what waits never",
                 "[carried]") {
  REQUIRE(client->carry(sealed, 3, 24));
  REQUIRE(eventually([&] { return waiting().empty(); }));
  goOffline();
  REQUIRE(client->carry(crypto::bytes(500, 7), 4, 2));
  clock.advance(std::chrono::days{8});
  CHECK(client->carried().clean(7).value() == 1);
  CHECK(client->carried().all().value().size() == 1);
  CHECK(client->carried().waiting().value().size() == 1);
}

TEST_CASE_METHOD(Carrier, "what the server would not take is not taken along", "[carried]") {
  const crypto::bytes large(protocol::max_sealed_bytes + 1);
  CHECK(client->carry(large, 3, 24).error().code == errc::too_large);
  CHECK(client->carried().all().value().empty());
}
