// palang-supervisor: the supervisors' program. Composition only.
#include "mobile/automation/scriptrunner.h"
#include "mobile/base/workplace.h"
#include "mobile/core/client.h"
#include "mobile/supervisor/arguments.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTextStream>

using namespace palang;
using namespace palang::mobile;

namespace {

/// Exit codes: 0 fine, 1 the script failed or the window did not come up, 2 bad arguments,
/// 3 the store cannot be opened.
constexpr int storeFailed = 3;

int fail(int code, const QString& why) {
  QTextStream(stderr) << why << Qt::endl;
  return code;
}

/// A supervisor works from any desk: no device, so nothing is numbered.
Client::Options optionsFor(const SupervisorArguments& arguments) {
  return {arguments.dataDir,
          "supervisor",
          false,
          {"session", "gate", "lock", "gateway", "alert", "config", "sync"}};
}

} // namespace

int main(int argc, char* argv[]) {
  QGuiApplication app(argc, argv);
  QGuiApplication::setApplicationName(QStringLiteral("palang-supervisor"));
  QGuiApplication::setApplicationVersion(QStringLiteral(PALANG_VERSION));
  const auto arguments = readSupervisorArguments(app);

  const system_clock time;
  Client client(time, optionsFor(arguments));
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
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Palang/Supervisor/Main.qml")));
  if (engine.rootObjects().isEmpty())
    return 1;
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  QObject::connect(&client, &Client::notice, window,
                   [window](const QString& code) { window->setProperty("notice", code); });

  ScriptRunner script(window);
  QObject::connect(&script, &ScriptRunner::finished, &app, &QGuiApplication::exit);
  if (!arguments.script.isEmpty() && !script.start(arguments.script))
    return fail(2, QStringLiteral("--script: cannot read %1").arg(arguments.script));
  return QGuiApplication::exec();
}
