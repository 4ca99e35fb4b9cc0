#include "mobile/handheld/arguments.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdlib>

namespace palang::mobile {

namespace {

[[noreturn]] void refuse(const QString& why) {
  QTextStream(stderr) << why << Qt::endl;
  std::exit(2);
}

std::optional<QString> oneOf(const QCommandLineParser& parser, const QString& option,
                             const QStringList& choices) {
  if (!parser.isSet(option))
    return std::nullopt;
  const auto value = parser.value(option);
  if (!choices.contains(value))
    refuse(QStringLiteral("--%1: one of %2").arg(option, choices.join(QStringLiteral(", "))));
  return value;
}

QSize sizeFrom(const QString& text) {
  const QSize size(text.section(QLatin1Char('x'), 0, 0).toInt(),
                   text.section(QLatin1Char('x'), 1, 1).toInt());
  if (size.width() < 320 || size.height() < 480)
    refuse(QStringLiteral("--size: WIDTHxHEIGHT, at least 320x480"));
  return size;
}

} // namespace

Arguments readArguments(const QGuiApplication& app) {
  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral(
      "Palang for attendants: entry, exit, cash and tickets, with or without a network."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({
      {QStringLiteral("data"), QStringLiteral("Folder of this device's records."),
       QStringLiteral("dir")},
      {QStringLiteral("server"), QStringLiteral("Server that the log-in proposes."),
       QStringLiteral("address")},
      {QStringLiteral("lang"), QStringLiteral("id or en."), QStringLiteral("language")},
      {QStringLiteral("theme"), QStringLiteral("normal, sunlight or night."),
       QStringLiteral("theme")},
      {QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH"),
       QStringLiteral("360x800")},
      {QStringLiteral("script"), QStringLiteral("Drive the window from a file."),
       QStringLiteral("file")},
  });
  parser.process(app);

  Arguments arguments;
  arguments.dataDir = parser.isSet(QStringLiteral("data"))
                          ? parser.value(QStringLiteral("data"))
                          : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  arguments.server = parser.value(QStringLiteral("server"));
  arguments.language =
      oneOf(parser, QStringLiteral("lang"), {QStringLiteral("id"), QStringLiteral("en")});
  arguments.theme =
      oneOf(parser, QStringLiteral("theme"),
            {QStringLiteral("normal"), QStringLiteral("sunlight"), QStringLiteral("night")});
  arguments.size = sizeFrom(parser.value(QStringLiteral("size")));
  arguments.script = parser.value(QStringLiteral("script"));
  return arguments;
}

} // namespace palang::mobile
