#pragma once

#include "mobile/automation/fitcheck.h"
#include "mobile/automation/inputs.h"
#include "mobile/components/qrcode.h"

#include "../features/needsdisplay.h"
#include "../features/workplacefixture.h"

#include "shared/protocol/codec.hpp"

#include <QDir>
#include <QPainter>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

namespace palang::test {

using namespace mobile;

/// How a person may have set the window.
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

/// A site with every class of vehicle and locks at its gates.
inline protocol::config wholeConfig() {
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

/// The attendants' window in one variant, before a scripted server.
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
  /// A code with this text beside the car; empty: the car alone.
  void showToCamera(const char* text) const {
    const auto file = dir.filePath(QStringLiteral("camera/code.png"));
    QFile::remove(file);
    if (*text != '\0')
      REQUIRE(qrPicture(QString::fromLatin1(text), 8).save(file));
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

} // namespace palang::test
