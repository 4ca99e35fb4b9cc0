#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

/// What changes of a gate while it works; the rest stands in the configuration.
struct gate_state {
  std::string id;
  protocol::gate_mode mode = protocol::gate_mode::automatic;
  std::optional<protocol::gate_last_open> last_open;
};

struct stored_command {
  protocol::gate_command shown;
  std::string username;
  std::optional<instant> settled_at;
};

struct command_cursor {
  instant requested_at{};
  std::string id;
};

struct command_filter {
  std::optional<instant> from;
  std::optional<instant> to;
  std::optional<command_cursor> after;
  std::int64_t limit = 50;
  std::optional<std::string> username{};
  std::optional<std::string> gate_id{};
  bool is_manual = false; ///< Only those without a session.
};

struct command_page {
  std::vector<stored_command> commands; ///< Newest first.
  std::optional<command_cursor> next;
};

class gate_repository {
public:
  virtual ~gate_repository() = default;
  /// A gate that nothing ever happened to is in its first state.
  [[nodiscard]] virtual result<gate_state> find(const std::string& gate_id) = 0;
  [[nodiscard]] virtual result<std::vector<gate_state>> all() = 0;
  [[nodiscard]] virtual result<void> put(const gate_state& row) = 0;
  [[nodiscard]] virtual result<std::optional<stored_command>> find_command(const uuid& id) = 0;
  [[nodiscard]] virtual result<void> insert_command(const stored_command& row) = 0;
  [[nodiscard]] virtual result<void> settle_command(const stored_command& row) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::gate_command>> unsettled_commands() = 0;
  [[nodiscard]] virtual result<command_page> list_commands(const command_filter& filter) = 0;
  /// Commands of [from, to) without a session, by who asked for them; `gate_id` empty: everywhere.
  [[nodiscard]] virtual result<std::map<std::string, std::int64_t>>
  count_manual(instant from, instant to, const std::string& gate_id) = 0;
};

} // namespace palang::storage
