#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>

#include <functional>

namespace palang::test {

/// Runs the event loop until `condition` holds; false after five seconds.
[[nodiscard]] inline bool eventually(const std::function<bool()>& condition) {
  QElapsedTimer waited;
  waited.start();
  while (!condition() && waited.elapsed() < 5000)
    QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
  return condition();
}

/// What sockets and timers need.
struct NeedsApplication {
  NeedsApplication() {
    static int count = 1;
    static char name[] = "test";
    static char* names[] = {name, nullptr};
    static QCoreApplication app(count, names);
  }
};

} // namespace palang::test
