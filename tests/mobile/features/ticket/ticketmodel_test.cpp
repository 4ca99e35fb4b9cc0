#include "mobile/features/ticket/ticketmodel.h"

#include "mobile/platform/escpos.h"
#include "mobile/platform/scanning.h"

#include "../workplacefixture.h"

#include <QDir>
#include <QGuiApplication>
#include <QTcpServer>
#include <QTcpSocket>

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using State = TicketModel::State;

namespace {

struct NeedsFaces {
  NeedsFaces() {
    static int argc = 1;
    static char name[] = "palang-test";
    static char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Never taken down: Qt's plug-ins do not outlive the process's other statics.
    static auto* app = new QGuiApplication{argc, argv};
    static_cast<void>(app);
  }
};

struct TicketFixture : NeedsFaces, WorkplaceFixture {
  TicketFixture() {
    ticket.setWorkplace(workplace.get());
    REQUIRE(paper.listen(QHostAddress::LocalHost));
    QObject::connect(&paper, &QTcpServer::newConnection, &paper, [this] {
      auto* job = paper.nextPendingConnection();
      jobs.emplace_back();
      QObject::connect(job, &QTcpSocket::readyRead, job,
                       [this, job, at = jobs.size() - 1] { jobs[at] += job->readAll(); });
    });
  }
  Client::Recorded arrive() {
    auto entry = enter("B 1234 XYZ");
    ticket.recorded(QString::fromStdString(to_string(entry.row.submission.id)));
    return entry;
  }
  void usePrinter() { ticket.setPrinter(QStringLiteral("127.0.0.1:%1").arg(paper.serverPort())); }
  void waitForPaper() {
    REQUIRE(eventually([&] { return ticket.state() != State::Working; }));
  }
  [[nodiscard]] std::vector<protocol::note_data> notes() const {
    std::vector<protocol::note_data> out;
    const auto rows = client->store().rows(std::nullopt, 100);
    for (const auto& row : *rows)
      if (const auto* note = std::get_if<protocol::note_data>(&row.submission.data))
        out.push_back(*note);
    return out;
  }

  QTcpServer paper;
  std::vector<QByteArray> jobs;
  TicketModel ticket;
};

} // namespace

TEST_CASE_METHOD(TicketFixture, "what is printed is the ticket that a scanner reads back",
                 "[ticket]") {
  usePrinter();
  const auto entry = arrive();
  ticket.print({});
  waitForPaper();
  CHECK(ticket.state() == State::Done);
  REQUIRE(eventually([&] { return jobs.size() == 1 && !drawnBy(jobs[0]).isNull(); }));
  const auto drawn = drawnBy(jobs[0]);
  CHECK(readCode(drawn).toStdString() == entry.ticketText);
  CHECK(drawn.height() > 500);
  CHECK(ticket.isHandedOut());
  CHECK(notes().empty());
}

TEST_CASE_METHOD(TicketFixture, "a second one needs a reason, is marked and recorded", "[ticket]") {
  usePrinter();
  const auto entry = arrive();
  ticket.print({});
  waitForPaper();
  const auto original = ticket.picture();
  ticket.print(QStringLiteral("  "));
  CHECK(ticket.state() == State::Failed);
  ticket.print(QStringLiteral("Kertas macet"));
  waitForPaper();
  CHECK(ticket.picture().height() > original.height()); // The stamp.
  ticket.share(QStringLiteral("Diminta pengemudi"));
  const auto made = notes();
  REQUIRE(made.size() == 2);
  CHECK(made[1].text == "SALINAN 1: Kertas macet");
  CHECK(made[0].text == "SALINAN 2: Diminta pengemudi");
  CHECK(made[0].what == protocol::note_kind::reprint);
  CHECK(made[0].session_id == entry.session.id);
}

TEST_CASE_METHOD(TicketFixture, "a ticket that never left the printer is still the original",
                 "[ticket]") {
  usePrinter();
  paper.close();
  arrive();
  ticket.print({});
  waitForPaper();
  CHECK(ticket.state() == State::Failed);
  CHECK_FALSE(ticket.isHandedOut());
  ticket.share({});
  CHECK(ticket.state() == State::Done);
  CHECK(notes().empty());
}

TEST_CASE_METHOD(TicketFixture, "a shared ticket is a picture that can be scanned", "[ticket]") {
  const auto entry = arrive();
  ticket.share({});
  const QDir shared(dir.filePath(QStringLiteral("Karcis")));
  const auto files = shared.entryList(QDir::Files);
  REQUIRE(files.size() == 1);
  CHECK(files[0] == QString::fromStdString(entry.ticketNo) + QStringLiteral(".png"));
  CHECK(readCode(QImage(shared.filePath(files[0]))).toStdString() == entry.ticketText);
}

TEST_CASE_METHOD(TicketFixture, "an old ticket comes back only as a copy", "[ticket]") {
  const auto entry = enter("B 1 A");
  REQUIRE(ticket.reopen(QString::fromStdString(to_string(entry.row.submission.id))));
  CHECK(ticket.number().toStdString() == entry.ticketNo);
  ticket.share({});
  CHECK(ticket.state() == State::Failed);
  ticket.share(QStringLiteral("Karcis basah"));
  CHECK(ticket.state() == State::Done);
  CHECK(notes().size() == 1);
  CHECK_FALSE(ticket.reopen(QStringLiteral("nothing")));
}

TEST_CASE_METHOD(TicketFixture, "with a printer and the wish for it a ticket is printed at once",
                 "[ticket]") {
  usePrinter();
  ticket.setAutomatic(true);
  arrive();
  waitForPaper();
  CHECK(ticket.state() == State::Done);
  CHECK(eventually([&] { return jobs.size() == 1; }));
}
