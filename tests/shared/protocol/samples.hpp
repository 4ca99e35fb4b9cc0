#pragma once

#include "shared/protocol/codec.hpp"

#include <string>
#include <vector>

/// One valid example of everything that crosses the wire, with every optional field filled in.
namespace palang::protocol::samples {

inline constexpr instant morning{milliseconds{1'742'785'200'000}}; ///< 2025-03-24 10:00 WIB

[[nodiscard]] uuid id(unsigned char last);
[[nodiscard]] session closed_session();
[[nodiscard]] gate exit_gate();
[[nodiscard]] alert duplicate_alert();
[[nodiscard]] lock exit_lock();
[[nodiscard]] gateway tower_gateway();
[[nodiscard]] lock_record card_record();
[[nodiscard]] opening explained_opening();
[[nodiscard]] shift counted_shift();
[[nodiscard]] device approved_device();
[[nodiscard]] user supervisor();
[[nodiscard]] domain::fee hour_fee();
[[nodiscard]] config site();

/// One of each kind, in the order of the variant.
[[nodiscard]] std::vector<submit> submissions();
[[nodiscard]] std::vector<query> queries();
[[nodiscard]] std::vector<server_message> server_messages();

/// The frames of submissions(), queries(), a hello and a ping.
[[nodiscard]] std::vector<std::string> client_frames();

} // namespace palang::protocol::samples
