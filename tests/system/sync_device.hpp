#pragma once

#include "shared/core/uuid.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace palang::testing {

/// One record as the device's own store has it.
struct device_record {
  uuid id;
  uuid session_id;
  std::string kind;
  std::string state;
  std::int64_t device_seq = 0;
};

/// Of the outbox and its archive in a client's folder, on which nothing runs now.
[[nodiscard]] std::vector<device_record> device_records(const std::string& folder);

/// A real handheld without a screen: each action is a run of `palang-sync` on the same folder,
/// which may be killed. Thread: one.
class sync_device {
public:
  sync_device(std::string url, std::string username);

  /// Runs one command to its end, or SIGKILLs it after `kill_after`. Returns its first line of
  /// output when it ended with 0.
  std::optional<std::string> run(const std::vector<std::string>& command,
                                 std::optional<std::chrono::milliseconds> kill_after = {});

  /// Starts one command and goes on.
  [[nodiscard]] process begin(const std::vector<std::string>& command);

  /// Of the next runs; palang-sync at first.
  void set_program(std::string name, std::map<std::string, std::string> environment = {});

  /// Sends everything; false when something is left after a minute.
  bool drain();
  [[nodiscard]] std::vector<device_record> records() const {
    return device_records(folder_.file("device"));
  }

private:
  temp_dir folder_;
  std::string program_ = "palang-sync";
  std::map<std::string, std::string> environment_;
  std::string url_;
  std::string username_;
};

} // namespace palang::testing
