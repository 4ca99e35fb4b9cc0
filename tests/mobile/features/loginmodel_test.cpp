#include "mobile/features/login/loginmodel.h"

#include "workplacefixture.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

struct LoginFixture : ClientFixture {
  LoginFixture() { model.setWorkplace(&workplace); }

  void logIn(const QString& address) {
    model.login(address, QStringLiteral("budi"), QStringLiteral("palang-demo"), {});
    REQUIRE(eventually([&] { return !model.isBusy(); }));
  }

  Workplace workplace{*client};
  LoginModel model;
};

} // namespace

TEST_CASE_METHOD(LoginFixture, "a log-in is remembered for the next time, its password is not",
                 "[login]") {
  logIn(server.address());
  CHECK(model.trouble().isEmpty());
  CHECK(workplace.isLoggedIn());
  CHECK(model.lastServer() == server.address());
  CHECK(model.lastUsername() == QStringLiteral("budi"));
}

TEST_CASE("a device's code says which device it is, and its letters are the same key's",
          "[login]") {
  const pairing::DeviceCode code{"0190-id", "a2V5"};
  CHECK(pairing::deviceCodeIn(pairing::textOf(code)) == code);
  CHECK_FALSE(pairing::deviceCodeIn("P1:6BFOXN"));
  CHECK_FALSE(pairing::deviceCodeIn("PALANG-HP:0190-id:"));
  const auto letters = pairing::shortCode("a2V5");
  CHECK(letters.size() == 9);
  CHECK(pairing::isShortCodeOf(letters.toLower().remove('-'), "a2V5"));
  CHECK_FALSE(pairing::isShortCodeOf(letters, "a2V6"));
  CHECK(pairing::serverIn(pairing::textOfServer("10.0.0.5:8181")) == "10.0.0.5:8181");
  CHECK_FALSE(pairing::serverIn("10.0.0.5:8181"));
}

TEST_CASE_METHOD(LoginFixture, "a handheld shows the code by which it is approved", "[login]") {
  const auto code = pairing::deviceCodeIn(model.deviceCode());
  REQUIRE(code);
  CHECK(code->id.toStdString() == to_string(client->deviceId()));
  CHECK(model.shortCode() == pairing::shortCode(code->key));
}

TEST_CASE_METHOD(LoginFixture, "what is missing is said before anything is sent", "[login]") {
  model.login({}, QStringLiteral("budi"), QStringLiteral("x"), {});
  CHECK(model.trouble() == QStringLiteral("Alamat server belum diisi"));
  model.login(server.address(), QStringLiteral("budi"), {}, {});
  CHECK(model.trouble() == QStringLiteral("Nama dan sandi belum lengkap"));
  CHECK_FALSE(model.isBusy());
  CHECK(server.loginBodies.empty());
}

TEST_CASE_METHOD(LoginFixture, "a refusal comes in words with a next step", "[login]") {
  server.loginStatus = 401;
  server.loginBody = R"({"code":"bad_credentials","message":"no"})";
  logIn(server.address());
  CHECK(model.trouble() == QStringLiteral("Nama atau sandi salah"));
  CHECK_FALSE(model.nextStep().isEmpty());
  CHECK_FALSE(model.doesEnrolmentHelp());
}

TEST_CASE_METHOD(LoginFixture, "a device that nobody approved is offered the enrolment code",
                 "[login]") {
  server.loginStatus = 403;
  server.loginBody = R"({"code":"device_pending","message":"wait"})";
  logIn(server.address());
  CHECK(model.doesEnrolmentHelp());
}

TEST_CASE_METHOD(LoginFixture, "a server that is not there is told apart from a wrong password",
                 "[login]") {
  logIn(QStringLiteral("127.0.0.1:1"));
  CHECK(model.trouble() == QStringLiteral("Server tidak terjangkau"));
}
