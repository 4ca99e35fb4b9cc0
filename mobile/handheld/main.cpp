// palang-handheld: the attendants' program. Composition only.
#include "mobile/automation/scriptrunner.h"
#include "mobile/base/workplace.h"
#include "mobile/core/client.h"
#include "mobile/core/monotonicclock.h"
#include "mobile/handheld/arguments.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTextStream>

using namespace palang;
using namespace palang::mobile;

namespace {

/// Exit codes: 0 fine, 1 the script failed or the window did not come up, 2 bad arguments, 3 the
/// device's store cannot be opened.
constexpr int storeFailed = 3;

int fail(int code, const QString& why) {
  QTextStream(stderr) << why << Qt::endl;
  return code;
}

} // namespace

int main(int argc, char* argv[]) {
  QGuiApplication app(argc, argv);
  QGuiApplication::setApplicationName(QStringLiteral("palang-handheld"));
  QGuiApplication::setApplicationVersion(QStringLiteral(PALANG_VERSION));
  const auto arguments = readArguments(app);
  if (!QDir().mkpath(arguments.dataDir))
    return fail(storeFailed, QStringLiteral("cannot make the folder %1").arg(arguments.dataDir));

  const MonotonicClock time;
  Client client(time, {arguments.dataDir, "handheld", true, {"session", "gate", "config"}});
  if (const auto opened = client.start(); !opened)
    return fail(storeFailed, QString::fromStdString(opened.error().message));

  Workplace workplace(client, arguments.dataDir);
  if (arguments.language)
    workplace.setLanguage(*arguments.language);
  if (arguments.theme)
    workplace.setTheme(*arguments.theme);

  QQmlApplicationEngine engine;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  QObject::connect(&workplace, &Workplace::languageChanged, &engine, &QQmlEngine::retranslate);
  engine.setInitialProperties({{QStringLiteral("workplace"), QVariant::fromValue(&workplace)},
                               {QStringLiteral("defaultServer"), arguments.server},
                               {QStringLiteral("width"), arguments.size.width()},
                               {QStringLiteral("height"), arguments.size.height()}});
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Palang/Handheld/Main.qml")));
  if (engine.rootObjects().isEmpty())
    return 1;

  ScriptRunner script(qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()));
  QObject::connect(&script, &ScriptRunner::finished, &app, &QGuiApplication::exit);
  if (!arguments.script.isEmpty() && !script.start(arguments.script))
    return fail(2, QStringLiteral("--script: cannot read %1").arg(arguments.script));
  return QGuiApplication::exec();
}
