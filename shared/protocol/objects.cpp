#include "shared/protocol/objects.hpp"

#include "shared/protocol/words.hpp"

namespace palang::protocol {

namespace {

constexpr word_table<role> roles{"attendant", "supervisor", "admin"};
constexpr word_table<device_status> device_statuses{"pending", "approved", "revoked"};
constexpr word_table<session_status> session_statuses{"open", "closed", "void", "merged",
                                                      "exit_only"};
constexpr word_table<gate_direction> directions{"in", "out", "both"};
constexpr word_table<gate_mode> modes{"auto", "held_open", "closed"};
constexpr word_table<command_state> command_states{"requested", "sent",    "confirmed",
                                                   "failed",    "unknown", "expired"};
constexpr word_table<severity> severities{"info", "warning", "critical"};
constexpr word_table<alert_kind> alert_kinds{
    "duplicate",       "double_exit",         "exit_without_entry", "fee_difference", "clock_fault",
    "device_gap",      "unexplained_opening", "no_opening",         "forced_opening", "battery_low",
    "gateway_offline", "records_lost",        "quota_low"};
constexpr word_table<lock_state> lock_states{{"locked", "unlocked", "unknown"}};
constexpr word_table<coverage> coverages{{"covered", "doubtful", "blind"}};
constexpr word_table<record_source> record_sources{{"callback", "pull"}};
constexpr word_table<opening_state> opening_states{
    {"awaiting_cause", "awaiting_record", "explained", "unexplained", "no_opening", "alarmed"}};
constexpr word_table<opening_cause> opening_causes{
    {"none", "entry", "exit", "manual", "test", "person"}};
constexpr word_table<opening_verdict> opening_verdicts{{"justified", "misuse", "fault"}};

} // namespace

std::string_view to_string(role r) noexcept {
  return roles.word(r);
}
std::optional<role> role_from(std::string_view word) noexcept {
  return roles.find(word);
}

std::string_view to_string(device_status s) noexcept {
  return device_statuses.word(s);
}
std::optional<device_status> device_status_from(std::string_view word) noexcept {
  return device_statuses.find(word);
}

std::string_view to_string(session_status s) noexcept {
  return session_statuses.word(s);
}
std::optional<session_status> session_status_from(std::string_view word) noexcept {
  return session_statuses.find(word);
}

std::string_view to_string(gate_direction d) noexcept {
  return directions.word(d);
}
std::optional<gate_direction> gate_direction_from(std::string_view word) noexcept {
  return directions.find(word);
}

std::string_view to_string(gate_mode m) noexcept {
  return modes.word(m);
}
std::optional<gate_mode> gate_mode_from(std::string_view word) noexcept {
  return modes.find(word);
}

std::string_view to_string(command_state s) noexcept {
  return command_states.word(s);
}
std::optional<command_state> command_state_from(std::string_view word) noexcept {
  return command_states.find(word);
}

std::string_view to_string(alert_kind k) noexcept {
  return alert_kinds.word(k);
}
std::optional<alert_kind> alert_kind_from(std::string_view word) noexcept {
  return alert_kinds.find(word);
}

std::string_view to_string(severity s) noexcept {
  return severities.word(s);
}
std::optional<severity> severity_from(std::string_view word) noexcept {
  return severities.find(word);
}

std::string_view to_string(lock_state s) noexcept {
  return lock_states.word(s);
}
std::optional<lock_state> lock_state_from(std::string_view word) noexcept {
  return lock_states.find(word);
}

std::string_view to_string(coverage c) noexcept {
  return coverages.word(c);
}
std::optional<coverage> coverage_from(std::string_view word) noexcept {
  return coverages.find(word);
}

std::string_view to_string(record_source s) noexcept {
  return record_sources.word(s);
}
std::optional<record_source> record_source_from(std::string_view word) noexcept {
  return record_sources.find(word);
}

std::string_view to_string(opening_state s) noexcept {
  return opening_states.word(s);
}
std::optional<opening_state> opening_state_from(std::string_view word) noexcept {
  return opening_states.find(word);
}

std::string_view to_string(opening_cause c) noexcept {
  return opening_causes.word(c);
}
std::optional<opening_cause> opening_cause_from(std::string_view word) noexcept {
  return opening_causes.find(word);
}

std::string_view to_string(opening_verdict v) noexcept {
  return opening_verdicts.word(v);
}
std::optional<opening_verdict> opening_verdict_from(std::string_view word) noexcept {
  return opening_verdicts.find(word);
}

} // namespace palang::protocol
