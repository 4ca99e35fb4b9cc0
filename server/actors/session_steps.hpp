#pragma once

#include "server/actors/session.hpp"

/// Internal to the session: its steps, one file per step.
namespace palang::actors {

using session_ptr = session_actor::stateful_pointer<session_state>;

// -- session.cpp
/// Closes once; nothing that comes later counts.
void close(session_ptr self, std::uint16_t code, const std::string& reason);
/// What came between hello and welcome, in order.
void take_early_frames(session_ptr self);
/// The store answered one submission, or did not in time.
void submission_left(session_ptr self);

// -- session_hello.cpp
/// Topics, token, role, position: then the welcome, and the replay if one was asked for.
void check_hello(session_ptr self, const protocol::hello& h);
/// Closes when the token has expired, else looks again in time.
void watch_token(session_ptr self);
/// The next page of the replay.
void replay_on(session_ptr self);

// -- session_submit.cpp
void take_submission(session_ptr self, protocol::submit s);
/// Answers in its turn.
void refuse_submission(session_ptr self, const uuid& id, const error& why);

// -- session_query.cpp
void take_query(session_ptr self, protocol::query q);

} // namespace palang::actors
