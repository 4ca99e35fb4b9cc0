#include "server/actors/root.hpp"

#include "server/actors/auth.hpp"
#include "server/actors/call_meter.hpp"
#include "server/actors/cloud_caller.hpp"
#include "server/actors/db_health.hpp"
#include "server/actors/gates.hpp"
#include "server/actors/hasher.hpp"
#include "server/actors/journal.hpp"
#include "server/actors/keeper.hpp"
#include "server/actors/locks.hpp"
#include "server/actors/photos.hpp"
#include "server/actors/retention.hpp"
#include "server/actors/sessions.hpp"
#include "server/actors/store_reader.hpp"
#include "server/actors/store_writer.hpp"
#include "server/config/defaults.hpp"

#include <caf/actor_cast.hpp>
#include <caf/exit_reason.hpp>
#include <caf/scoped_actor.hpp>
#include <caf/send.hpp>

#include <thread>

namespace palang::actors {

namespace {

/// Blocks (the database, the disk, Argon2id), so it has a thread of its own.
template <class F, class... Args>
auto blocking(bool is_threaded, F role, Args... args) {
  return [=](caf::event_based_actor* keeper) {
    return is_threaded ? caf::actor_cast<caf::actor>(
               keeper->spawn<caf::linked + caf::detached>(role, args...))
                       : caf::actor_cast<caf::actor>(keeper->spawn<caf::linked>(role, args...));
  };
}

template <class F, class... Args>
auto pooled(F role, Args... args) {
  return [=](caf::event_based_actor* keeper) {
    return caf::actor_cast<caf::actor>(keeper->spawn<caf::linked>(role, args...));
  };
}

/// What is counted is stored before it is spent. Called where calls are made: on threads that may
/// block.
void count_calls(caf::actor_system& system, const std::shared_ptr<environment>& env) {
  env->calls->store_with(
      [&system, writer = env->writer](const std::string& month, std::int64_t count) {
        caf::scoped_actor self{system, true};
        auto stored = done{fail(errc::db_unavailable, "no answer in time")};
        self->request(writer, defaults::write_timeout, change_locks{reserve_calls{month, count}})
            .receive([&](done& answer) { stored = std::move(answer); }, [](const caf::error&) {});
        return stored;
      });
}

} // namespace

root::root(caf::actor_system& system, environment outside,
           std::function<void(const std::string&)> give_up, bool is_threaded)
    : system_{system}, env_{std::make_shared<environment>(std::move(outside))} {
  env_->is_threaded = is_threaded;
  const auto failed_too_often = [give_up](const std::string& role, const std::string& reason) {
    give_up("palangd: " + role + " keeps failing (" + reason
            + "); the process ends so that it can be started afresh");
  };
  const auto keep = [&]<class Handle>(Handle& handle, kept_role role) {
    role.give_up = failed_too_often;
    keepers_.push_back(system.spawn(keeper, std::move(role), &env_->time, &env_->meters));
    handle = caf::actor_cast<Handle>(keepers_.back());
  };
  const environment_ptr env = env_;
  // What a writer committed before it failed may not have been told to the journal.
  const auto look_again = [env] { caf::anon_send(env->journal, catch_up{}); };
  keep(env_->writer, {"store-writer", 1, blocking(is_threaded, store_writer, env), look_again, {}});
  keep(env_->readers,
       {"store-reader", defaults::store_readers, blocking(is_threaded, store_reader, env), {}, {}});
  keep(env_->hasher, {"hasher", 1, blocking(is_threaded, hasher), {}, {}});
  keep(env_->photos, {"photos", 1, blocking(is_threaded, photos, env), {}, {}});
  keep(env_->retention, {"retention", 1, blocking(is_threaded, retention, env), {}, {}});
  keep(env_->journal, {"journal", 1, pooled(journal, env), {}, {}});
  // Who begins anew does not know whether the database is there.
  const auto say_again = [env] { caf::anon_send(env->health, tell_status{}); };
  keep(env_->sessions, {"sessions", 1, pooled(sessions, env), say_again, {}});
  keep(env_->auth, {"auth", 1, pooled(auth, env), {}, {}});
  keep(env_->gates, {"gates", 1, pooled(gates, env), {}, {}});
  if (env_->make_cloud) {
    if (is_threaded)
      count_calls(system, env_);
    keep(env_->cloud, {"cloud-caller",
                       defaults::cloud_callers,
                       blocking(is_threaded, cloud_caller, env),
                       {},
                       {}});
    keep(env_->clocks, {"clock-caller", 1, blocking(is_threaded, cloud_caller, env), {}, {}});
    keep(env_->locks, {"locks", 1, pooled(locks, env), say_again, {}});
  }
  keep(env_->health, {"db-health", 1, pooled(db_health, env), {}, {}});
  for (const auto& kept : keepers_)
    caf::anon_send(kept, start_now{});
}

root::~root() {
  end();
}

void root::end() {
  for (const auto& kept : keepers_)
    caf::anon_send_exit(kept, caf::exit_reason::user_shutdown);
}

bool root::wait_until_ready(std::chrono::milliseconds limit) {
  caf::scoped_actor self{system_, true};
  const auto end = std::chrono::steady_clock::now() + limit;
  bool is_ready = false;
  while (!is_ready && std::chrono::steady_clock::now() < end) {
    self->request(env_->journal, defaults::position_timeout, ask_position{})
        .receive([&](const position_result& here) { is_ready = here.has_value(); },
                 [](const caf::error&) {});
    if (!is_ready)
      std::this_thread::sleep_for(defaults::ready_poll);
  }
  return is_ready;
}

void root::drain_sessions(std::chrono::milliseconds limit) {
  caf::scoped_actor self{system_, true};
  self->request(env_->sessions, limit, drain{}).receive([](drained) {}, [](const caf::error&) {});
}

} // namespace palang::actors
