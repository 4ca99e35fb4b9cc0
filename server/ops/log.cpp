#include "server/ops/log.hpp"

#include "server/config/defaults.hpp"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <memory>

namespace palang::log {

namespace {

constexpr std::size_t longest_text = 200;

constexpr std::array<std::string_view, static_cast<std::size_t>(key::last) + 1> key_words{
    "actor",      "address",  "after",  "attempt", "bytes", "code",   "command",
    "connection", "count",    "device", "dir",     "event", "field",  "gate",
    "kind",       "listener", "ms",     "outcome", "port",  "reason", "remote",
    "role",       "seq",      "status", "url",     "user",  "version"};

bool is_plain(char c) {
  return c > ' ' && c < 0x7f && c != '"' && c != '=' && c != '\\';
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\')
      out += {'\\', c};
    else if (static_cast<unsigned char>(c) < ' ' || c == 0x7f)
      out += '?';
    else
      out += c;
  }
  return out += '"';
}

/// Empty until start(): a log that nobody asked for goes nowhere.
std::shared_ptr<spdlog::logger>& current() {
  static std::shared_ptr<spdlog::logger> logger;
  return logger;
}

void write(spdlog::level::level_enum level, std::string_view event, fields about) {
  if (const auto& logger = current(); logger && logger->should_log(level))
    logger->log(level, line(event, about));
}

} // namespace

std::string_view to_string(key k) noexcept {
  return key_words[static_cast<std::size_t>(k)];
}

field::field(key k, std::string_view text) : name{k} {
  const bool is_bare = !text.empty() && std::ranges::all_of(text, is_plain);
  text = text.substr(0, longest_text);
  value = is_bare ? std::string{text} : quoted(text);
}

std::string line(std::string_view event, fields about) {
  std::string out{event};
  for (const auto& f : about) {
    out += ' ';
    out += to_string(f.name);
    out += '=';
    out += f.value;
  }
  return out;
}

void debug(std::string_view event, fields about) {
  write(spdlog::level::debug, event, about);
}
void info(std::string_view event, fields about) {
  write(spdlog::level::info, event, about);
}
void warn(std::string_view event, fields about) {
  write(spdlog::level::warn, event, about);
}
void error(std::string_view event, fields about) {
  write(spdlog::level::err, event, about);
}

void start(const std::filesystem::path& folder, const std::string& level) {
  std::vector<spdlog::sink_ptr> sinks{std::make_shared<spdlog::sinks::stderr_sink_mt>()};
  if (!folder.empty())
    sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
        (folder / "palangd.log").string(), defaults::log_file_bytes, defaults::log_files));
  auto logger = std::make_shared<spdlog::logger>("palangd", sinks.begin(), sinks.end());
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  logger->set_level(spdlog::level::from_str(level));
  logger->flush_on(spdlog::level::warn);
  spdlog::register_logger(logger);
  spdlog::flush_every(std::chrono::duration_cast<std::chrono::seconds>(defaults::log_flush));
  current() = std::move(logger);
}

void stop() {
  current().reset();
  spdlog::shutdown();
}

} // namespace palang::log
