#include "mobile/features/shift/readymodel.h"

#include "workplacefixture.h"

#include <catch2/catch.hpp>

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
  void useBattery(int percent) {
    auto platform = makeDesk(dir.path());
    platform.condition = std::make_unique<WornDevice>(percent);
    workplace = std::make_unique<Workplace>(*client, dir.path(), std::move(platform));
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
