#include "mobile/platform/printer.h"

#include "waiting.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <catch2/catch.hpp>

#include <optional>

using namespace palang::mobile;
using namespace palang::test;

namespace {

struct PrinterFixture : NeedsApplication {
  PrinterFixture() {
    REQUIRE(paper.listen(QHostAddress::LocalHost));
    QObject::connect(&paper, &QTcpServer::newConnection, &paper, [this] {
      auto* job = paper.nextPendingConnection();
      QObject::connect(job, &QTcpSocket::readyRead, job,
                       [this, job] { printed += job->readAll(); });
    });
  }
  [[nodiscard]] QString address() const {
    return QStringLiteral("127.0.0.1:%1").arg(paper.serverPort());
  }
  Printer::Done done() {
    return [this](const QString& why) { told = why; };
  }

  QTcpServer paper;
  QByteArray printed;
  std::optional<QString> told;
};

} // namespace

TEST_CASE_METHOD(PrinterFixture, "a network printer gets every byte, and says when it has them",
                 "[printer]") {
  const QByteArray bytes(200'000, 'x');
  const auto printer = makePrinter(address());
  REQUIRE(printer);
  printer->print(bytes, done());
  REQUIRE(eventually([&] { return told && printed.size() == bytes.size(); }));
  CHECK(told->isEmpty());
  CHECK(printed == bytes);
}

TEST_CASE_METHOD(PrinterFixture, "a printer that is not there is told of", "[printer]") {
  const auto there = address();
  paper.close();
  const auto printer = makePrinter(there);
  REQUIRE(printer);
  printer->probe(done());
  REQUIRE(eventually([&] { return told.has_value(); }));
  CHECK_FALSE(told->isEmpty());
}

TEST_CASE("an address is a host with or without a port", "[printer]") {
  CHECK(makePrinter(QStringLiteral("10.0.0.9")));
  CHECK(makePrinter(QStringLiteral(" printer-1.local:9100 ")));
  CHECK_FALSE(makePrinter({}));
  CHECK_FALSE(makePrinter(QStringLiteral("10.0.0.9:0")));
  CHECK_FALSE(makePrinter(QStringLiteral("10.0.0.9:99999")));
  CHECK_FALSE(makePrinter(QStringLiteral("two words")));
}
