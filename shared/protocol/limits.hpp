#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// The numbers that PROTOCOL fixes. What an operator may change has its default in
/// server/config/settings.hpp.
namespace palang::protocol::limits {

using namespace std::chrono_literals;

inline constexpr std::size_t max_frame_bytes = 64 * 1024; ///< 3: larger inbound frames close 1009.
inline constexpr std::size_t max_photo_bytes = 5 * 1024 * 1024; ///< 4
inline constexpr std::size_t max_http_body_bytes = 64 * 1024;   ///< JSON bodies.
inline constexpr std::size_t max_pipeline = 64; ///< 3.5: submissions in flight of one connection.
inline constexpr std::size_t max_list_limit = 200; ///< 3.6
inline constexpr std::size_t max_replay = 2'000;  ///< 3.6: stays in one tariff.replay.
inline constexpr std::size_t max_find = 20;        ///< 3.6: session.find by prefix.
inline constexpr auto hello_deadline = 5s;         ///< 3.1: else close 4408.
inline constexpr auto heartbeat = 10s;             ///< 3.4: the client's ping.
inline constexpr auto server_ping = 20s;           ///< 3.4
inline constexpr auto silence = 45s;               ///< 3.4: drops the connection.
inline constexpr auto token_life = 16h;            ///< 2
inline constexpr auto gate_open_horizon = 30s;     ///< 3.5: expires_at at most this far ahead.
inline constexpr auto slow_consumer_stall = 30s;   ///< 3.7: close 4503.
inline constexpr std::size_t slow_consumer_bytes = 8 * 1024 * 1024; ///< 3.7: close 4503.
inline constexpr int bad_messages_per_minute = 10;                  ///< 3.7: the tenth closes 4400.
inline constexpr auto reconnect_min = 500ms;                        ///< 3.7
inline constexpr auto reconnect_max = 30s;                          ///< 3.7

// What the protocol leaves open. Characters are Unicode code points.
inline constexpr std::size_t max_free_text = 500; ///< Reasons, notes, names: what people type.
inline constexpr std::size_t max_name = 64;       ///< gate_id, username and other short names.
inline constexpr std::size_t max_plate = 32;      ///< With any spacing.
inline constexpr std::size_t max_ticket = 256;    ///< A signed ticket has 135.
/// Either side of 1970: sums of times stay far from 2^63.
inline constexpr std::int64_t max_instant_ms = 10'000'000'000'000'000;
/// Rupiah in one submission: sums of money stay far from 2^63.
inline constexpr std::int64_t max_amount = 10'000'000'000'000'000;
/// Rupiah for one block, day or fine of a tariff: so do products with a count.
inline constexpr std::int64_t max_tariff_amount = 1'000'000'000;

} // namespace palang::protocol::limits

/// WebSocket close codes (PROTOCOL 3.7).
namespace palang::protocol::close_code {

inline constexpr std::uint16_t going_away = 1001;
inline constexpr std::uint16_t not_text = 1003;
inline constexpr std::uint16_t too_large = 1009;
inline constexpr std::uint16_t bad_message = 4400;
inline constexpr std::uint16_t unauthorized = 4401;
inline constexpr std::uint16_t forbidden = 4403;
inline constexpr std::uint16_t no_hello = 4408;
inline constexpr std::uint16_t taken_over = 4409;
inline constexpr std::uint16_t too_many = 4429;
inline constexpr std::uint16_t too_slow = 4503;

} // namespace palang::protocol::close_code
