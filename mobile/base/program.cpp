#include "mobile/base/program.h"

#include "mobile/automation/scriptrunner.h"
#include "mobile/base/workplace.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTextStream>

namespace palang::mobile {

namespace {

constexpr int windowFailed = 1;
constexpr int misused = 2;
constexpr int storeFailed = 3;

int fail(int code, const QString& why) {
  QTextStream(stderr) << why << Qt::endl;
  return code;
}

/// From here until the window ends.
int show(const Program& program, const Arguments& arguments, Workplace& workplace) {
  QQmlApplicationEngine engine;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  QObject::connect(&workplace, &Workplace::languageChanged, &engine, &QQmlEngine::retranslate);
  engine.setInitialProperties({{QStringLiteral("workplace"), QVariant::fromValue(&workplace)},
                               {QStringLiteral("defaultServer"), arguments.server},
                               {QStringLiteral("width"), arguments.size.width()},
                               {QStringLiteral("height"), arguments.size.height()}});
  engine.load(program.window);
  if (engine.rootObjects().isEmpty())
    return windowFailed;

  ScriptRunner script(qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()));
  QObject::connect(&script, &ScriptRunner::finished, qGuiApp, &QGuiApplication::exit);
  if (!arguments.script.isEmpty() && !script.start(arguments.script))
    return fail(misused, QStringLiteral("--script: cannot read %1").arg(arguments.script));
  return QGuiApplication::exec();
}

} // namespace

int runProgram(int argc, char* argv[], Program program) {
  const QGuiApplication app(argc, argv);
  QGuiApplication::setApplicationName(program.name);
  QGuiApplication::setApplicationVersion(QStringLiteral(PALANG_VERSION));
  const auto arguments = readArguments(app, program.description, program.size);

  program.client.dataDir = arguments.dataDir;
  Client client(program.time, program.client);
  if (const auto opened = client.start(); !opened)
    return fail(storeFailed, QString::fromStdString(opened.error().message));

  Workplace workplace(client, arguments.dataDir,
                      program.isHandheld
                          ? makePlatform(arguments.dataDir, arguments.camera, arguments.lan)
                          : makeDesk(arguments.dataDir, arguments.camera));
  if (arguments.language)
    workplace.setLanguage(*arguments.language);
  if (arguments.theme)
    workplace.setTheme(*arguments.theme);
  if (arguments.fontScale)
    workplace.setFontScale(*arguments.fontScale);
  return show(program, arguments, workplace);
}

} // namespace palang::mobile
