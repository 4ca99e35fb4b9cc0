#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

worker admin_of(site& s) {
  auto out = s.log_in("wati", false);
  out.who.user_role = protocol::role::admin;
  return out;
}

std::int64_t version_of(site& s) {
  return s.reader().configuration()->version;
}

const std::string some_hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$c29tZWhhc2g";

protocol::user_set_data budi_as(protocol::role r) {
  protocol::user_set_data out;
  out.username = "BUDI";
  out.name = "Budi (demo)";
  out.user_role = r;
  return out;
}

} // namespace

TEST_CASE("a configuration change is a new version, told once and in force at once", "[config]") {
  site s;
  auto admin = admin_of(s);
  const auto version = version_of(s);
  const auto done = s.commit(
      {s.make(admin, protocol::config_set_data{"/gates/0/name", "\"Gerbang Utara\"", version})});
  CHECK(done.config_version == version + 1);
  CHECK(kinds_of(done.events) == std::vector<std::string>{"config.changed"});
  CHECK(s.reader().gates()->front().name == "Gerbang Utara");
  CHECK(version_of(s) == version + 1);
  const auto why =
      s.refuse(s.make(admin, protocol::config_set_data{"/gates/0/name", "\"X\"", version}));
  CHECK(why.code == errc::version_conflict);
}

TEST_CASE("a configuration that does not hold together is refused as a whole", "[config]") {
  site s;
  auto admin = admin_of(s);
  const auto version = version_of(s);
  const auto refused = [&](std::string path, std::string value) {
    return s.refuse(
        s.make(admin, protocol::config_set_data{std::move(path), std::move(value), version}));
  };
  CHECK(refused("/gates/0/zone_id", "\"nowhere\"").field == "data.value");
  CHECK(refused("/gates/0/direction", "\"up\"").field == "data.value");
  CHECK(refused("/gates/9/name", "\"X\"").code == errc::invalid);
  CHECK(refused("/tariffs/0/first_amt", "1").message.find("/tariffs") != std::string::npos);
  CHECK(version_of(s) == version);
}

