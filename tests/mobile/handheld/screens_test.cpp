// Every screen of the handheld, in the window that attendants have: looked at for texts that are
// cut or lie over each other, and kept as pictures in the folder `screens` beside this program.
#include "mobile/automation/fitcheck.h"
#include "mobile/automation/inputs.h"

#include "../features/workplacefixture.h"

#include "shared/protocol/codec.hpp"

#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;

namespace {

struct Variant {
  const char* theme;
  const char* language;
  int width;
  double fontScale;

  [[nodiscard]] QString name() const {
    return QStringLiteral("%1-%2-%3-%4")
        .arg(QString::fromLatin1(theme), QString::fromLatin1(language))
        .arg(width)
        .arg(qRound(fontScale * 100));
  }
};

struct NeedsDisplay {
  NeedsDisplay() {
    static int argc = 1;
    static char name[] = "palang-test";
    static char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    // Never taken down: Qt's plug-ins do not outlive the process's other statics.
    static auto* app = new QGuiApplication{argc, argv};
    static_cast<void>(app);
  }
};

/// A site with every class of vehicle and locks at its gates.
protocol::config wholeConfig() {
  auto c = demoConfig();
  c.site.utc_offsets = {{instant{}, 7 * 60}};
  c.vehicle_types = {{domain::vehicle_class::motor, "Motor", "Motorcycle", 1},
                     {domain::vehicle_class::mobil, "Mobil", "Car", 2},
                     {domain::vehicle_class::truk, "Truk", "Truck", 3},
                     {domain::vehicle_class::bus, "Bus", "Bus", 4},
                     {domain::vehicle_class::lain, "Lainnya", "Other", 5}};
  const auto tariff = c.tariffs.front();
  c.tariffs.clear();
  for (const auto& type : c.vehicle_types) {
    c.tariffs.push_back(tariff);
    c.tariffs.back().vehicle = type.id;
    c.tariffs.back().lost_amt = rupiah{25'000};
  }
  for (auto& gate : c.gates)
    gate.lock_id = "7" + gate.id;
  return c;
}

class Screens : NeedsDisplay, public WorkplaceFixture {
public:
  explicit Screens(const Variant& variant) : m_variant(variant) {
    server.config = protocol::encode(wholeConfig());
    server.greeting.config_version = 99;
    server.siteKey = crypto::to_base64(crypto::make_key_pair().pub);
    goOffline();
    goBack();
    REQUIRE(eventually([&] { return client->config() && client->config()->gates[0].lock_id; }));
    putTicketBeforeCamera();
    workplace->setTheme(QString::fromLatin1(variant.theme));
    workplace->setLanguage(QString::fromLatin1(variant.language));
    workplace->setFontScale(variant.fontScale);
    workplace->setReducedMotion(true);
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setInitialProperties(
        {{QStringLiteral("workplace"), QVariant::fromValue(workplace.get())},
         {QStringLiteral("defaultServer"), QString()},
         {QStringLiteral("width"), variant.width},
         {QStringLiteral("height"), 800}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Palang/Handheld/Main.qml")));
    REQUIRE_FALSE(m_engine.rootObjects().isEmpty());
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    REQUIRE(m_window != nullptr);
    m_window->requestActivate();
    REQUIRE(QTest::qWaitForWindowActive(m_window));
  }
  ~Screens() { m_engine.clearComponentCache(); }

  void click(const char* name) {
    INFO("click " << name);
    auto* item = waitFor(name);
    REQUIRE(QTest::qWaitFor([&] { return item->isEnabled(); }, 5000));
    inputs::click(*m_window, *item);
    QTest::qWait(20);
  }
  void type(const char* text) {
    inputs::typeText(*m_window, QString::fromUtf8(text));
    QTest::qWait(20);
  }
  void type(const char* field, const char* text) {
    click(field);
    type(text);
  }
  void escape() {
    REQUIRE(inputs::pressKeys(*m_window, QStringLiteral("Escape")));
    REQUIRE(QTest::qWaitFor([&] { return !hasPopup(); }, 5000));
  }
  QQuickItem* waitFor(const char* name) {
    const auto wanted = QString::fromLatin1(name);
    QQuickItem* item = nullptr;
    INFO("wait for " << name);
    QRectF place;
    REQUIRE(QTest::qWaitFor(
        [&] {
          item = inputs::find(*m_window, wanted);
          if (item == nullptr || !inputs::isShown(*item))
            return false;
          QTest::qWait(
              20); // Until two looks find it at the same place: layouts settle with a frame.
          const auto before = std::exchange(place, item->mapRectToScene(item->boundingRect()));
          return place == before;
        },
        5000));
    return item;
  }
  /// Keeps a picture, and tells what cannot be read on it.
  void look(const char* name) {
    QTest::qWait(60);
    const QDir folder(QStringLiteral(PALANG_SCREENS_DIR "/") + m_variant.name());
    REQUIRE(folder.mkpath(QStringLiteral(".")));
    REQUIRE(m_window->grabWindow().save(folder.filePath(QString::fromLatin1(name) + ".png")));
    const auto bad = misfits(*m_window);
    INFO(m_variant.name().toStdString()
         << ", " << name << ": " << bad.join(QStringLiteral("\n  ")).toStdString());
    CHECK(bad.isEmpty());
  }
  void changeGate(const char* gate) {
    click("nav.more");
    click("more.gate");
    click(gate);
  }

private:
  [[nodiscard]] bool hasPopup() const {
    const auto layers = m_window->contentItem()->childItems();
    return std::ranges::any_of(layers, [](const QQuickItem* layer) {
      return layer->inherits("QQuickOverlay") && layer->isVisible();
    });
  }
  /// A car in the background, and the ticket of a device that this one has not heard of.
  void putTicketBeforeCamera() const {
    REQUIRE(QDir(dir.path()).mkpath(QStringLiteral("camera")));
    QImage car(640, 480, QImage::Format_RGB32);
    car.fill(QColor(96, 116, 132));
    QPainter painter(&car);
    painter.fillRect(120, 200, 400, 160, QColor(160, 40, 40));
    painter.fillRect(240, 300, 160, 40, Qt::white);
    painter.end();
    REQUIRE(car.save(dir.filePath(QStringLiteral("camera/car.jpg"))));
  }

  Variant m_variant;
  QQmlApplicationEngine m_engine;
  QQuickWindow* m_window = nullptr;
};

void entryScreens(Screens& s) {
  s.waitFor("entry.saveButton");
  s.look("entry");
  s.click("entry.class.MOBIL");
  s.type("B1234XYZ");
  s.look("entry-plate");
  s.click("entry.saveButton");
  s.waitFor("entry.ticketNumber");
  s.look("entry-ticket");
  s.click("ticket.share");
  s.click("ticket.share");
  s.look("ticket-copy");
  s.escape();
  s.click("entry.nextButton");
  s.type("B1234XYZ");
  s.click("entry.saveButton");
  s.look("entry-inside");
  s.escape();
  s.click("entry.pad.skip");
  s.look("entry-no-plate");
  s.click("entry.noPlate.fallen");
  s.look("entry-no-plate-photo");
  s.escape();
}

void exitScreens(Screens& s) {
  s.changeGate("gates.out-1");
  s.waitFor("exit.search");
  s.look("exit-search");
  s.click("exit.scan");
  s.look("exit-scan");
  s.click("exit.scan");
  s.type("1234");
  s.waitFor("exit.found.0");
  s.look("exit-found");
  s.click("exit.found.0");
  s.waitFor("exit.payButton");
  s.look("exit-fee");
  s.click("exit.lostTicket");
  s.look("exit-lost");
  s.click("exit.method.qris");
  s.look("exit-qris");
  s.click("exit.manual");
  s.type("exit.manualSheet.amount", "2000");
  s.type("exit.manualSheet.reason", "Komplain");
  s.look("exit-manual");
  s.click("exit.manualSheet.save");
  s.look("exit-approval");
  s.escape();
  s.click("exit.payButton");
  s.waitFor("exit.done");
  s.look("exit-done");
  s.click("exit.nextButton");
}

void otherScreens(Screens& s) {
  s.click("nav.outbox");
  s.waitFor("outbox.list");
  s.look("outbox");
  s.click("outbox.row.0");
  s.look("outbox-story");
  s.escape();
  s.click("outbox.import.open");
  s.look("outbox-import");
  s.escape();
  s.click("nav.shift");
  s.look("shift-ready");
  s.type("shift.openingCash", "100000");
  s.click("shift.open");
  s.look("shift-open");
  s.click("shift.close");
  s.click("shift.countBy.pieces");
  s.look("shift-count");
  s.click("shift.pieces.50000.plus");
  s.click("shift.confirmClose");
  s.look("shift-sure");
  s.click("shift.sure.close");
  s.look("shift-counted");
  s.click("nav.more");
  s.look("more");
  s.click("more.openGate");
  s.look("gate");
  s.escape();
  s.click("more.printer");
  s.look("printer");
  s.escape();
  s.click("more.pin");
  s.type("pin.entry", "4711");
  s.look("pin");
  s.click("pin.save");
  s.click("connection");
  s.look("connection");
  s.escape();
  s.click("more.logout");
  s.look("more-leaving");
  s.escape();
}

/// The way back to the server, which refuses the first record and what depends on it.
void syncScreens(Screens& s) {
  s.server.onSubmit = [&](const protocol::submit& submit) {
    if (s.server.submits.size() == 1)
      s.server.reject(submit, errc::already_inside);
    else
      s.server.accept(submit);
  };
  s.goBack();
  s.waitFor("sync.prompt.now");
  s.look("sync-prompt");
  s.click("sync.prompt.now");
  s.waitFor("sync.summary.done");
  s.look("sync-summary");
  s.click("sync.summary.view");
  s.look("outbox-attention");
  s.click("outbox.row.0");
  s.look("outbox-story-refused");
  s.escape();
  s.click("nav.more");
  s.click("more.history");
  s.look("sync-history");
  s.escape();
  const auto words = wording::of(QStringLiteral("taken_over"), {});
  emit s.workplace->noticed(words.text, words.nextStep, QStringLiteral("taken_over"));
  s.look("notice");
  s.escape();
}

void lastScreens(Screens& s) {
  s.click("nav.entry");
  s.waitFor("gateHint.choose");
  s.look("gate-hint");
  s.click("gateHint.choose");
  s.look("gates");
  s.click("gates.out-1");
  s.click("nav.more");
  s.click("more.lock");
  s.look("lock");
  s.click("lock.forgot");
  s.waitFor("login.submit");
  s.look("login");
  s.click("login.submit");
  s.waitFor("login.error");
  s.look("login-error");
  s.click("login.more");
  s.type("login.enrolment", "K4-7Q");
  s.look("login-enrolment");
}

} // namespace

TEST_CASE("every screen can be read whole, narrow or wide, in both languages", "[screens]") {
  const auto variant = GENERATE(Variant{"normal", "id", 360, 1}, Variant{"sunlight", "en", 320, 1},
                                Variant{"night", "id", 412, 1}, Variant{"normal", "id", 320, 1},
                                Variant{"normal", "en", 360, 1}, Variant{"normal", "id", 360, 2},
                                Variant{"sunlight", "en", 360, 2}, Variant{"night", "id", 320, 1.3},
                                Variant{"normal", "en", 412, 1.3});
  Screens s(variant);
  s.goOffline();
  entryScreens(s);
  exitScreens(s);
  otherScreens(s);
  syncScreens(s);
  lastScreens(s);
}
