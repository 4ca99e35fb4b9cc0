#include "mobile/features/shift/readymodel.h"

#include "workplacefixture.h"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using Standing = ReadyModel::Standing;

namespace {

class WornDevice : public Condition {
public:
  explicit WornDevice(int percent) : m_percent(percent) {}
  [[nodiscard]] std::optional<int> battery() const override { return m_percent; }
  [[nodiscard]] bool isCharging() const override { return false; }

private:
  int m_percent;
};

struct ReadyFixture : WorkplaceFixture {
  void useBattery(int percent) { use(percent, dir.path()); }
  void use(int percent, const QString& folder) {
    auto platform = makeDesk(dir.path());
    platform.condition = std::make_unique<WornDevice>(percent);
    workplace = std::make_unique<Workplace>(*client, folder, std::move(platform));
    ready.setWorkplace(workplace.get());
  }
  [[nodiscard]] QVariant of(const char* name, ReadyModel::Role role) const {
    for (int row = 0; row < ready.rowCount({}); ++row)
      if (ready.data(ready.index(row), ReadyModel::NameRole) == QString::fromLatin1(name))
        return ready.data(ready.index(row), role);
    FAIL("no check " << name);
    return {};
  }
  [[nodiscard]] Standing standing(const char* name) const {
    return of(name, ReadyModel::StandingRole).value<Standing>();
  }
  [[nodiscard]] std::string finding(const char* name) const {
    return of(name, ReadyModel::FindingRole).toString().toStdString();
  }

  ReadyModel ready;
};

} // namespace

TEST_CASE_METHOD(ReadyFixture, "a low battery is told before it is empty", "[shift][ready]") {
  const auto [percent, wanted] = GENERATE(
      table<int, Standing>({{80, Standing::Fine}, {29, Standing::Mind}, {14, Standing::Bad}}));
  useBattery(percent);
  CHECK(standing("battery") == wanted);
  CHECK(finding("battery") == std::to_string(percent) + " %");
}

TEST_CASE_METHOD(ReadyFixture, "offline the age of what the phone knows is told",
                 "[shift][ready]") {
  useBattery(80);
  CHECK(standing("replica") == Standing::Fine);
  CHECK(finding("replica") == "terkini");
  goOffline();
  clock.advance(std::chrono::hours{2});
  ready.check();
  CHECK(standing("replica") == Standing::Mind);
  CHECK(finding("replica").find("data s.d. ") == 0);
  clock.advance(std::chrono::hours{48});
  ready.check();
  CHECK(standing("replica") == Standing::Bad);
}

TEST_CASE_METHOD(ReadyFixture, "a printer that does not answer is told, and refuses nothing",
                 "[shift][ready]") {
  REQUIRE(client->store().setSetting("printer.address", "127.0.0.1:1"));
  useBattery(80);
  REQUIRE(eventually([&] { return standing("printer") == Standing::Mind; }));
  CHECK(ready.concerns() >= 1);
}

TEST_CASE_METHOD(ReadyFixture, "what was found is recorded", "[shift][ready]") {
  useBattery(12);
  ready.keep();
  REQUIRE(eventually([&] { return server.submits.size() == 1; }));
  const auto& note = sent<protocol::note_data>(0);
  CHECK(note.what == protocol::note_kind::ready_check);
  CHECK(note.text.find("Baterai: 12 %") != std::string::npos);
  CHECK(note.text.find("Penyimpanan: ") != std::string::npos);
}

namespace {

/// One point that is bad while the others are fine, and what is said of it.
struct Fault {
  const char* name;
  std::function<void(ReadyFixture&)> make;
  Standing standing;
  const char* finding;
};

const std::vector<Fault>& faults() {
  using namespace std::chrono_literals;
  static const std::vector<Fault> all{
      {"battery", [](ReadyFixture& f) { f.useBattery(9); }, Standing::Bad, "9 %"},
      {"storage", [](ReadyFixture& f) { f.use(80, "/no/such/folder"); }, Standing::Bad,
       "tidak diketahui"},
      {"clock",
       [](ReadyFixture& f) {
         f.clock.setWall(1min);
         f.useBattery(80);
       },
       Standing::Mind, "selisih 60 detik, dikoreksi"},
      {"tariff",
       [](ReadyFixture& f) {
         auto config = demoConfig();
         config.vehicle_types.push_back({domain::vehicle_class::bus, "Bus", "Bus", 2});
         f.server.config = protocol::encode(config);
         f.server.greeting.config_version = 99;
         f.goOffline();
         f.goBack();
         REQUIRE(eventually([&] { return f.client->config()->vehicle_types.size() == 2; }));
         f.useBattery(80);
       },
       Standing::Bad, "tidak ada untuk Bus"},
      {"replica",
       [](ReadyFixture& f) {
         f.goOffline();
         f.clock.advance(std::chrono::days{2});
         f.useBattery(80);
       },
       Standing::Bad, "data s.d. "},
      {"key",
       [](ReadyFixture& f) {
         const auto own = f.client->ownTicketKey().value();
         f.server.keys = {
             {*f.client->deviceNo(), crypto::to_base64(own.key), from_ms(0), f.clock.now() - 1h}};
         f.goOffline();
         f.goBack();
         REQUIRE(eventually([&] { return f.client->ownTicketKey()->valid_to.has_value(); }));
         f.useBattery(80);
       },
       Standing::Bad, "sudah dicabut"},
      {"printer",
       [](ReadyFixture& f) {
         REQUIRE(f.client->store().setSetting("printer.address", "127.0.0.1:1"));
         f.useBattery(80);
         REQUIRE(eventually([&] { return f.standing("printer") != Standing::Fine; }));
       },
       Standing::Mind, "tidak menjawab"}};
  return all;
}

} // namespace

TEST_CASE_METHOD(ReadyFixture, "each of the seven points is told by itself", "[shift][ready]") {
  useBattery(80);
  CHECK(ready.rowCount({}) == static_cast<int>(faults().size()));
  CHECK(ready.concerns() == 0);
  const auto index = GENERATE(range(std::size_t{0}, std::size_t{7}));
  const auto& fault = faults().at(index);
  INFO(fault.name);
  fault.make(*this);
  CHECK(standing(fault.name) == fault.standing);
  CHECK(finding(fault.name).starts_with(fault.finding));
  CHECK(ready.concerns() == 1);
}