TEST_CASE("a new tariff version prices what enters after it", "[config]") {
  site s;
  auto admin = admin_of(s);
  auto budi = s.log_in("budi");
  const auto before = make_uuid_v7(s.time.now());
  s.accept(s.make(budi, entry_of("B 1 A", before)));
  s.time.advance(1min);
  auto next = s.reader().configuration()->document.tariffs[1];
  next.version = 2;
  next.first_amt = rupiah{6'000};
  next.valid_from = s.time.now();
  auto document = s.reader().configuration()->document;
  document.tariffs.push_back(next);
  s.accept(s.make(admin, protocol::config_set_data{"", protocol::encode(document), version_of(s)}));
  const auto after = make_uuid_v7(s.time.now());
  s.accept(s.make(budi, entry_of("B 2 A", after)));
  CHECK(s.session(after).tariff_version == 2);
  s.time.advance(30min);
  s.accept(s.make(budi, exit_of(before, 5'000)));
  s.accept(s.make(budi, exit_of(after, 6'000)));
  CHECK(s.alerts(protocol::alert_kind::fee_difference).empty());
}

TEST_CASE("a user's new role, password or disabling ends their log-ins", "[user]") {
  site s;
  auto admin = admin_of(s);
  const auto budi = s.log_in("budi");
  auto change = budi_as(protocol::role::attendant);
  SECTION("a new name alone does not") {
    change.name = "Budi Baru";
    CHECK(s.commit({s.make(admin, change)}).revoked_users.empty());
    return;
  }
  SECTION("role") {
    change.user_role = protocol::role::supervisor;
  }
  SECTION("password") {
    change.password = some_hash;
  }
  SECTION("disabled") {
    change.is_disabled = true;
  }
  CHECK(s.commit({s.make(admin, change)}).revoked_users == std::vector{budi.who.user_id});
  const auto stored = s.reader().find_credentials("budi");
  REQUIRE(stored);
  CHECK((*stored)->who.user_role == change.user_role);
  CHECK(((*stored)->password_hash == some_hash) == change.password.has_value());
}

TEST_CASE("a new user needs a hashed password; a plain one is never stored", "[user]") {
  site s;
  auto admin = admin_of(s);
  auto change = budi_as(protocol::role::attendant);
  change.username = "tono";
  CHECK(s.refuse(s.make(admin, change)).field == "data.password");
  change.password = "rahasia";
  CHECK(s.refuse(s.make(admin, change)).field == "data.password");
  change.password = some_hash;
  s.accept(s.make(admin, change));
  CHECK(s.reader().find_credentials("tono")->has_value());
}

TEST_CASE("a device waits for approval and then gets the next number", "[device][login]") {
  site s;
  auto admin = admin_of(s);
  const auto sari = s.log_in("sari");
  const auto budi = *s.reader().find_credentials("budi");
  const auto keys = crypto::make_key_pair();
  ledger::writer::login_facts facts;
  facts.user_id = budi->who.id;
  facts.at = s.time.now();
  facts.token_hash = std::string(64, '1');
  CHECK(s.writer().login(facts)->grant.error().field == "device_id");
  facts.device_id = make_uuid_v7(s.time.now());
  CHECK(s.writer().login(facts)->grant.error().field == "device_key");
  facts.device_key = "AAAA";
  CHECK(s.writer().login(facts)->grant.error().field == "device_key");
  facts.device_key = crypto::to_base64(keys.pub);

  const auto pending = s.writer().login(facts);
  REQUIRE(pending);
  CHECK(pending->grant.error().code == errc::device_pending);
  CHECK(kinds_of(pending->events) == std::vector<std::string>{"device.pending"});
  CHECK(s.writer().login(facts)->events.empty());

  const auto yes = s.accept(s.make(admin, protocol::device_approve_data{*facts.device_id}));
  const auto device = protocol::member_of(yes.data, "device").and_then(protocol::decode_device);
  REQUIRE(device);
  CHECK(device->device_no == sari.who.device_no + 1);
  const auto granted = s.writer().login(facts);
  REQUIRE(granted->grant);
  CHECK(granted->grant->who.device_no == device->device_no);
  CHECK(granted->grant->expires_at == s.time.now() + 16h);
  CHECK(s.reader().find_token(facts.token_hash)->has_value());

  auto other_key = facts;
  other_key.device_key = crypto::to_base64(crypto::make_key_pair().pub);
  CHECK(s.writer().login(other_key)->grant.error().field == "device_key");

  const auto revoked = s.commit({s.make(admin, protocol::device_revoke_data{*facts.device_id})});
  CHECK(revoked.revoked_devices == std::vector{*facts.device_id});
  CHECK(s.writer().login(facts)->grant.error().code == errc::device_revoked);
  CHECK_FALSE(s.reader().find_token(facts.token_hash)->has_value());
  CHECK(s.refuse(s.make(admin, protocol::device_approve_data{*facts.device_id})).code
        == errc::invalid);
  CHECK(s.refuse(s.make(admin, protocol::device_approve_data{make_uuid_v7(s.time.now())})).code
        == errc::unknown_device);
}

TEST_CASE("an enrolment code approves one device, once, in time", "[device][login]") {
  site s;
  const auto code_hash = crypto::to_hex(crypto::sha256_of(std::string_view{"KODE-1"}));
  REQUIRE(s.writer().add_enrolment(code_hash, s.time.now() + 1h));
  const auto log_in = [&](std::string code) {
    ledger::writer::login_facts facts;
    facts.user_id = (*s.reader().find_credentials("budi"))->who.id;
    facts.at = s.time.now();
    facts.token_hash = to_string(make_uuid_v7(s.time.now()));
    facts.device_id = make_uuid_v7(s.time.now());
    facts.device_key = crypto::to_base64(crypto::make_key_pair().pub);
    facts.enrolment = std::move(code);
    return s.writer().login(facts)->grant.has_value();
  };
  CHECK_FALSE(log_in("KODE-2"));
  SECTION("in time") {
    CHECK(log_in("KODE-1"));
    CHECK_FALSE(log_in("KODE-1"));
  }
  SECTION("too late") {
    s.time.advance(1h);
    CHECK_FALSE(log_in("KODE-1"));
  }
}

TEST_CASE("a disabled user does not log in, and a log-out ends a token", "[login]") {
  site s;
  auto admin = admin_of(s);
  const auto id = (*s.reader().find_credentials("wati"))->who.id;
  ledger::writer::login_facts facts;
  facts.user_id = id;
  facts.at = s.time.now();
  facts.token_hash = std::string(64, '2');
  REQUIRE(s.writer().login(facts)->grant);
  CHECK(s.reader().find_token(facts.token_hash)->has_value());
  REQUIRE(s.writer().logout(facts.token_hash));
  CHECK_FALSE(s.reader().find_token(facts.token_hash)->has_value());
  protocol::user_set_data change{"wati", "Wati (demo)", protocol::role::supervisor, std::nullopt,
                                 true};
  s.accept(s.make(admin, change));
  facts.token_hash = std::string(64, '3');
  CHECK(s.writer().login(facts)->grant.error().code == errc::forbidden);
}

TEST_CASE("the demo loads once and keys of its devices are known to all", "[demo]") {
  site s;
  CHECK(storage::load_demo(s.writer(), s.reader(), s.time).error().code == errc::invalid);
  const auto budi = s.log_in("budi");
  const auto keys = s.list(protocol::device_keys{}, "keys");
  REQUIRE(keys.size() == 1);
  CHECK(protocol::decode_device_key(keys.front())->device_no == budi.who.device_no);
  CHECK(s.list(protocol::user_list{}, "users").size() == 3);
  REQUIRE(s.writer().has_users());
  CHECK(*s.writer().has_users());
}
