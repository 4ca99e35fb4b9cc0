#include "mobile/features/entry/entrymodel.h"

#include "workplacefixture.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using Delivery = EntryModel::Delivery;

namespace {

struct EntryFixture : WorkplaceFixture {
  EntryFixture() {
    model.setWorkplace(workplace.get());
    model.setVehicle(QStringLiteral("MOBIL"));
  }

  /// From now on there is a camera, and it is on.
  void turnCameraOn() {
    REQUIRE(QDir(dir.path()).mkpath(QStringLiteral("camera")));
    QImage car(640, 480, QImage::Format_RGB32);
    car.fill(Qt::darkCyan);
    REQUIRE(car.save(dir.filePath(QStringLiteral("camera/car.png"))));
    workplace->camera()->watch();
    REQUIRE(eventually([&] { return !workplace->camera()->frame().isNull(); }));
  }

  EntryModel model;
};

} // namespace

TEST_CASE_METHOD(EntryFixture,
                 "a saved car has its ticket at once, and the server's word when it comes",
                 "[entry]") {
  REQUIRE(model.save(QStringLiteral("b1234xyz"), {}));
  CHECK(model.isTicketShown());
  CHECK(model.ticketPlate() == QStringLiteral("B 1234 XYZ"));
  CHECK(model.ticketText().startsWith(QStringLiteral("P1:")));
  CHECK(model.ticketNumber().startsWith(QStringLiteral("12-")));
  CHECK(model.delivery() == Delivery::Saved);
  CHECK(eventually([&] { return model.delivery() == Delivery::Sent; }));
}

TEST_CASE_METHOD(EntryFixture, "offline the ticket says that it is saved on the phone", "[entry]") {
  goOffline();
  REQUIRE(model.save(QStringLiteral("B 1 A"), {}));
  CHECK(model.isTicketShown());
  CHECK(model.delivery() == Delivery::Saved);
  CHECK(server.submits.empty());
}

TEST_CASE_METHOD(EntryFixture, "a refused car is told on its ticket", "[entry]") {
  server.onSubmit = [&](const protocol::submit& s) { server.reject(s, errc::bad_plate); };
  REQUIRE(model.save(QStringLiteral("B 1 A"), {}));
  CHECK(eventually([&] { return model.delivery() == Delivery::NeedsAttention; }));
}

TEST_CASE_METHOD(EntryFixture, "a car without a plate is recorded with the reason", "[entry]") {
  REQUIRE(model.save({}, QStringLiteral("Plat lepas")));
  REQUIRE(eventually([&] { return server.submits.size() == 1; }));
  CHECK_FALSE(sent<protocol::entry_data>(0).plate);
  CHECK(sent<protocol::entry_data>(0).plate_reason == "Plat lepas");
  CHECK(model.ticketPlate().isEmpty());
}

TEST_CASE_METHOD(EntryFixture,
                 "a plate that is inside is refused with words, and recorded when a person insists",
                 "[entry]") {
  REQUIRE(model.save(QStringLiteral("B 1 A"), {}));
  model.next();
  CHECK_FALSE(model.save(QStringLiteral("B 1 A"), {}));
  CHECK_FALSE(model.isTicketShown());
  CHECK(model.plateInside() == QStringLiteral("B 1 A"));
  CHECK_FALSE(model.trouble().isEmpty());
  CHECK_FALSE(model.nextStep().isEmpty());
  REQUIRE(model.saveAnyway());
  CHECK(model.isTicketShown());
  CHECK(model.trouble().isEmpty());
}

TEST_CASE_METHOD(EntryFixture, "undo records that the car left free by a gate that lets cars out",
                 "[entry]") {
  REQUIRE(model.save(QStringLiteral("B 1 A"), {}));
  REQUIRE(model.isUndoable());
  REQUIRE(model.undo());
  CHECK_FALSE(model.isTicketShown());
  REQUIRE(eventually([&] { return server.submits.size() == 2; }));
  const auto& exit = sent<protocol::exit_data>(1);
  CHECK(exit.session_id == sent<protocol::entry_data>(0).session_id);
  CHECK(exit.gate_id == "out-1");
  CHECK(exit.charged == rupiah{0});
  CHECK(exit.paid->reference == "Diurungkan di Masuk 1");
  CHECK(model.save(QStringLiteral("B 1 A"), {})); // Nobody is inside any more.
}

TEST_CASE_METHOD(EntryFixture,
                 "the class and the area code are kept for the next car, over restarts",
                 "[entry]") {
  REQUIRE(model.save(QStringLiteral("DK 77 QQ"), {}));
  CHECK(model.recentArea() == QStringLiteral("DK"));
  EntryModel again;
  again.setWorkplace(workplace.get());
  CHECK(again.vehicle() == QStringLiteral("MOBIL"));
  CHECK(again.recentArea() == QStringLiteral("DK"));
}

TEST_CASE_METHOD(EntryFixture, "what the camera shows goes with the car, and up to the server",
                 "[entry][photo]") {
  turnCameraOn();
  REQUIRE(model.save(QStringLiteral("B 1 A"), {}));
  CHECK_FALSE(model.hasPhoto());
  REQUIRE(eventually([&] { return server.submits.size() == 1; }));
  const auto photo = sent<protocol::entry_data>(0).photo;
  REQUIRE(photo);
  CHECK(client->photoPath(*photo).contains(QStringLiteral("/Images/Masuk/")));
  CHECK(eventually([&] { return server.photoBodies.size() == 1; }));
  CHECK(eventually([&] { return client->photosPending() == 0; }));
}

TEST_CASE_METHOD(EntryFixture, "a photo that was taken stays, whatever the camera shows later",
                 "[entry][photo]") {
  turnCameraOn();
  REQUIRE(model.takePhoto());
  workplace->camera()->unwatch();
  CHECK(model.hasPhoto());
  REQUIRE(model.save(QStringLiteral("B 1 A"), {}));
  REQUIRE(eventually([&] { return server.submits.size() == 1; }));
  CHECK(sent<protocol::entry_data>(0).photo);
}

TEST_CASE_METHOD(EntryFixture, "a car without a plate needs a photo where there is a camera",
                 "[entry][photo]") {
  turnCameraOn();
  workplace->camera()->unwatch();
  CHECK_FALSE(model.save({}, QStringLiteral("Plat lepas")));
  CHECK(model.trouble() == QStringLiteral("Tanpa plat perlu foto"));
  workplace->camera()->watch();
  REQUIRE(eventually([&] { return !workplace->camera()->frame().isNull(); }));
  REQUIRE(model.save({}, QStringLiteral("Plat lepas")));
  REQUIRE(eventually([&] { return server.submits.size() == 1; }));
  CHECK(sent<protocol::entry_data>(0).photo);
}

TEST_CASE_METHOD(EntryFixture, "offline the photos wait on the phone, over a restart",
                 "[entry][photo]") {
  turnCameraOn();
  goOffline();
  REQUIRE(model.save(QStringLiteral("B 1 A"), {}));
  CHECK(client->photosPending() == 1);
  CHECK(server.photoBodies.empty());
  goBack();
  CHECK(eventually([&] { return server.photoBodies.size() == 1; }));
}
