#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QQuickWindow>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace palang::mobile {

/// Drives a real window from a text file, as a person would: with mouse and key events at the
/// items' places. For the demo's story and for tests of whole programs; `--script FILE` of both
/// programs.
///
/// One step a line; empty lines and lines that start with `#` are skipped. NAME is an item's
/// objectName; of several, the visible one.
///
/// - `click NAME`: waits until the item is visible and enabled, then presses and releases in its
///   middle.
/// - `type NAME TEXT`: clicks it, then types TEXT.
/// - `keys TEXT`: types TEXT to whatever has the focus.
/// - `key KEY`: one key by its Qt name: Return, Escape, Tab, Backspace, Ctrl+F …
/// - `clear NAME`: clicks it and removes its text.
/// - `wait NAME`: until the item is visible.
/// - `waitGone NAME`: until it is not.
/// - `waitText NAME TEXT`: until its text (or its accessible name) contains TEXT.
/// - `waitSaid NAME TEXT`, `waitUnsaid NAME TEXT`: until something visible inside it contains TEXT,
/// or
///   nothing does any more.
/// - `waitEnabled NAME`: until it can be used.
/// - `waitFile FILE`: until the file exists: the cue of whoever plays several programs together.
/// - `print NAME`: writes its text to stdout.
/// - `grab FILE`: saves the window as a picture.
/// - `fits`: every text can be read whole (see misfits()); what cannot is told.
/// - `resize WIDTHxHEIGHT`
/// - `sleep MS`
/// - `timeout MS`: for the steps that follow; 10,000 at the start.
/// - `quit`: ends the program with exit code 0.
///
/// Each step writes `ok LINE TEXT` or `FAILED LINE TEXT: why` to stdout; a failure ends the program
/// with exit code 1. The end of the file leaves the program running.
class ScriptRunner : public QObject {
  Q_OBJECT

public:
  explicit ScriptRunner(QQuickWindow* window, QObject* parent = nullptr);

  /// Reads the file and starts with the first step once the event loop runs. False when it cannot
  /// be read.
  bool start(const QString& file);

signals:
  /// The program should end with this exit code.
  void finished(int exitCode);

private:
  struct Step {
    int line = 0;
    QString verb;
    QString name;
    QString text; ///< The rest of the line.
    [[nodiscard]] QString shown() const;
  };
  enum class Outcome { Done, Again, Failed };

  void advance();
  [[nodiscard]] Outcome perform(const Step& step);
  [[nodiscard]] Outcome performOnItem(const Step& step);
  [[nodiscard]] Outcome performOnWindow(const Step& step);
  [[nodiscard]] Outcome check(bool isTrue, const char* why);
  void report(const Step& step, bool isOk) const;

  QQuickWindow* m_window;
  QList<Step> m_steps;
  qsizetype m_next = 0;
  QTimer m_timer;
  QElapsedTimer m_waited;
  int m_timeoutMs = 10'000;
  QString m_why;
};

} // namespace palang::mobile
