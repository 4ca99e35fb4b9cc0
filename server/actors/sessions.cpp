#include "server/actors/sessions.hpp"

#include "server/actors/session.hpp"
#include "server/ops/log.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>

namespace palang::actors {

namespace close_code = protocol::close_code;

namespace {

using self_ptr = sessions_actor::stateful_pointer<sessions_state>;

/// RFC 6455: the server cannot go on with this connection.
constexpr std::uint16_t internal_error = 1011;

void open(self_ptr self, const connection_opened& what) {
  auto& state = self->state;
  log::debug("connection-opened",
             {{log::key::connection, what.connection}, {log::key::remote, what.remote}});
  auto child =
      self->spawn<caf::linked>(session, state.env, what.connection, state.env->sessions, state.db);
  state.by_actor[child.id()] = what.connection;
  state.members[what.connection].actor = std::move(child);
  state.env->meters.connections_are(state.members.size());
}

void tell_drained(sessions_state& state) {
  if (!state.undrained.empty())
    return;
  for (auto& asker : std::exchange(state.drain_askers, {}))
    asker.deliver(drained{});
}

/// Everything about a connection whose session is no more.
void forget(sessions_state& state, connection_id id) {
  const auto member = state.members.extract(id);
  const auto& device = member.mapped().device;
  if (const auto at = device ? state.by_device.find(*device) : state.by_device.end();
      at != state.by_device.end() && at->second == id)
    state.by_device.erase(at);
  state.env->meters.connections_are(state.members.size());
  state.undrained.erase(id);
  tell_drained(state);
}

/// A session's end is normal after its connection closed; any other takes the connection along.
void session_ended(self_ptr self, const caf::exit_msg& gone, connection_id id) {
  if (gone.reason) {
    log::error("session-failed", {{log::key::connection, id},
                                  {log::key::reason, self->system().render(gone.reason)}});
    self->state.env->out.close(id, internal_error, "this session failed; connect again");
  }
  forget(self->state, id);
}

/// To the session of this connection. One that has none (this actor was started again) is closed:
/// the client comes back.
template <class Message>
void pass_on(self_ptr self, Message& what) {
  const auto found = self->state.members.find(what.connection);
  if (found == self->state.members.end())
    return self->state.env->out.close(what.connection, internal_error,
                                      "this session was lost; connect again");
  self->send(found->second.actor, std::move(what));
}

void end(self_ptr self, connection_id id, std::uint16_t code, const std::string& reason) {
  if (const auto found = self->state.members.find(id); found != self->state.members.end())
    self->send(found->second.actor, end_session{code, reason});
}

void greeted(self_ptr self, session_greeted& what) {
  auto& state = self->state;
  const auto found = state.members.find(what.connection);
  if (found == state.members.end())
    return;
  auto& member = found->second;
  member.token_hash = std::move(what.token_hash);
  member.user = what.who.user_id;
  member.device = what.who.device_id;
  if (!member.device)
    return;
  const auto [at, is_only] = state.by_device.try_emplace(*member.device, what.connection);
  if (!is_only)
    end(self, std::exchange(at->second, what.connection), close_code::taken_over,
        "the device connected again");
}

bool contains(const auto& list, const auto& item) {
  return std::ranges::find(list, item) != list.end();
}

void end_access(self_ptr self, const access_ended& what) {
  for (const auto& [id, member] : self->state.members) {
    if (member.device && contains(what.devices, *member.device))
      end(self, id, close_code::forbidden, "this device may not work any more");
    else if (contains(what.users, member.user) || contains(what.token_hashes, member.token_hash))
      end(self, id, close_code::unauthorized, "log in again");
  }
}

caf::result<drained> drain_all(self_ptr self) {
  auto& state = self->state;
  for (const auto& [id, member] : state.members) {
    state.undrained.insert(id);
    self->send(member.actor, drain{});
  }
  auto promise = self->make_response_promise<caf::typed_response_promise<drained>>();
  state.drain_askers.push_back(promise);
  tell_drained(state);
  return promise;
}

} // namespace

sessions_actor::behavior_type sessions(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  self->state.db.since = self->state.env->time.now();
  self->set_exit_handler([self](caf::exit_msg& gone) {
    if (const auto child = self->state.by_actor.extract(gone.source.id()); child)
      session_ended(self, gone, child.mapped());
    else
      self->quit(std::move(gone.reason));
  });
  return {
      [self](const connection_opened& what) { open(self, what); },
      [self](frame_received& what) { pass_on(self, what); },
      [self](connection_drained& what) { pass_on(self, what); },
      [self](connection_closed& what) {
        if (self->state.members.contains(what.connection))
          pass_on(self, what);
      },
      [self](session_greeted& what) { greeted(self, what); },
      [self](const access_ended& what) { end_access(self, what); },
      [self](const db_status& status) {
        self->state.db = status;
        for (const auto& [id, member] : self->state.members)
          self->send(member.actor, status);
      },
      [self](drain) { return drain_all(self); },
      [self](const session_drained& what) {
        self->state.undrained.erase(what.connection);
        tell_drained(self->state);
      },
  };
}

} // namespace palang::actors
