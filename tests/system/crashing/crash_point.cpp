#include "tests/system/crashing/crash_point.hpp"

#include <csignal>
#include <cstdlib>
#include <string>
#include <unistd.h>

namespace palang::testing::crash_point {

namespace {

volatile std::sig_atomic_t is_armed = 0;

void arm(int) {
  is_armed = 1;
}

const std::string& chosen() {
  static const std::string step = [] {
    const char* named = std::getenv("PALANG_CRASH_POINT");
    return std::string{named == nullptr ? "" : named};
  }();
  return step;
}

} // namespace

void listen() {
  (void)chosen();
  struct sigaction action {};
  action.sa_handler = arm;
  ::sigaction(SIGUSR2, &action, nullptr);
}

bool is_armed_for(std::string_view step) {
  return is_armed != 0 && chosen() == step;
}

void reached(std::string_view step) {
  if (!is_armed_for(step))
    return;
  if (std::getenv("PALANG_CRASH_PAUSE") == nullptr)
    die();
  is_armed = 0;
  ::kill(::getpid(), SIGSTOP);
}

void die() {
  ::kill(::getpid(), SIGKILL);
  while (true)
    ::pause();
}

} // namespace palang::testing::crash_point
