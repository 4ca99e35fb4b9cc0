#include "server/commands/signals.hpp"

#include <initializer_list>
#include <pthread.h>
#include <unistd.h>

namespace palang::commands {

stop_signals::stop_signals() {
  sigemptyset(&signals_);
  for (const int number : {SIGTERM, SIGINT, SIGUSR1})
    sigaddset(&signals_, number);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void stop_signals::wait() const {
  int number = 0;
  while (sigwait(&signals_, &number) != 0) {
  }
}

void stop_signals::stop() {
  ::kill(::getpid(), SIGUSR1);
}

} // namespace palang::commands
