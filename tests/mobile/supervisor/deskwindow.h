#pragma once

#include "deskanswers.h"
#include "deskfixture.h"

#include "../features/needsdisplay.h"

#include "mobile/automation/fitcheck.h"
#include "mobile/automation/inputs.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>

namespace palang::test {

namespace inputs = mobile::inputs;

struct DeskVariant {
  const char* theme;
  const char* language;
  int width;
  int height;

  [[nodiscard]] QString name() const {
    return QStringLiteral("%1-%2-%3")
        .arg(QString::fromLatin1(theme), QString::fromLatin1(language))
        .arg(width);
  }
};

/// The supervisors' window on a scripted server, of an evening in which everything happened.
class DeskWindow : NeedsDisplay, public DeskFixture {
public:
  explicit DeskWindow(const DeskVariant& variant) : m_variant(variant) {
    onQuestion = [](const protocol::query_data& asked) { return eveningAnswer(asked); };
    sessions = {entered("B 1234 XYZ", clock.now()), exited("B 77 KAS", {50'000}, clock.now())};
    alerts = {alert("B 1234 XYZ tercatat masuk dua kali", protocol::severity::warning)};
    sums = {{.from = clock.now(), .gate_id = "out-1", .exits = 2, .revenue = rupiah{10'000}}};
    learnSite();
    workplace->setTheme(QString::fromLatin1(variant.theme));
    workplace->setLanguage(QString::fromLatin1(variant.language));
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setInitialProperties(
        {{QStringLiteral("workplace"), QVariant::fromValue(workplace.get())},
         {QStringLiteral("defaultServer"), QString()},
         {QStringLiteral("width"), variant.width},
         {QStringLiteral("height"), variant.height}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Palang/Supervisor/Main.qml")));
    REQUIRE_FALSE(m_engine.rootObjects().isEmpty());
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    REQUIRE(m_window != nullptr);
    m_window->requestActivate();
    REQUIRE(QTest::qWaitForWindowActive(m_window));
  }
  ~DeskWindow() { m_engine.clearComponentCache(); }

  QQuickItem* waitFor(const char* name) {
    const auto wanted = QString::fromLatin1(name);
    QQuickItem* item = nullptr;
    INFO("wait for " << name);
    REQUIRE(QTest::qWaitFor(
        [&] {
          item = inputs::find(*m_window, wanted);
          return item != nullptr && inputs::isShown(*item);
        },
        5000));
    return item;
  }
  void click(const char* name) {
    INFO("click " << name);
    auto* item = waitFor(name);
    REQUIRE(QTest::qWaitFor([&] { return item->isEnabled(); }, 5000));
    inputs::click(*m_window, *item);
    ++clicks;
    QTest::qWait(20);
  }
  void press(const char* keys) {
    REQUIRE(inputs::pressKeys(*m_window, QString::fromLatin1(keys)));
    QTest::qWait(20);
  }
  void type(const char* field, const char* text) {
    click(field);
    inputs::typeText(*m_window, QString::fromUtf8(text));
    QTest::qWait(20);
  }
  /// Where the keyboard is.
  void typeHere(const char* text) {
    inputs::typeText(*m_window, QString::fromUtf8(text));
    QTest::qWait(20);
  }
  void waitGone(const char* name) {
    INFO("wait until gone: " << name);
    CHECK(QTest::qWaitFor(
        [&] {
          const auto* item = inputs::find(*m_window, QString::fromLatin1(name));
          return item == nullptr || !inputs::isShown(*item);
        },
        5000));
  }
  /// Brings what stands in a scrolling part into sight.
  void scrollTo(const char* name) {
    auto* item = inputs::find(*m_window, QString::fromLatin1(name));
    REQUIRE(item != nullptr);
    for (auto* above = item->parentItem(); above != nullptr; above = above->parentItem())
      if (above->inherits("QQuickFlickable")) {
        const auto y =
            item->mapToItem(qvariant_cast<QQuickItem*>(above->property("contentItem")), QPointF())
                .y();
        const auto most = above->property("contentHeight").toReal() - above->height();
        above->setProperty("contentY",
                           std::clamp(y - above->height() / 2, 0.0, std::max(0.0, most)));
        break;
      }
    QTest::qWait(50);
  }
  void waitText(const char* name, const char* text) {
    auto* item = waitFor(name);
    INFO(name << " says " << inputs::textOf(*item).toStdString());
    CHECK(QTest::qWaitFor([&] { return inputs::textOf(*item).contains(QString::fromUtf8(text)); },
                          5000));
  }
  [[nodiscard]] bool isEnabled(const char* name) { return waitFor(name)->isEnabled(); }
  /// Keeps a picture, and tells what cannot be read on it.
  void look(const char* name) {
    QTest::qWait(220); // Popups come up.
    const QDir folder(QStringLiteral(PALANG_SCREENS_DIR "/") + m_variant.name());
    REQUIRE(folder.mkpath(QStringLiteral(".")));
    REQUIRE(m_window->grabWindow().save(folder.filePath(QString::fromLatin1(name) + ".png")));
    const auto bad = mobile::misfits(*m_window);
    INFO(m_variant.name().toStdString()
         << ", " << name << ": " << bad.join(QStringLiteral("\n  ")).toStdString());
    CHECK(bad.isEmpty());
  }

  int clicks = 0;

private:
  /// A site with tariffs, and a lock at its entrance.
  void learnSite() {
    auto config = sampleConfig();
    config.site.name = "Pasar Baru";
    config.tariffs = demoConfig().tariffs;
    config.locks = {{"7000001", "M1"}};
    config.gates[0].lock_id = "7000001";
    config.zones[0].capacity = {{domain::vehicle_class::mobil, 40}};
    server.config = protocol::encode(config);
    server.greeting.config_version = 99;
    goOffline();
    goBack();
    REQUIRE(eventually([&] { return client->config() && !client->config()->tariffs.empty(); }));
  }

  DeskVariant m_variant;
  QQmlApplicationEngine m_engine;
  QQuickWindow* m_window = nullptr;
};

} // namespace palang::test
