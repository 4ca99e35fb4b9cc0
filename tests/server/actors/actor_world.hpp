#pragma once

#include "server/actors/root.hpp"
#include "server/ttlock/token.hpp"
#include "tests/server/actors/fake_cloud.hpp"
#include "tests/server/actors/fake_ledger.hpp"
#include "tests/server/actors/fake_network.hpp"

#include <caf/actor_system_config.hpp>
#include <caf/scheduler/test_coordinator.hpp>
#include <caf/scoped_actor.hpp>
#include <caf/send.hpp>

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace palang::testing {

/// All actors of palangd over a ledger in memory and no network, moved step by step: nothing runs
/// but by run(), no time passes but by pass().
class actor_world {
public:
  explicit actor_world(actors::journal_sizes sizes = {}, bool has_cloud = false);
  ~actor_world();

  /// Until no actor has anything to do, but for those that are held.
  void run();
  /// The actors of this name do nothing until release(): a database that hangs.
  void hold(std::string name) { held_ = std::move(name); }
  void release() { held_.clear(); }
  /// The same, in an order that `random` chooses.
  void run_shuffled(std::mt19937_64& random);
  /// Time passes, in steps that no timer of ours is shorter than.
  void pass(milliseconds time);

  template <class Handle, class Message>
  void tell(const Handle& whom, Message&& what) {
    caf::anon_send(whom, std::forward<Message>(what));
  }

  /// The answer to a request; nullopt when none came while everything ran.
  template <class Answer, class Handle, class Message>
  std::optional<Answer> ask(const Handle& whom, Message&& what) {
    caf::scoped_actor self{system, true};
    auto pending = self->request(whom, std::chrono::seconds{3600}, std::forward<Message>(what));
    run();
    std::optional<Answer> answer;
    if (self->has_next_message())
      pending.receive([&](Answer& a) { answer = std::move(a); }, [](const caf::error&) {});
    return answer;
  }

  // -- clients
  /// A token that the ledger knows.
  std::string make_token(protocol::role role = protocol::role::attendant,
                         std::optional<uuid> device = std::nullopt);
  actors::connection_id open();
  void receive(actors::connection_id from, protocol::client_message message);
  /// Opens, says hello and runs.
  actors::connection_id greet(const std::string& token,
                              std::optional<protocol::resume_point> resume = std::nullopt,
                              std::vector<std::string> topics = {"session"});
  /// Tells those that asked for it that their queue has left.
  void drain_links();
  static protocol::submit make_submit();

  [[nodiscard]] const actors::environment& at() const { return *root->handles(); }

  caf::scheduler::test_coordinator& scheduler() {
    return dynamic_cast<caf::scheduler::test_coordinator&>(system.scheduler());
  }

  manual_clock clock{from_ms(1'790'000'000'000)};
  fake_ledger ledger;
  fake_network network;
  fake_cloud cloud; ///< With has_cloud.
  ops::metrics meters;
  std::string last_line; ///< What root gave up with.
  caf::actor_system_config settings;
  caf::actor_system system;
  std::optional<actors::root> root;

private:
  void connect_cloud(actors::environment& to);

  std::unique_ptr<ttlock::token_source> tokens_;
  std::string held_;
  actors::connection_id next_connection_ = 1;
};

} // namespace palang::testing
