#include "mobile/core/monotonicclock.h"

#include <QByteArray>
#include <QSysInfo>

#include <ctime>

namespace palang::mobile {

instant MonotonicClock::now() const {
  return system_clock{}.now();
}

milliseconds MonotonicClock::monotonic() const {
#ifdef CLOCK_BOOTTIME
  // The steady clock of Linux and Android stops while the device sleeps.
  std::timespec t{};
  if (clock_gettime(CLOCK_BOOTTIME, &t) == 0)
    return std::chrono::duration_cast<milliseconds>(std::chrono::seconds{t.tv_sec}
                                                    + std::chrono::nanoseconds{t.tv_nsec});
#endif
  return system_clock{}.monotonic();
}

std::string bootId() {
  return QSysInfo::bootUniqueId().toStdString();
}

} // namespace palang::mobile
