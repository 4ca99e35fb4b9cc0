#include "server/actors/gateway_turns.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::actors;
using namespace std::chrono_literals;

namespace {

const instant noon = from_ms(1'790'000'000'000);

/// Turns over tickets that are names, and who was told what.
struct desk {
  gateway_turns<std::string> turns;
  std::vector<std::string> begun;
  std::vector<std::string> too_late;

  desk() {
    turns.set_links({{"a", {"west"}}, {"b", {"west"}}, {"c", {"east"}}, {"d", {"west", "east"}}});
  }
  void deal(instant now = noon) {
    turns.deal(now, [this](const std::string& who, bool is_yours) {
      (is_yours ? begun : too_late).push_back(who);
    });
  }
};

} // namespace

TEST_CASE("one command at a time goes through a gateway, first come first served",
          "[actors][locks]") {
  desk at;
  at.turns.wait("a", noon + 30s, "first");
  at.turns.wait("b", noon + 30s, "second");
  at.turns.wait("a", noon + 30s, "third");
  at.deal();
  CHECK(at.begun == std::vector<std::string>{"first"});
  at.turns.over("a");
  at.deal();
  CHECK(at.begun == std::vector<std::string>{"first", "second"});
}

TEST_CASE("locks of different gateways do not wait for each other", "[actors][locks]") {
  desk at;
  at.turns.wait("a", noon + 30s, "west");
  at.turns.wait("c", noon + 30s, "east");
  at.deal();
  CHECK(at.begun.size() == 2);
}

TEST_CASE("a lock that two gateways reach waits for both", "[actors][locks]") {
  desk at;
  at.turns.wait("c", noon + 30s, "east");
  at.turns.wait("d", noon + 30s, "either");
  at.deal();
  CHECK(at.begun == std::vector<std::string>{"east"});
}

TEST_CASE("a lock without a gateway is its own", "[actors][locks]") {
  desk at;
  at.turns.wait("x", noon + 30s, "once");
  at.turns.wait("x", noon + 30s, "again");
  at.turns.wait("y", noon + 30s, "other");
  at.deal();
  CHECK(at.begun == std::vector<std::string>{"once", "other"});
}

TEST_CASE("who waited until it was too late is told so", "[actors][locks]") {
  desk at;
  at.turns.wait("a", noon + 30s, "first");
  at.turns.wait("b", noon + 2s, "second");
  at.deal();
  at.deal(noon + 2s);
  CHECK(at.too_late == std::vector<std::string>{"second"});
}
