#pragma once

#include "server/config/settings.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the command line, the configuration file and the environment say together. A value is taken
/// from the first of these that has it: argument, file, environment, default.
namespace palang::config {

struct serve {};
struct migrate {
  std::string from; ///< With `to`: copy a database; both empty: update the site's own.
  std::string to;
  bool is_recounting = false; ///< The sums of reports, from what they sum up.
};
struct check {};
struct backup {
  std::string file; ///< Is written; must not exist.
};
struct restore {
  std::string file; ///< A backup.
};
struct user_add {
  std::string username;
  std::string name;
  protocol::role user_role = protocol::role::attendant;
};
struct user_set {
  std::string username;
  std::optional<std::string> name;
  std::optional<protocol::role> user_role;
  std::optional<bool> is_disabled;
  bool has_new_password = false;
};
struct user_list {};
struct device_list {};
struct device_approve {
  std::string device; ///< Id or number.
};
struct device_revoke {
  std::string device;
};
struct device_enrol {
  std::int64_t hours = 0; ///< How long the code may be used.
};

struct outbox_import {
  std::string file;
};

struct lock_list {};
struct lock_bind {
  std::string gate;
  std::string lock; ///< TTLock's lockId.
  std::optional<std::string> name;
};
struct lock_unbind {
  std::string gate;
};

using command = std::variant<serve, migrate, check, backup, restore, user_add, user_set, user_list,
                             device_list, device_approve, device_revoke, device_enrol, lock_list,
                             lock_bind, lock_unbind, outbox_import>;

struct invocation {
  command what;
  settings with;
};

/// There is nothing to do but to print `text` and to exit with `code`: 0 for --help and --version,
/// 2 for a mistake, then one line that names the key.
struct farewell {
  int code = 0;
  std::string text;
};

/// Reads the environment (PALANG_…) and the file that --config names.
[[nodiscard]] tl::expected<invocation, farewell>
read_command_line(const std::vector<std::string>& arguments);

} // namespace palang::config
