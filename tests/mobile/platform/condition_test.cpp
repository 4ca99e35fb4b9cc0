#include "mobile/platform/condition.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace palang::mobile;

namespace {

void write(const QTemporaryDir& dir, const char* name, const QByteArray& text) {
  QFile file(dir.filePath(QString::fromLatin1(name)));
  REQUIRE(QDir().mkpath(QFileInfo(file).absolutePath()));
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(text);
}

} // namespace

TEST_CASE("the battery is the kernel's", "[condition]") {
  const QTemporaryDir dir;
  const SystemCondition condition(dir.path());
  CHECK_FALSE(condition.battery());
  write(dir, "AC/type", "Mains\n");
  CHECK_FALSE(condition.battery());
  write(dir, "BAT0/type", "Battery\n");
  write(dir, "BAT0/capacity", "27\n");
  write(dir, "BAT0/status", "Discharging\n");
  CHECK(condition.battery() == 27);
  CHECK_FALSE(condition.isCharging());
  write(dir, "BAT0/status", "Charging\n");
  CHECK(condition.isCharging());
}

TEST_CASE("free storage is known of a folder that exists", "[condition]") {
  const QTemporaryDir dir;
  CHECK(freeBytes(dir.path()) > 0);
  CHECK(freeBytes(QStringLiteral("/no/such/folder")) == -1);
}
