#pragma once

#include <QSize>
#include <QString>

#include <optional>

class QGuiApplication;

namespace palang::mobile {

/// What a person may say when starting a program with a window.
struct Arguments {
  QString dataDir; ///< Default: the platform's folder for application data.
  QString server;  ///< What the log-in proposes, e.g. "10.0.0.5:8181".
  std::optional<QString> language;
  std::optional<QString> theme;
  std::optional<double> fontScale; ///< 1 to 2.
  QSize size;                      ///< Of the window on a desktop, in device-independent pixels.
  QString camera;                  ///< As of makePlatform().
  QString lan;                     ///< As of makePlatform().
  QString script;                  ///< See ScriptRunner.
};

/// How large a window is unless told, and at the least.
struct WindowSize {
  QSize usual;
  QSize least;
};

/// Prints help, or one line about a bad argument, and ends the process then (exit code 0 or 2).
[[nodiscard]] Arguments readArguments(const QGuiApplication& app, const QString& description,
                                      const WindowSize& window);

} // namespace palang::mobile
