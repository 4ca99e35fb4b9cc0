#pragma once

#include "server/actors/actors.hpp"
#include "shared/core/uuid.hpp"

#include <caf/typed_event_based_actor.hpp>

#include <string>

namespace palang::actors {

/// Argon2id in libsodium's string form, "interactive" cost (64 MiB, about 0.1 s). The same password
/// and salt always give the same text; the salt is 16 bytes. Errors: internal when there is no
/// memory for it.
[[nodiscard]] result<std::string> hash_of(const std::string& password, const uuid& salt);

/// Whether `password` is what `hash` was made of. An empty `hash` costs as much and is never right.
[[nodiscard]] bool is_password(const std::string& password, const std::string& hash);

/// Does nothing else, so that a log-in delays nobody but other log-ins.
hasher_actor::behavior_type hasher(hasher_actor::pointer self);

} // namespace palang::actors
