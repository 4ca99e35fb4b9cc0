#include "mobile/base/arguments.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdlib>

namespace palang::mobile {

namespace {

[[noreturn]] void refuse(const QString& why) {
  QTextStream(stderr) << why << Qt::endl;
  std::exit(2);
}

QString written(const QSize& size) {
  return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
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

QSize sizeFrom(const QString& text, const QSize& least) {
  const auto parts = text.split(QLatin1Char('x'));
  const QSize size{parts.value(0).toInt(), parts.value(1).toInt()};
  if (size.expandedTo(least) != size)
    refuse(QStringLiteral("--size: WIDTHxHEIGHT, at least %1").arg(written(least)));
  return size;
}

QString addressFrom(const QString& text) {
  if (!text.isEmpty() && QHostAddress(text).protocol() != QAbstractSocket::IPv4Protocol)
    refuse(QStringLiteral("--lan: an IPv4 address"));
  return text;
}

void addOptions(QCommandLineParser& parser, const QSize& usual) {
  const auto option = [&](const char* name, const char* what, const char* value,
                          const QString& otherwise = {}) {
    parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what),
                      QString::fromLatin1(value), otherwise});
  };
  parser.addHelpOption();
  parser.addVersionOption();
  option("data", "Folder that keeps the records.", "dir",
         QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
  option("server", "Server that the log-in proposes.", "address");
  option("lang", "id or en.", "language");
  option("theme", "normal, sunlight or night.", "theme");
  option("size", "Size of the window.", "WxH", written(usual));
  option("font-scale", "Size of the texts, 1 to 2.", "factor");
  option("camera",
         "On a desktop: pictures of this folder as the camera's, or \"device\" for the one that is "
         "plugged in.",
         "dir");
  option("lan", "This device's IPv4 address for a hand-over; else those of its networks.",
         "address");
  option("script", "Drive the window from a file.", "file");
}

} // namespace

Arguments readArguments(const QGuiApplication& app, const QString& description,
                        const WindowSize& window) {
  QCommandLineParser parser;
  parser.setApplicationDescription(description);
  addOptions(parser, window.usual);
  parser.process(app);
  return {
      .dataDir = parser.value(QStringLiteral("data")),
      .server = parser.value(QStringLiteral("server")),
      .language =
          oneOf(parser, QStringLiteral("lang"), {QStringLiteral("id"), QStringLiteral("en")}),
      .theme =
          oneOf(parser, QStringLiteral("theme"),
                {QStringLiteral("normal"), QStringLiteral("sunlight"), QStringLiteral("night")}),
      .fontScale = parser.isSet(QStringLiteral("font-scale"))
                       ? std::optional{parser.value(QStringLiteral("font-scale")).toDouble()}
                       : std::nullopt,
      .size = sizeFrom(parser.value(QStringLiteral("size")), window.least),
      .camera = parser.value(QStringLiteral("camera")),
      .lan = addressFrom(parser.value(QStringLiteral("lan"))),
      .script = parser.value(QStringLiteral("script")),
  };
}

} // namespace palang::mobile
