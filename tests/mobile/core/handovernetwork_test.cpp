#include "mobile/core/handoverlistener.h"
#include "mobile/core/handoversender.h"

#include "clientfixture.h"

#include "shared/protocol/outbox_copy.hpp"
#include "tests/support/tcp_relay.hpp"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

using namespace std::chrono_literals;
using End = HandoverSender::End;
using protocol::handover_answer;

const QList<QHostAddress> loopback{QHostAddress::LocalHost};

/// A taker and a giver in one network, which a test can cut.
struct OneNetwork : NeedsApplication {
  OneNetwork() {
    crypto::random_fill(sealed);
    offer = protocol::offer_of(sealed, 12, 3, 24);
    QObject::connect(&sender, &HandoverSender::finished, [this](End end) { ends.push_back(end); });
    QObject::connect(&listener, &HandoverListener::refused,
                     [this](handover_answer why) { refusals.push_back(why); });
    QObject::connect(&listener, &HandoverListener::arriving, [this] { onArriving(); });
  }
  void listen() {
    REQUIRE(listener.start(
        loopback, 5,
        {12, [](const protocol::handover_offer&) { return handover_answer::send; },
         [this](const protocol::handover_offer&, const crypto::bytes& bytes) -> result<void> {
           onKeep();
           kept.push_back(bytes);
           return {};
         }}));
    relay = std::make_unique<palang::testing::tcp_relay>(listener.invitation()->port);
  }
  [[nodiscard]] bool isKeptOnce() const { return kept.size() == 1 && kept.front() == sealed; }
  [[nodiscard]] protocol::handover_invitation throughRelay() const {
    auto invitation = *listener.invitation();
    invitation.port = relay->port();
    return invitation;
  }
  std::optional<End> give(const protocol::handover_invitation& invitation) {
    ends.clear();
    sender.start(invitation, offer, sealed);
    REQUIRE(QTest::qWaitFor([&] { return !ends.empty(); }, 30'000));
    return ends.front();
  }
  std::optional<End> give() { return give(throughRelay()); }

  crypto::bytes sealed = crypto::bytes(300'000);
  protocol::handover_offer offer;
  HandoverListener listener;
  HandoverSender sender{{.connecting = 500ms, .silence = 500ms}};
  std::unique_ptr<palang::testing::tcp_relay> relay;
  std::vector<crypto::bytes> kept;
  std::vector<End> ends;
  std::vector<handover_answer> refusals;
  std::function<void()> onArriving = [] {};
  std::function<void()> onKeep = [] {};
};

} // namespace

TEST_CASE_METHOD(OneNetwork, "a copy goes over the network once, and both ends know",
                 "[handover]") {
  listen();
  CHECK(give() == End::Kept);
  CHECK(isKeptOnce());
  SECTION("the same one again is only told that it is there") {
    CHECK(give() == End::Kept);
    CHECK(kept.size() == 1);
  }
  SECTION("another one needs another code") {
    sealed[0] ^= 1;
    offer = protocol::offer_of(sealed, 12, 3, 24);
    CHECK(give() == End::Refused);
    CHECK(sender.refusal() == handover_answer::spent);
    CHECK(refusals == std::vector{handover_answer::spent});
    CHECK(kept.size() == 1);
  }
}

TEST_CASE_METHOD(OneNetwork, "a cut anywhere is mended by the next try", "[handover]") {
  listen();
  int cuts = 0;
  SECTION("before the content") {
    onArriving = [this, &cuts] {
      if (cuts++ == 0)
        relay->drop();
    };
  }
  SECTION("before the answer that it is kept") {
    onKeep = [this, &cuts] {
      if (cuts++ == 0)
        relay->drop();
    };
  }
  CHECK(give() == End::Kept);
  CHECK(isKeptOnce());
}

TEST_CASE_METHOD(OneNetwork, "a network that stays silent is told of, and nothing is lost",
                 "[handover]") {
  listen();
  SECTION("on the way there") {
    onArriving = [this] { relay->cut_to_server(); };
    CHECK(give() == End::Cut);
    CHECK(kept.empty());
  }
  SECTION("on the way back, when the other one has it") {
    onKeep = [this] { relay->cut_to_client(); };
    CHECK(give() == End::Cut);
    CHECK(kept.size() == 1);
  }
  onArriving = [] {};
  onKeep = [] {};
  relay->mend();
  CHECK(give() == End::Kept);
  CHECK(isKeptOnce());
}

TEST_CASE_METHOD(OneNetwork, "nobody is there, or somebody else is", "[handover]") {
  listen();
  auto invitation = *listener.invitation();
  SECTION("the sheet there was closed") {
    listener.stop();
    CHECK_FALSE(listener.invitation());
    CHECK(give(invitation) == End::Unreachable);
  }
  SECTION("the sheet there was opened anew") {
    REQUIRE(listener.start(loopback, 5, {12, {}, {}}));
    invitation.port = listener.invitation()->port;
    CHECK(give(invitation) == End::Refused);
    CHECK(sender.refusal() == handover_answer::stranger);
    CHECK(refusals.empty());
  }
  SECTION("one of its addresses leads nowhere") {
    invitation.addresses.insert(invitation.addresses.begin(), 0x7f000102); // 127.0.1.2
    CHECK(give(invitation) == End::Kept);
  }
}

TEST_CASE_METHOD(OneNetwork, "strangers get nowhere and hold up nobody", "[handover]") {
  listen();
  std::vector<std::unique_ptr<QTcpSocket>> strangers;
  for (int i = 0; i < 3; ++i) {
    strangers.push_back(std::make_unique<QTcpSocket>());
    strangers.back()->connectToHost(QHostAddress::LocalHost, listener.invitation()->port);
    REQUIRE(eventually([&] { return strangers.back()->bytesAvailable() == 20; }));
  }
  strangers.front()->write(QByteArray(100'000, 'x'));
  REQUIRE(
      eventually([&] { return strangers.front()->state() == QAbstractSocket::UnconnectedState; }));
  CHECK(give() == End::Kept);
  CHECK(refusals.empty());
}

TEST_CASE_METHOD(OneNetwork, "without a network there is no invitation", "[handover]") {
  CHECK(listener.start({}, 5, {}).error().code == errc::not_found);
  CHECK_FALSE(listener.invitation());
}
