#pragma once

#include "shared/protocol/json_reader.hpp"
#include "shared/protocol/messages.hpp"

/// Internal to the codec: how parts of messages are read where they lie inside others.
namespace palang::protocol {

void read(const json_node& node, topic& out);
void read(const json_node& node, clock_source& out);
void read(const json_node& node, amount_filter& out);
void read(const json_node& node, duplicate_cause& out);
void read(const json_node& node, login_request& out);
void read(const json_node& node, login_reply& out);
/// Reads into the alternative that `out` holds.
void read(const json_node& node, submit_data& out);
void read(const json_node& node, query_data& out);

[[nodiscard]] std::string encode(const submit_data& data);
[[nodiscard]] std::string encode(const query_data& data);

} // namespace palang::protocol
