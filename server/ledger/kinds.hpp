#pragma once

#include "server/ledger/context.hpp"

#include <optional>
#include <string>

/// What each kind of submission does (PROTOCOL 3.5). Every function first checks and then writes: a
/// refusal leaves nothing behind. Errors: the domain rejections of the kind; db_unavailable,
/// corrupt and internal are the storage's.
namespace palang::ledger {

struct effect {
  std::string data;               ///< The answer's `data`, JSON text.
  std::optional<uuid> session_id; ///< The session that it was about.
};

[[nodiscard]] result<effect> apply(context& c, const protocol::entry_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::exit_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::void_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::correct_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::merge_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::gate_open_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::gate_mode_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::shift_open_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::shift_close_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::alert_resolve_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::lock_sync_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::config_set_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::device_approve_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::device_revoke_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::user_set_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::note_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::approval_answer_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::opening_judge_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::duplicate_keep_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::duplicate_reopen_data& d);
[[nodiscard]] result<effect> apply(context& c, const protocol::merge_undo_data& d);

} // namespace palang::ledger
