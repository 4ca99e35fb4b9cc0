#include "mobile/features/lock/lockmodel.h"

#include "workplacefixture.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;

namespace {

struct LockFixture : WorkplaceFixture {
  LockFixture() { lock.setWorkplace(workplace.get()); }
  /// A program that came back to the front looks at the time.
  void comeBack() {
    QEvent event(QEvent::ApplicationActivate);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &event);
  }
  void touch() {
    QKeyEvent event(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &event);
  }

  LockModel lock;
};

} // namespace

TEST_CASE_METHOD(LockFixture, "without a PIN nothing is ever locked", "[lock]") {
  clock.advance(1h);
  comeBack();
  lock.lock();
  CHECK_FALSE(lock.isLocked());
}

TEST_CASE_METHOD(LockFixture, "a PIN has four to six digits", "[lock]") {
  CHECK_FALSE(lock.setPin(QStringLiteral("123")));
  CHECK_FALSE(lock.setPin(QStringLiteral("1234567")));
  CHECK_FALSE(lock.setPin(QStringLiteral("12a4")));
  CHECK_FALSE(lock.hasPin());
  CHECK(lock.setPin(QStringLiteral("4711")));
  CHECK(lock.hasPin());
  CHECK(client->store().setting("pin.hash")->find("4711") == std::string::npos);
}

TEST_CASE_METHOD(LockFixture, "five minutes without a touch lock the screen, and the PIN opens it",
                 "[lock]") {
  REQUIRE(lock.setPin(QStringLiteral("4711")));
  clock.advance(4min);
  touch();
  clock.advance(4min);
  comeBack();
  CHECK_FALSE(lock.isLocked());
  clock.advance(1min);
  comeBack();
  REQUIRE(lock.isLocked());
  CHECK_FALSE(lock.unlock(QStringLiteral("4712")));
  CHECK(lock.message() == QStringLiteral("PIN salah"));
  CHECK(lock.unlock(QStringLiteral("4711")));
  CHECK_FALSE(lock.isLocked());
}

TEST_CASE_METHOD(LockFixture, "wrong PINs make whoever tries wait", "[lock]") {
  REQUIRE(lock.setPin(QStringLiteral("4711")));
  lock.lock();
  for (int i = 0; i < LockModel::freeTries; ++i)
    CHECK_FALSE(lock.unlock(QStringLiteral("0000")));
  CHECK(lock.wait() == 30);
  CHECK_FALSE(lock.unlock(QStringLiteral("4711")));
  clock.advance(30s);
  CHECK(lock.wait() == 0);
  CHECK(lock.unlock(QStringLiteral("4711")));
}

TEST_CASE_METHOD(LockFixture, "a program that starts again is locked, and records nothing less",
                 "[lock]") {
  REQUIRE(lock.setPin(QStringLiteral("4711")));
  LockModel again;
  again.setWorkplace(workplace.get());
  CHECK(again.isLocked());
  CHECK(workplace->isLoggedIn());
}

TEST_CASE_METHOD(LockFixture, "whoever logs in with the password needs no PIN", "[lock]") {
  REQUIRE(lock.setPin(QStringLiteral("4711")));
  lock.lock();
  lock.forget();
  CHECK_FALSE(lock.isLocked());
  CHECK_FALSE(lock.hasPin());
}
