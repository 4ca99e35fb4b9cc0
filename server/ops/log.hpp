#pragma once

#include "shared/core/uuid.hpp"

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

/// The log: one line per event, `<time> <level> <event-id> key=value …`, to stderr and to
/// DIR/logs/palangd.log. Only what has a key below can be logged at all: there is none for
/// passwords, tokens, plates or bodies. Thread: any.
namespace palang::log {

/// The only things that a line may tell, named as they are written.
enum class key : std::uint8_t {
  actor,
  address,
  after,
  attempt,
  bytes,
  code,
  command,
  connection,
  count,
  device,
  dir,
  event,
  field,
  gate,
  kind,
  listener,
  ms,
  outcome,
  port,
  reason,
  remote,
  role,
  seq,
  status,
  url,
  user,
  version,
  last = version
};
[[nodiscard]] std::string_view to_string(key k) noexcept;

/// One `key=value`. Text with spaces or control characters is quoted and escaped; long text is cut.
struct field {
  field(key k, std::string_view text);
  field(key k, const std::string& text) : field(k, std::string_view{text}) {}
  field(key k, const char* text) : field(k, std::string_view{text}) {}
  field(key k, const uuid& id) : field(k, palang::to_string(id)) {}
  template <std::integral T>
  field(key k, T number) : name{k}, value{std::to_string(number)} {}

  key name;
  std::string value;
};

using fields = std::initializer_list<field>;

/// `event`: stable, kebab-case; what scripts look for.
void debug(std::string_view event, fields about = {});
void info(std::string_view event, fields about = {});
void warn(std::string_view event, fields about = {});
void error(std::string_view event, fields about = {});

/// `event key=value …` as it is written after time and level.
[[nodiscard]] std::string line(std::string_view event, fields about);

/// Writes to stderr and, with a folder, to a rotating file in it. Call once, before other threads
/// start. `level`: debug, info, warn or error. Without it nothing is written: tests are quiet.
/// Throws spdlog::spdlog_ex when the file cannot be opened.
void start(const std::filesystem::path& folder, const std::string& level);
void stop();

} // namespace palang::log
