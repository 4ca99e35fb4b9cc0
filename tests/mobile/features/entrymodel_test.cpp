#include "mobile/features/entry/entrymodel.h"

#include "workplacefixture.h"

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
