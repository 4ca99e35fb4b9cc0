#include "mobile/supervisor/arguments.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdlib>

namespace palang::mobile {

namespace {

constexpr QSize leastSize{1024, 640};

[[noreturn]] void refuse(const QString& why) {
  QTextStream(stderr) << why << Qt::endl;
  std::exit(2);
}

std::optional<QString> chosen(const QCommandLineParser& parser, const QString& option,
                              const QStringList& choices) {
  const auto value = parser.value(option);
  if (value.isEmpty())
    return std::nullopt;
  if (!choices.contains(value))
    refuse(QStringLiteral("--%1: one of %2").arg(option, choices.join(QStringLiteral(", "))));
  return value;
}

QSize windowSize(const QString& text) {
  const auto parts = text.split(QLatin1Char('x'));
  const QSize size{parts.value(0).toInt(), parts.value(1).toInt()};
  if (size.expandedTo(leastSize) != size)
    refuse(QStringLiteral("--size: WIDTHxHEIGHT, at least %1x%2")
               .arg(leastSize.width())
               .arg(leastSize.height()));
  return size;
}

} // namespace

SupervisorArguments readSupervisorArguments(const QGuiApplication& app) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Palang for supervisors: what happens now, and every vehicle."));
  parser.addHelpOption();
  parser.addVersionOption();
  const auto option = [&](const char* name, const char* what, const char* value,
                          const QString& otherwise = {}) {
    parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what),
                      QString::fromLatin1(value), otherwise});
  };
  option("data", "Folder of this computer's records.", "dir",
         QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
  option("server", "Server that the log-in proposes.", "address");
  option("lang", "id or en.", "language");
  option("theme", "normal, sunlight or night.", "theme");
  option("size", "Size of the window.", "WxH", QStringLiteral("1280x800"));
  option("script", "Drive the window from a file.", "file");
  parser.process(app);

  return {parser.value(QStringLiteral("data")),
          parser.value(QStringLiteral("server")),
          chosen(parser, QStringLiteral("lang"), {QStringLiteral("id"), QStringLiteral("en")}),
          chosen(parser, QStringLiteral("theme"),
                 {QStringLiteral("normal"), QStringLiteral("sunlight"), QStringLiteral("night")}),
          windowSize(parser.value(QStringLiteral("size"))),
          parser.value(QStringLiteral("script"))};
}

} // namespace palang::mobile
