#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace palang::testing {

/// A child process with its standard output piped to us; standard error goes to `error_file` or is
/// inherited. The destructor kills and reaps it. Thread: one.
class process {
public:
  struct options {
    std::vector<std::string> arguments;             ///< First: the program's path.
    std::map<std::string, std::string> environment; ///< Added to ours.
    std::string error_file;
  };

  explicit process(const options& o);
  ~process();
  process(const process&) = delete;
  process& operator=(const process&) = delete;

  /// The next line of its standard output, without the newline; nullopt at its end or after
  /// `limit`.
  [[nodiscard]] std::optional<std::string> read_line(std::chrono::milliseconds limit);
  /// Reads lines until one starts with `prefix`; returns what follows the prefix.
  [[nodiscard]] std::optional<std::string> wait_for(const std::string& prefix,
                                                    std::chrono::milliseconds limit);
  /// The rest of its standard output until it ends.
  [[nodiscard]] std::string read_all(std::chrono::milliseconds limit);

  void signal(int number) const;
  /// Exit code, or 128 + signal; nullopt when it still runs after `limit`.
  [[nodiscard]] std::optional<int> wait(std::chrono::milliseconds limit);
  /// Until it has been stopped by a signal; false when it is not within `limit`.
  [[nodiscard]] bool wait_until_stopped(std::chrono::milliseconds limit) const;
  void kill();
  [[nodiscard]] bool is_running();
  [[nodiscard]] pid_t id() const noexcept { return pid_; }
  /// From the system's own books about it: "VmRSS" in kB, "Threads"; 0 when there is none.
  [[nodiscard]] long figure(const std::string& name) const;

private:
  bool fill(std::chrono::milliseconds limit);

  pid_t pid_ = -1;
  int out_ = -1;
  bool has_ended_ = false;
  std::string buffer_;
  std::optional<int> exit_code_;
};

} // namespace palang::testing
