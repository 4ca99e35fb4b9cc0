#pragma once

#include "shared/protocol/json_reader.hpp"
#include "shared/protocol/objects.hpp"

/// Internal to the codec: how the objects of PROTOCOL section 7 are read where they lie inside a
/// message.
namespace palang::protocol {

void read(const json_node& node, domain::vehicle_class& out);
void read(const json_node& node, domain::tariff& out);
void read(const json_node& node, domain::fee_step& out);
void read(const json_node& node, domain::fee& out);
void read(const json_node& node, role& out);
void read(const json_node& node, user& out);
void read(const json_node& node, session_status& out);
void read(const json_node& node, session& out);
void read(const json_node& node, gate_direction& out);
void read(const json_node& node, gate_mode& out);
void read(const json_node& node, gate_last_open& out);
void read(const json_node& node, gate& out);
void read(const json_node& node, command_state& out);
void read(const json_node& node, gate_command& out);
void read(const json_node& node, alert_kind& out);
void read(const json_node& node, severity& out);
void read(const json_node& node, alert_refers& out);
void read(const json_node& node, alert& out);
void read(const json_node& node, payment& out);
void read(const json_node& node, shift& out);
void read(const json_node& node, seq_range& out);
void read(const json_node& node, device_status& out);
void read(const json_node& node, device& out);
void read(const json_node& node, device_key& out);
void read(const json_node& node, audit_entry& out);
void read(const json_node& node, sync_log_entry& out);
void read(const json_node& node, stats_row& out);
void read(const json_node& node, lock_state& out);
void read(const json_node& node, coverage& out);
void read(const json_node& node, coverage_hour& out);
void read(const json_node& node, lock_signal& out);
void read(const json_node& node, lock& out);
void read(const json_node& node, gateway& out);
void read(const json_node& node, record_source& out);
void read(const json_node& node, lock_record& out);
void read(const json_node& node, opening_state& out);
void read(const json_node& node, opening_cause& out);
void read(const json_node& node, opening_verdict& out);
void read(const json_node& node, opening_judgement& out);
void read(const json_node& node, opening& out);

[[nodiscard]] std::string encode(const gate_last_open& x);
[[nodiscard]] std::string encode(const coverage_hour& x);
[[nodiscard]] std::string encode(const lock_signal& x);
[[nodiscard]] std::string encode(const opening_judgement& x);
[[nodiscard]] std::string encode_tariff(const domain::tariff& x);

} // namespace palang::protocol
