#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

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
};

} // namespace palang::storage
