// The composed server as a real process, seen through its sockets alone.
#include "shared/core/clock.hpp"
#include "shared/core/crypto.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;

namespace {

const system_clock wall;

/// An attendant with a handheld of their own.
struct handheld {
  std::uint16_t port;
  uuid device = make_uuid_v7(wall.now());
  std::string key = crypto::to_base64(crypto::make_key_pair().pub);
  std::uint32_t sent = 0;

  [[nodiscard]] protocol::login_reply log_in_as(const std::string& name) const {
    return log_in(port, {name, "palang-demo", device, key});
  }

  protocol::submit make(protocol::submit_data data) {
    protocol::submit s;
    s.id = make_uuid_v7(wall.now());
    s.device_seq = ++sent;
    s.taken_at = wall.now();
    s.clock.source = protocol::clock_source::server;
    s.data = std::move(data);
    return s;
  }
};

protocol::entry_data entry_of(const uuid& session, const std::string& plate) {
  protocol::entry_data d;
  d.session_id = session;
  d.gate_id = "in-1";
  d.plate = plate;
  d.vehicle_type = "MOBIL";
  return d;
}

protocol::exit_data exit_of(const uuid& session) {
  protocol::exit_data d;
  d.session_id = session;
  d.gate_id = "out-1";
  return d;
}

protocol::accepted accepted_of(protocol_client& client, const protocol::submit& s) {
  client.send(s);
  const auto answer = client.next_answer();
  const auto* refused = std::get_if<protocol::rejected>(&answer);
  INFO((refused != nullptr ? refused->why.message : ""));
  REQUIRE(std::holds_alternative<protocol::accepted>(answer));
  return std::get<protocol::accepted>(answer);
}

/// The next event of this kind; others are skipped.
protocol::event next_of(protocol_client& client, const std::string& kind) {
  auto e = client.next_event();
  while (e.kind != kind)
    e = client.next_event();
  return e;
}

} // namespace

TEST_CASE("an entry and an exit reach a second client, and a resume misses nothing", "[palangd]") {
  server_process server;
  handheld budi{server.client_port()};
  handheld sari{server.client_port()};
  const auto token = budi.log_in_as("budi").token;
  const auto other = sari.log_in_as("sari").token;
  protocol_client gate{server.client_port(), token, {"session"}};
  std::optional<protocol_client> office;
  office.emplace(server.client_port(), other, std::vector<std::string>{"session", "gate"});
  const auto epoch = office->greeting().epoch;

  const auto session = make_uuid_v7(wall.now());
  const auto entry = budi.make(entry_of(session, "B 1234 XYZ"));
  const auto entered = accepted_of(gate, entry);
  const auto told = next_of(*office, "session.entered");
  CHECK(told.seq == entered.seq);
  CHECK(told.data.find("B 1234 XYZ") != std::string::npos);

  office.reset();
  const auto exited = accepted_of(gate, budi.make(exit_of(session)));
  CHECK(exited.seq > entered.seq);

  protocol_client back{
      server.client_port(), other, {"session"}, protocol::resume_point{epoch, told.seq}};
  CHECK(back.greeting().is_resumed);
  CHECK(next_of(back, "session.exited").seq == exited.seq);

  SECTION("the same submission again is the same answer and no second event") {
    const auto again = accepted_of(gate, entry);
    CHECK(again.is_duplicate);
    CHECK(again.seq == entered.seq);
    CHECK(again.data == entered.data);
  }
  SECTION("a server that was killed has kept everything, and resumes across its restart") {
    server.kill();
    server.start();
    protocol_client after{
        server.client_port(), other, {"session"}, protocol::resume_point{epoch, told.seq}};
    CHECK(after.greeting().is_resumed);
    CHECK(after.greeting().epoch == epoch);
    CHECK(next_of(after, "session.exited").seq == exited.seq);
  }
  SECTION("it stops with code 0 and tells its clients so") {
    CHECK(server.stop() == 0);
  }
}

TEST_CASE("a gate without a lock says honestly that it did not open", "[palangd]") {
  server_process server;
  handheld budi{server.client_port()};
  protocol_client gate{server.client_port(), budi.log_in_as("budi").token, {"gate"}};
  protocol::gate_open_data open;
  open.gate_id = "in-1";
  open.reason = "ambulance";
  open.expires_at = wall.now() + std::chrono::seconds{20};
  accepted_of(gate, budi.make(open));
  const auto failed = next_of(gate, "gate.open_failed");
  CHECK(failed.data.find("no lock bound to this gate") != std::string::npos);
}

TEST_CASE("HTTP answers as the protocol says", "[palangd]") {
  server_process server;
  http_client client{server.client_port()};
  http_client ops{server.ops_port()};

  CHECK(client.get("/nowhere").status == 404);
  const auto wrong_method = client.get("/v1/login");
  CHECK(wrong_method.status == 405);
  CHECK(wrong_method.headers.at("allow") == "POST");
  CHECK(client.request("POST", "/v1/login", {}, "{").status == 400);
  CHECK(client.request("POST", "/v1/login", {}, R"({"username":"budi","password":"wrong"})").status
        == 401);
  CHECK(client.request("POST", "/v1/logout").status == 401);
  CHECK(ops.get("/healthz").status == 200);
  CHECK(ops.get("/readyz").status == 200);
  CHECK(ops.get("/metrics").body.find("palang_database_up 1") != std::string::npos);

  const auto token = log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token;
  const http_client::headers bearer{{"Authorization", "Bearer " + token}};
  SECTION("a token ends with the log-out") {
    CHECK(client.request("POST", "/v1/logout", bearer).status == 200);
    CHECK(client.request("POST", "/v1/logout", bearer).status == 401);
  }
  SECTION("a photo is stored once, given back, and refused when it is not what its name says") {
    const std::string photo = "\xff\xd8\xff\xe0 not much of a picture";
    const auto name = "/v1/photos/" + crypto::to_hex(crypto::sha256_of(photo));
    const http_client::headers upload{{"Authorization", "Bearer " + token},
                                      {"Content-Type", "image/jpeg"}};
    CHECK(client.request("PUT", name, upload, photo).status == 201);
    CHECK(client.request("PUT", name, upload, photo).status == 200);
    CHECK(client.request("PUT", name, upload, photo + "!").status == 422);
    CHECK(client.request("PUT", name, bearer, photo).status == 415);
    CHECK(client.request("PUT", name, {{"Content-Type", "image/jpeg"}}, photo).status == 401);
    const auto found = client.get(name, bearer);
    CHECK(found.status == 200);
    CHECK(found.body == photo);
    CHECK(found.headers.at("content-type") == "image/jpeg");
    CHECK(found.headers.at("cache-control").find("immutable") != std::string::npos);
    CHECK(client
              .get(name, {{"Authorization", "Bearer " + token},
                          {"If-None-Match", found.headers.at("etag")}})
              .status
          == 304);
    CHECK(client.get("/v1/photos/" + std::string(64, '0'), bearer).status == 404);
  }
}
