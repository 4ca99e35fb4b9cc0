// The supervisors' real window while a real server tells of 5,040 cars a minute: how far apart the
// frames are while something moves on the screen, and what the program costs when nothing does but
// the events. Prints one JSON line per figure. Arguments: seconds of each part, 60; cars a
// second, 84. Wants a display: xvfb-run -a build/ci/bin/bench_desk
#include "mobile/automation/inputs.h"
#include "mobile/base/workplace.h"
#include "mobile/core/monotonicclock.h"
#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace palang;
using namespace palang::mobile;
using namespace palang::testing;
using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

namespace {

constexpr auto frame = 16ms;
constexpr double late_ms = 33.4; ///< Two frames of a usual display: one was dropped.
constexpr std::size_t inside = 100;

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Cars that come at in-1 and leave at out-1, so many a second, until it is destroyed.
class traffic {
public:
  traffic(std::uint16_t port, int per_second)
      : link_{port, log_in(port, {"wati", "palang-demo", {}, {}}).token, {}}, thread_{[this,
                                                                                       per_second] {
          drive(per_second);
        }} {}
  ~traffic() {
    is_ending_ = true;
    thread_.join();
  }
  [[nodiscard]] int sent() const { return sent_; }

private:
  void drive(int per_second) {
    auto due = steady::now();
    while (!is_ending_) {
      std::this_thread::sleep_until(due);
      due += std::chrono::microseconds(1'000'000 / per_second);
      link_.send(cars_.size() < inside || sent_ % 2 == 0 ? enter() : leave());
      if (!std::holds_alternative<protocol::accepted>(link_.next_answer()))
        ++refused_;
      ++sent_;
    }
    if (refused_ > 0)
      std::fprintf(stderr, "%d refused\n", refused_);
  }
  protocol::submit enter() {
    auto car = enter_now("B " + std::to_string(1000 + number_++ % 9000) + " BCH");
    cars_.push_back(std::get<protocol::entry_data>(car.data).session_id);
    return car;
  }
  protocol::submit leave() {
    protocol::exit_data data;
    data.session_id = cars_.front();
    data.gate_id = "out-1";
    data.charged = rupiah{5'000};
    data.paid = protocol::payment{"cash", rupiah{5'000}, std::nullopt, std::nullopt};
    cars_.pop_front();
    return submit_now(data);
  }

  protocol_client link_;
  std::deque<uuid> cars_;
  int number_ = 0;
  int refused_ = 0;
  std::atomic<int> sent_ = 0;
  std::atomic<bool> is_ending_ = false;
  std::thread thread_;
};

/// How far apart frames are shown; they may be swapped on a thread of their own.
class frame_clock {
public:
  explicit frame_clock(QQuickWindow& window) {
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window, [this] { tick(); }, Qt::DirectConnection);
  }
  void restart() {
    const std::lock_guard lock{mutex_};
    gaps_.clear();
    last_.reset();
  }
  [[nodiscard]] std::vector<double> gaps() {
    const std::lock_guard lock{mutex_};
    auto all = gaps_;
    std::ranges::sort(all);
    return all;
  }

private:
  void tick() {
    const std::lock_guard lock{mutex_};
    const auto now = steady::now();
    if (last_)
      gaps_.push_back(std::chrono::duration<double, std::milli>(now - *last_).count());
    last_ = now;
  }
  std::mutex mutex_;
  std::vector<double> gaps_;
  std::optional<steady::time_point> last_;
};

void log_in_at(QQuickWindow& window, const server_process& server) {
  const auto shown = [&](const char* name) {
    auto* item = inputs::find(window, QString::fromLatin1(name));
    return item != nullptr && inputs::isShown(*item) ? item : nullptr;
  };
  const auto wait = [&](const char* name) {
    if (!QTest::qWaitFor([&] { return shown(name) != nullptr; }, 20'000))
      throw std::runtime_error(std::string{"waited too long for "} + name);
    return shown(name);
  };
  const auto type = [&](const char* name, const QString& text) {
    inputs::click(window, *wait(name));
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier);
    inputs::typeText(window, text);
  };
  type("login.server", QStringLiteral("127.0.0.1:%1").arg(server.client_port()));
  type("login.username", QStringLiteral("wati"));
  type("login.password", QStringLiteral("palang-demo"));
  inputs::click(window, *wait("login.submit"));
  wait("live.lanes");
}

/// One part: the screen moves all the time, or only when something happened.
void measure(const char* what, QQuickWindow& window, frame_clock& frames, traffic& cars,
             const std::atomic<int>& events, bool is_moving, int seconds) {
  QTimer pulse;
  pulse.setTimerType(Qt::PreciseTimer);
  QObject::connect(&pulse, &QTimer::timeout, &window, &QQuickWindow::update);
  if (is_moving)
    pulse.start(frame);
  QTest::qWait(1000);
  const auto sent = cars.sent();
  const auto told = events.load();
  const auto cpu = cpu_seconds();
  const auto begin = steady::now();
  frames.restart();
  QTest::qWait(seconds * 1000);
  const auto took = std::chrono::duration<double>(steady::now() - begin).count();
  const auto gaps = frames.gaps();
  const auto at = [&](double p) {
    return gaps.empty() ? 0
                        : gaps[static_cast<std::size_t>(p * static_cast<double>(gaps.size() - 1))];
  };
  const auto late = std::ranges::count_if(gaps, [](double gap) { return gap > late_ms; });
  std::printf(R"({"what":"%s","cars_per_s":%.1f,"events_per_s":%.1f,"frames":%zu,"p50_ms":%.1f,)"
              R"("p95_ms":%.1f,"most_ms":%.1f,"over_33_ms":%ld,"cpu_pct":%.0f})"
              "\n",
              what, (cars.sent() - sent) / took, (events - told) / took, gaps.size(), at(0.5),
              at(0.95), gaps.empty() ? 0 : gaps.back(), static_cast<long>(late),
              (cpu_seconds() - cpu) / took * 100);
  std::fflush(stdout);
}

} // namespace

int main(int argc, char* argv[]) {
  const int seconds = argc > 1 ? std::atoi(argv[1]) : 60;
  const int per_second = argc > 2 ? std::atoi(argv[2]) : 84;
  const QGuiApplication app{argc, argv};
  server_process server;
  const QTemporaryDir folder;
  const MonotonicClock time;
  Client client{time,
                {.dataDir = folder.path(),
                 .app = "supervisor",
                 .hasDevice = false,
                 .topics = {"session", "gate", "lock", "gateway", "alert", "config", "sync"}}};
  if (!client.start())
    return 1;
  Workplace workplace{client, folder.path()};
  QQmlApplicationEngine engine;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.setInitialProperties({{QStringLiteral("workplace"), QVariant::fromValue(&workplace)},
                               {QStringLiteral("defaultServer"), QString()},
                               {QStringLiteral("width"), 1280},
                               {QStringLiteral("height"), 800}});
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Palang/Supervisor/Main.qml")));
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  log_in_at(*window, server);

  std::atomic<int> events = 0;
  QObject::connect(&client, &Client::eventReceived, &client, [&] { ++events; });
  frame_clock frames{*window};
  {
    traffic cars{server.client_port(), per_second};
    measure("live, moving", *window, frames, cars, events, true, seconds);
    measure("live, events only", *window, frames, cars, events, false, seconds);
    inputs::click(*window, *inputs::find(*window, QStringLiteral("nav.vehicles")));
    measure("vehicles, moving", *window, frames, cars, events, true, seconds);
  }
  if (argc > 3)
    window->grabWindow().save(QString::fromLocal8Bit(argv[3]));
  return 0;
}
