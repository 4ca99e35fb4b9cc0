// What the server says to whoever brings a device's sealed outbox.
#include "shared/core/clock.hpp"
#include "shared/protocol/outbox_copy.hpp"
#include "shared/protocol/outbox_receipt.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace palang;
using namespace palang::testing;

namespace {

const system_clock wall;

std::string text_of(const crypto::bytes& bytes) {
  return {bytes.begin(), bytes.end()};
}

std::string path_of(const std::string& sealed) {
  return "/v1/outboxes/" + crypto::to_hex(crypto::sha256_of(sealed));
}

/// A server, the device whose records are brought, and who brings them.
struct gate {
  gate() {
    lost_token = log_in(port(), {"budi", "palang-demo", lost, public_half(lost_keys)}).token;
    carrier =
        log_in(port(), {"sari", "palang-demo", uuid_now(), public_half(crypto::make_key_pair())})
            .token;
  }
  static uuid uuid_now() { return make_uuid_v7(wall.now()); }
  static std::string public_half(const crypto::key_pair& pair) {
    return crypto::to_base64(pair.pub);
  }
  [[nodiscard]] std::uint16_t port() const { return server.client_port(); }

  [[nodiscard]] crypto::public_key site_key() const {
    protocol_client client{port(), lost_token, {}};
    const auto keys = client.ask(protocol::device_keys{});
    const auto bytes =
        crypto::from_base64(*protocol::string_of(protocol::member_of(keys, "site_key").value()));
    crypto::public_key out{};
    std::ranges::copy(*bytes, out.begin());
    return out;
  }
  [[nodiscard]] protocol::submit entry(std::uint32_t seq, const std::string& plate) const {
    auto s = enter_now(plate);
    s.device_seq = seq;
    s.is_offline = true;
    return s;
  }
  [[nodiscard]] std::string seal(std::vector<protocol::copied_submission> rows) const {
    return text_of(
        protocol::seal_outbox({1, wall.now(), std::move(rows), {}}, lost_keys.sec, site_key())
            .value());
  }
  [[nodiscard]] http_reply bring(const std::string& sealed, const std::string& path,
                                 const std::string& token) const {
    http_client http{port()};
    return http.request("PUT", path, {{"Authorization", "Bearer " + token}}, sealed);
  }
  [[nodiscard]] http_reply bring(const std::string& sealed) const {
    return bring(sealed, path_of(sealed), carrier);
  }

  server_process server;
  uuid lost = uuid_now();
  crypto::key_pair lost_keys = crypto::make_key_pair();
  std::string lost_token;
  std::string carrier;
};

} // namespace

TEST_CASE("a brought outbox is applied as its device would have sent it, once",
          "[palangd][outbox]") {
  gate g;
  auto nobody = g.entry(3, "B 3 C");
  const auto first = g.entry(1, "B 1 A");
  const auto sealed = g.seal({{"budi", first}, {"budi", g.entry(2, "B 2 B")}, {"ghost", nobody}});
  const auto reply = g.bring(sealed);
  REQUIRE(reply.status == 200);
  const auto receipt = protocol::decode_outbox_receipt(reply.body).value();
  CHECK(receipt.device_no == 1);
  CHECK(receipt.taken == 2);
  CHECK(receipt.already_there == 0);
  REQUIRE(receipt.refused.size() == 1);
  CHECK(receipt.refused.front().id == nobody.id);
  const auto again = protocol::decode_outbox_receipt(g.bring(sealed).body).value();
  CHECK(again.taken == 0);
  CHECK(again.already_there == 2);

  protocol_client client{g.port(), g.lost_token, {}};
  client.send(first);
  const auto answer = client.next_answer();
  REQUIRE(std::holds_alternative<protocol::accepted>(answer));
  CHECK(std::get<protocol::accepted>(answer).is_duplicate);

  const auto admin = log_in(g.port(), {"wati", "palang-demo", {}, {}}).token;
  protocol_client desk{g.port(), admin, {}};
  const auto audit = desk.ask(protocol::audit_list{});
  CHECK(audit.find("outbox.brought") != std::string::npos);
  CHECK(audit.find("device/1") != std::string::npos);
}

TEST_CASE("hundreds of records in one copy are all applied", "[palangd][outbox]") {
  gate g;
  std::vector<protocol::copied_submission> rows;
  for (std::uint32_t i = 1; i <= 300; ++i)
    rows.push_back({"budi", g.entry(i, "B " + std::to_string(i) + " XY")});
  const auto receipt = protocol::decode_outbox_receipt(g.bring(g.seal(rows)).body).value();
  CHECK(receipt.taken == 300);
  CHECK(receipt.refused.empty());
}

TEST_CASE("only an approved device brings an outbox, and only a whole one of this site",
          "[palangd][outbox]") {
  gate g;
  const auto sealed = g.seal({{"budi", g.entry(1, "B 1 A")}});
  const auto desk = log_in(g.port(), {"wati", "palang-demo", {}, {}}).token;
  CHECK(g.bring(sealed, path_of(sealed), "nonsense").status == 401);
  CHECK(g.bring(sealed, path_of(sealed), desk).status == 403);
  CHECK(g.bring(sealed, path_of("other"), g.carrier).status == 422);
  CHECK(g.bring(sealed, "/v1/outboxes/x", g.carrier).status == 404);
  CHECK(g.bring("nonsense").status == 400);
  const std::string large(protocol::max_sealed_bytes + 1, 'x');
  CHECK(g.bring(large).status == 413);
  const auto other_site = text_of(
      protocol::seal_outbox({1, wall.now(), {}, {}}, g.lost_keys.sec, crypto::make_key_pair().pub)
          .value());
  CHECK(g.bring(other_site).status == 400);
  const auto forged = text_of(
      protocol::seal_outbox({1, wall.now(), {}, {}}, crypto::make_key_pair().sec, g.site_key())
          .value());
  CHECK(g.bring(forged).status == 403);
  CHECK(g.bring(sealed).status == 200);
}
