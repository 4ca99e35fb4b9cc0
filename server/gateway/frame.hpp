#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// WebSocket frames as a server sends them: final and unmasked (RFC 6455, section 5.2), so that one
/// frame serves every receiver. Thread: any.
namespace palang::gateway {

/// The header of a text frame whose payload of `payload_bytes` the caller appends.
void append_text_header(std::string& to, std::size_t payload_bytes);
void append_text_frame(std::string& to, std::string_view text);
[[nodiscard]] std::string text_frame(std::string_view text);

/// `reason` is cut to the 123 bytes that a close frame has room for, between two characters.
[[nodiscard]] std::string close_frame(std::uint16_t code, std::string_view reason);
[[nodiscard]] std::string ping_frame();

} // namespace palang::gateway
