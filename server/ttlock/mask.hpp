#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What may be stored or shown of what TTLock sent. Thread: any.
namespace palang::ttlock {

/// As much of a body as is worth keeping for a person.
inline constexpr std::size_t max_masked_bytes = 8 * 1024;

/// `text` (a form, JSON, JSON inside a form, or what was meant to be one of these) decoded and with
/// the value of every field replaced whose name is like a secret's: passcodes and passwords, keys
/// and data of locks, tokens, client secrets, the administrator's account. Besides, runs of four
/// digits and more are replaced everywhere but in ids and dates: a passcode may be a name, or stand
/// in a field that nobody has heard of. What cannot be parsed loses all such runs. At most `most`
/// bytes, cut between characters.
[[nodiscard]] std::string masked(std::string_view text, std::size_t most = max_masked_bytes);

/// True for the name of a field that must not be shown (any case, with or without `_`).
[[nodiscard]] bool is_secret_field(std::string_view name);

} // namespace palang::ttlock
