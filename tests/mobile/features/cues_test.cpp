#include "mobile/features/entry/entrymodel.h"
#include "workplacefixture.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

/// Remembers instead of sounding.
class HeardCues : public Cues {
public:
  explicit HeardCues(std::vector<Cue>& heard) : m_heard(heard) {}
  void give(Cue cue) override { m_heard.push_back(cue); }
  [[nodiscard]] bool areUsual() const override { return true; }

private:
  std::vector<Cue>& m_heard;
};

struct CuesFixture : WorkplaceFixture {
  CuesFixture() {
    auto platform = makePlatform(dir.path(), {});
    platform.cues = std::make_unique<HeardCues>(heard);
    workplace = std::make_unique<Workplace>(*client, dir.path(), std::move(platform));
    workplace->setGateId(QStringLiteral("in-1"));
    entry.setWorkplace(workplace.get());
  }

  std::vector<Cue> heard;
  EntryModel entry;
};

} // namespace

TEST_CASE_METHOD(CuesFixture, "what is recorded sounds good, what is refused does not", "[cues]") {
  REQUIRE(entry.save(QStringLiteral("B1234XYZ"), {}));
  CHECK(heard == std::vector{Cue::Good});
  REQUIRE_FALSE(entry.save(QStringLiteral("B1234XYZ"), {}));
  CHECK(heard == std::vector{Cue::Good, Cue::Refused});
}

TEST_CASE_METHOD(CuesFixture, "whoever wants no cues gets none, after a restart neither",
                 "[cues]") {
  workplace->setCues(false);
  REQUIRE(entry.save(QStringLiteral("B1234XYZ"), {}));
  CHECK(heard.empty());
  CHECK(Workplace(*client).givesCues() == false);
  workplace->setCues(true);
  CHECK(heard == std::vector{Cue::Good});
}
