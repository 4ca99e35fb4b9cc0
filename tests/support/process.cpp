#include "tests/support/process.hpp"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

extern char** environ;

namespace palang::testing {

namespace {

using clock = std::chrono::steady_clock;

std::chrono::milliseconds left(clock::time_point deadline) {
  const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock::now());
  return std::max(rest, std::chrono::milliseconds{0});
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (auto& text : texts)
    out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

} // namespace

process::process(const options& o) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw std::runtime_error("pipe2");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  if (!o.error_file.empty())
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, o.error_file.c_str(),
                                     O_WRONLY | O_CREAT | O_APPEND, 0644);
  // The test runner may have blocked or ignored signals; the child starts with none of that.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);

  std::vector<std::string> arguments = o.arguments;
  std::vector<std::string> environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    if (!o.environment.contains(text.substr(0, text.find('='))))
      environment.push_back(text);
  }
  for (const auto& [name, value] : o.environment)
    environment.push_back(name + "=" + value);

  const int failure = ::posix_spawn(&pid_, arguments.front().c_str(), &actions, &attributes,
                                    pointers(arguments).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  ::close(ends[1]);
  out_ = ends[0];
  if (failure != 0) {
    ::close(out_);
    throw std::runtime_error("cannot start " + arguments.front());
  }
}

process::~process() {
  kill();
  ::close(out_);
}

bool process::fill(std::chrono::milliseconds limit) {
  pollfd wanted{out_, POLLIN, 0};
  if (has_ended_ || ::poll(&wanted, 1, static_cast<int>(limit.count())) <= 0)
    return false;
  char chunk[4096];
  const auto count = ::read(out_, chunk, sizeof chunk);
  if (count <= 0) {
    has_ended_ = true;
    return false;
  }
  buffer_.append(chunk, static_cast<std::size_t>(count));
  return true;
}

std::optional<std::string> process::read_line(std::chrono::milliseconds limit) {
  const auto deadline = clock::now() + limit;
  auto end = buffer_.find('\n');
  while (end == std::string::npos) {
    if (!fill(left(deadline)))
      return std::nullopt;
    end = buffer_.find('\n');
  }
  auto line = buffer_.substr(0, end);
  buffer_.erase(0, end + 1);
  return line;
}

std::optional<std::string> process::wait_for(const std::string& prefix,
                                             std::chrono::milliseconds limit) {
  const auto deadline = clock::now() + limit;
  while (auto line = read_line(left(deadline)))
    if (line->starts_with(prefix))
      return line->substr(prefix.size());
  return std::nullopt;
}

std::string process::read_all(std::chrono::milliseconds limit) {
  const auto deadline = clock::now() + limit;
  while (fill(left(deadline))) {
  }
  return std::exchange(buffer_, {});
}

void process::signal(int number) const {
  if (!exit_code_)
    ::kill(pid_, number);
}

std::optional<int> process::wait(std::chrono::milliseconds limit) {
  const auto deadline = clock::now() + limit;
  while (!exit_code_) {
    int status = 0;
    const auto done = ::waitpid(pid_, &status, WNOHANG);
    if (done == pid_)
      exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    else if (left(deadline).count() == 0)
      return std::nullopt;
    else
      std::this_thread::sleep_for(std::chrono::milliseconds{2});
  }
  return exit_code_;
}

bool process::wait_until_stopped(std::chrono::milliseconds limit) const {
  const auto deadline = clock::now() + limit;
  siginfo_t found{};
  while (::waitid(P_PID, static_cast<id_t>(pid_), &found, WSTOPPED | WNOHANG) == 0
         && found.si_pid == 0 && left(deadline).count() > 0)
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
  return found.si_pid == pid_;
}

void process::kill() {
  if (exit_code_)
    return;
  ::kill(pid_, SIGKILL);
  (void)wait(std::chrono::seconds{10});
}

long process::figure(const std::string& name) const {
  std::ifstream status{"/proc/" + std::to_string(pid_) + "/status"};
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(name + ":"))
      return std::stol(line.substr(name.size() + 1));
  return 0;
}

bool process::is_running() {
  return !wait(std::chrono::milliseconds{0});
}

} // namespace palang::testing
