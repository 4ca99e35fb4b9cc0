// What an attendant waits for, on the real window's screens, a real client and a real server on
// loopback: tap to ticket online and offline, a search in all sessions, the program's start on a
// full outbox, and how fast that outbox empties. Prints one JSON line per figure. Argument: how
// many records, 10,000.
#include "mobile/automation/inputs.h"
#include "mobile/base/workplace.h"
#include "mobile/core/monotonicclock.h"
#include "mobile/core/synccontroller.h"
#include "mobile/platform/photo.h"
#include "tests/support/server_process.hpp"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <stdexcept>

using namespace palang;
using namespace palang::mobile;
using namespace palang::testing;
using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

namespace {

constexpr int taps = 100;
constexpr int searches = 200;

double ms_since(steady::time_point begin) {
  return std::chrono::duration<double, std::milli>(steady::now() - begin).count();
}

void print(const char* what, std::vector<double> ms) {
  std::ranges::sort(ms);
  const auto at = [&](double p) {
    return ms[static_cast<std::size_t>(p * static_cast<double>(ms.size() - 1))];
  };
  std::printf(R"({"what":"%s","n":%zu,"p50_ms":%.2f,"p95_ms":%.2f,"most_ms":%.2f})"
              "\n",
              what, ms.size(), at(0.5), at(0.95), ms.back());
  std::fflush(stdout);
}

void print_rate(const char* what, int count, double ms) {
  std::printf(R"({"what":"%s","n":%d,"seconds":%.2f,"per_s":%.0f})"
              "\n",
              what, count, ms / 1000, count / ms * 1000);
  std::fflush(stdout);
}

void wait_until(const std::function<bool()>& condition, const char* what) {
  if (!QTest::qWaitFor(condition, 600'000))
    throw std::runtime_error(std::string{"waited too long for "} + what);
}

/// 9,999 numbers for each pair of letters.
QString plate_number(int n) {
  return QStringLiteral("B%1%2%3")
      .arg(1 + n % 9'999)
      .arg(QChar('A' + n / 9'999 % 26))
      .arg(QChar('A' + n / 259'974));
}

/// A client on the folder, as the program makes it.
struct device {
  explicit device(const QString& folder)
      : client{time,
               {.dataDir = folder,
                .app = "handheld",
                .hasDevice = true,
                .topics = {"session", "gate", "config"}}} {
    if (!client.start())
      throw std::runtime_error("the store does not open");
  }
  MonotonicClock time;
  Client client;
};

/// The attendants' window on a client.
class window {
public:
  explicit window(device& of, const QString& folder) : m_workplace{of.client, folder} {
    m_workplace.setGateId(QStringLiteral("in-1"));
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setInitialProperties({{QStringLiteral("workplace"), QVariant::fromValue(&m_workplace)},
                                   {QStringLiteral("width"), 360},
                                   {QStringLiteral("height"), 800}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Palang/Handheld/Main.qml")));
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    m_window->requestActivate();
    wait_until([&] { return m_window->isActive() && shown("entry.saveButton") != nullptr; },
               "the window");
    inputs::click(*m_window, *shown("entry.class.MOBIL"));
  }

  /// From the press to the frame that shows the ticket.
  double tap_to_ticket(const QString& plate) {
    inputs::typeText(*m_window, plate);
    wait_until([&] { return shown("entry.saveButton")->isEnabled(); }, "the plate");
    bool has_frame = false;
    const auto begin = steady::now();
    inputs::click(*m_window, *shown("entry.saveButton"));
    const auto once = QObject::connect(m_window, &QQuickWindow::frameSwapped, [&] {
      has_frame = has_frame || shown("entry.ticketNumber") != nullptr;
    });
    while (!has_frame)
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const auto took = ms_since(begin);
    QObject::disconnect(once);
    inputs::click(*m_window, *shown("entry.nextButton"));
    wait_until([&] { return shown("entry.saveButton") != nullptr; }, "the next car");
    return took;
  }

private:
  [[nodiscard]] QQuickItem* shown(const char* name) const {
    auto* item = inputs::find(*m_window, QString::fromLatin1(name));
    return item != nullptr && inputs::isShown(*item) ? item : nullptr;
  }

  Workplace m_workplace;
  QQmlApplicationEngine m_engine;
  QQuickWindow* m_window = nullptr;
};

void log_in(device& d, const server_process& server) {
  d.client.login(QStringLiteral("127.0.0.1:%1").arg(server.client_port()), QStringLiteral("budi"),
                 QStringLiteral("palang-demo"));
  wait_until([&] { return d.client.isOnline() && d.client.config() && d.client.deviceNo(); },
             "the log-in");
}

void measure_taps(device& d, window& w, server_process& server, int& cars) {
  std::vector<double> online;
  std::vector<double> offline;
  for (int i = 0; i < taps; ++i)
    online.push_back(w.tap_to_ticket(plate_number(cars++)));
  wait_until([&] { return d.client.sync().pendingCount() == 0; }, "the last answer");
  server.kill();
  wait_until([&] { return !d.client.isOnline(); }, "the loss of the server");
  for (int i = 0; i < taps; ++i)
    offline.push_back(w.tap_to_ticket(plate_number(cars++)));
  print("tap to ticket, online", std::move(online));
  print("tap to ticket, offline", std::move(offline));
}

/// A photo of its own for each.
void fill(device& d, int records, int& cars) {
  std::vector<double> recording;
  std::vector<double> keeping;
  std::minstd_rand random{7};
  QImage picture(640, 480, QImage::Format_RGB32);
  while (d.client.sync().pendingCount() < records) {
    for (int i = 0; i < 40; ++i)
      picture.setPixel(static_cast<int>(random() % 640), static_cast<int>(random() % 480),
                       static_cast<uint>(random()));
    Client::Entry entry;
    entry.gateId = "in-1";
    entry.plate = plate_number(cars++).toStdString();
    auto begin = steady::now();
    entry.photo = d.client.addPhoto(compressed(picture), PhotoKind::Entry).value();
    keeping.push_back(ms_since(begin));
    begin = steady::now();
    if (!d.client.recordEntry(entry))
      throw std::runtime_error("not recorded");
    recording.push_back(ms_since(begin));
  }
  print("photo kept, offline", std::move(keeping));
  print("record kept, offline", std::move(recording));
}

void measure_search(device& d, int cars) {
  std::minstd_rand random{7};
  std::vector<double> ms;
  for (int i = 0; i < searches; ++i) {
    const auto part =
        plate_number(static_cast<int>(random() % static_cast<unsigned>(cars))).mid(1, 4);
    const auto begin = steady::now();
    bool is_found = false;
    d.client.find(part, [&](const result<Client::Found>&) { is_found = true; });
    wait_until([&] { return is_found; }, "a search");
    ms.push_back(ms_since(begin));
  }
  print("search in all sessions, offline", std::move(ms));
}

/// The whole program, until an attendant can type.
void measure_start(const QTemporaryDir& folder) {
  const auto script = folder.filePath(QStringLiteral("script")).toStdString();
  std::ofstream{script} << "timeout 60000\nwait entry.saveButton\nwaitFile " << script
                        << ".go\nquit\n";
  std::vector<double> ms;
  long rss = 0;
  for (int i = 0; i < 5; ++i) {
    const auto begin = steady::now();
    process program{
        {.arguments = {PALANG_BIN_DIR "/palang-handheld", "--data",
                       folder.filePath(QStringLiteral("device")).toStdString(), "--script", script},
         .environment = {},
         .error_file = script + ".stderr"}};
    if (!program.wait_for("ok 2", 60s))
      throw std::runtime_error("the program does not start");
    ms.push_back(ms_since(begin));
    rss = program.figure("VmRSS");
  }
  print("start on the full outbox", std::move(ms));
  std::printf(R"({"what":"memory on the full outbox","kB":%ld})"
              "\n",
              rss);
}

void measure_sync(const QString& folder, server_process& server) {
  server.start();
  device d{folder};
  const auto records = d.client.sync().pendingCount();
  const auto photos = d.client.photosPending();
  wait_until([&] { return d.client.isOnline(); }, "the server");
  const auto begin = steady::now();
  d.client.sync().startNow();
  wait_until([&] { return d.client.sync().pendingCount() == 0; }, "the records");
  print_rate("records sent", records, ms_since(begin));
  wait_until([&] { return d.client.photosPending() == 0; }, "the photos");
  print_rate("photos sent, beside and after the records", photos, ms_since(begin));
}

void run(int records) {
  const QTemporaryDir folder;
  const auto data = folder.filePath(QStringLiteral("device"));
  server_process server;
  int cars = 0;
  {
    device d{data};
    log_in(d, server);
    {
      window w{d, data};
      measure_taps(d, w, server, cars);
    }
    fill(d, records, cars);
    measure_search(d, cars);
  }
  measure_start(folder);
  measure_sync(data, server);
}

} // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  const QGuiApplication app(argc, argv);
  try {
    run(argc > 1 ? std::atoi(argv[1]) : 10'000);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
  }
  return 0;
}
