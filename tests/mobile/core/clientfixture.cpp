#include "clientfixture.h"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QTest>

namespace palang::test {

using namespace mobile;

NeedsApplication::NeedsApplication() {
  if (QCoreApplication::instance() != nullptr)
    return; // A test that draws made its own.
  static int argc = 1;
  static char name[] = "palang-test";
  static char* argv[] = {name, nullptr};
  // Never taken down: Qt's plug-ins do not outlive the process's other statics.
  static auto* app = new QCoreApplication{argc, argv};
  static_cast<void>(app);
}

bool eventually(const std::function<bool()>& condition) {
  return QTest::qWaitFor(condition, 5000);
}

void settle(Client& client) {
  bool hasPonged = false;
  const auto once =
      QObject::connect(&client.link(), &Link::clockSampled, [&] { hasPonged = true; });
  client.link().checkNow();
  REQUIRE(eventually([&] { return hasPonged; }));
  QObject::disconnect(once);
}

protocol::config demoConfig() {
  protocol::config c;
  c.site.id = make_uuid_v5({}, "site");
  c.site.number = 12;
  c.site.name = "Demo";
  c.zones = {{.id = "z", .name = "Zone", .capacity = {}}};
  c.gates = {{"in-1", "Masuk 1", protocol::gate_direction::in, "z", {}},
             {"out-1", "Keluar 1", protocol::gate_direction::out, "z", {}}};
  c.vehicle_types = {{domain::vehicle_class::mobil, "Mobil", "Car", 1}};
  domain::tariff t;
  t.id = "T1-MOBIL";
  t.version = 3;
  t.first_amt = {5000};
  t.next_amt = {2000};
  c.tariffs = {t};
  return c;
}

ClientFixture::ClientFixture() {
  REQUIRE(dir.isValid());
  server.config = protocol::encode(demoConfig());
  server.greeting.who.id = demoConfig().site.id;
  restart();
}

ClientFixture::~ClientFixture() = default;

void ClientFixture::restart() {
  make({.dataDir = dir.path(),
        .app = "handheld",
        .hasDevice = true,
        .topics = {"session", "config"}});
}

void ClientFixture::make(Client::Options options) {
  client.reset();
  client = std::make_unique<Client>(clock, std::move(options));
  QObject::connect(&client->sync(), &SyncController::recordSettled, client.get(),
                   [this](const QString&, const QString&, const QString& verdict, const QString&) {
                     verdicts.push_back(verdict.toStdString());
                   });
  QObject::connect(&client->sync(), &SyncController::finished, client.get(),
                   [this](const SyncSummary& s) { summaries.push_back(s); });
  QObject::connect(client.get(), &Client::notice, client.get(),
                   [this](const QString& code) { notices.push_back(code.toStdString()); });
  QObject::connect(client.get(), &Client::loginFailed, client.get(),
                   [this](const QString& code) { loginFailures.push_back(code.toStdString()); });
  QObject::connect(client.get(), &Client::resyncNeeded, client.get(), [this] { ++resyncs; });
  REQUIRE(client->start());
}

void ClientFixture::logIn() {
  bool isDone = false;
  const auto once = QObject::connect(client.get(), &Client::loggedIn, [&] { isDone = true; });
  client->login(server.address(), "budi", "palang-demo");
  REQUIRE(eventually([&] { return isDone; }));
  QObject::disconnect(once);
}

void ClientFixture::goOnline() {
  logIn();
  REQUIRE(eventually([&] { return client->isOnline() && client->config(); }));
  settle(*client);
}

void ClientFixture::goOffline() {
  server.greeting.is_db_up = false;
  server.drop();
  REQUIRE(eventually([&] { return !client->isOnline(); }));
}

void ClientFixture::goBack() {
  server.greeting.is_db_up = true;
  REQUIRE(eventually([&] {
    client->link().checkNow();
    return client->isOnline();
  }));
}

Client::Recorded ClientFixture::enter(const std::string& plate) {
  Client::Entry entry;
  entry.gateId = "in-1";
  entry.plate = plate;
  auto recorded = client->recordEntry(entry);
  INFO((recorded ? "" : recorded.error().message));
  REQUIRE(recorded);
  return *recorded;
}

Client::Recorded ClientFixture::leave(const Client::Recorded& entry) {
  Client::Exit exit;
  exit.sessionId = entry.session.id;
  exit.gateId = "out-1";
  exit.charged = {5000};
  exit.paid = protocol::payment{"cash", {5000}, {}, {}};
  auto recorded = client->recordExit(exit);
  INFO((recorded ? "" : recorded.error().message));
  REQUIRE(recorded);
  return *recorded;
}

sync::record_state ClientFixture::stateOf(const Client::Recorded& r) const {
  const auto row = client->store().row(r.row.submission.id);
  REQUIRE(row);
  return row->state;
}

int ClientFixture::timesSent(const Client::Recorded& r) const {
  return static_cast<int>(
      std::ranges::count(server.submits, r.row.submission.id, &protocol::submit::id));
}

} // namespace palang::test
