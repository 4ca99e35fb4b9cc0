#include "mobile/automation/scriptrunner.h"

#include "mobile/automation/fitcheck.h"
#include "mobile/automation/inputs.h"

#include <QFile>
#include <QTextStream>

#include <cstdio>

namespace palang::mobile {

namespace {

constexpr auto pollPeriod = std::chrono::milliseconds(40);

const QStringList& itemVerbs() {
  static const QStringList verbs{QStringLiteral("click"),       QStringLiteral("type"),
                                 QStringLiteral("clear"),       QStringLiteral("wait"),
                                 QStringLiteral("waitGone"),    QStringLiteral("waitText"),
                                 QStringLiteral("waitSaid"),    QStringLiteral("waitUnsaid"),
                                 QStringLiteral("waitEnabled"), QStringLiteral("print")};
  return verbs;
}

void say(const QString& line) {
  QTextStream(stdout) << line << Qt::endl;
}

} // namespace

QString ScriptRunner::Step::shown() const {
  return QStringLiteral("%1 %2 %3 %4").arg(line).arg(verb, name, text).trimmed();
}

ScriptRunner::ScriptRunner(QQuickWindow* window, QObject* parent)
    : QObject(parent), m_window(window) {
  m_timer.setInterval(pollPeriod);
  connect(&m_timer, &QTimer::timeout, this, &ScriptRunner::advance);
}

bool ScriptRunner::start(const QString& file) {
  QFile script(file);
  if (!script.open(QIODevice::ReadOnly | QIODevice::Text))
    return false;
  QTextStream lines(&script);
  for (int number = 1; !lines.atEnd(); ++number) {
    const auto line = lines.readLine().trimmed();
    if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
      continue;
    Step step{number, line.section(QLatin1Char(' '), 0, 0), {}, line.section(QLatin1Char(' '), 1)};
    if (itemVerbs().contains(step.verb)) {
      step.name = step.text.section(QLatin1Char(' '), 0, 0);
      step.text = step.text.section(QLatin1Char(' '), 1);
    }
    m_steps.append(step);
  }
  m_waited.start();
  m_timer.start();
  return true;
}

void ScriptRunner::advance() {
  if (m_next == m_steps.size()) {
    m_timer.stop();
    return;
  }
  const auto& step = m_steps[m_next];
  const auto outcome = perform(step);
  if (outcome == Outcome::Again && m_waited.elapsed() < m_timeoutMs)
    return;
  report(step, outcome == Outcome::Done);
  ++m_next;
  m_waited.restart();
  if (outcome == Outcome::Done && step.verb != QLatin1String("quit"))
    return;
  m_timer.stop();
  emit finished(outcome == Outcome::Done ? 0 : 1);
}

ScriptRunner::Outcome ScriptRunner::perform(const Step& step) {
  m_why.clear();
  return itemVerbs().contains(step.verb) ? performOnItem(step) : performOnWindow(step);
}

ScriptRunner::Outcome ScriptRunner::performOnItem(const Step& step) {
  auto* item = inputs::find(*m_window, step.name);
  const bool isShown = item != nullptr && inputs::isShown(*item);
  if (step.verb == QLatin1String("waitGone"))
    return check(!isShown, "still visible");
  if (!isShown)
    return check(false, item == nullptr ? "no such item" : "not visible");
  if (step.verb == QLatin1String("wait"))
    return Outcome::Done;
  if (step.verb == QLatin1String("waitText")) {
    const auto text = inputs::textOf(*item);
    m_why = QStringLiteral("its text is \"%1\"").arg(text);
    return text.contains(step.text) ? Outcome::Done : Outcome::Again;
  }
  if (step.verb == QLatin1String("waitSaid"))
    return check(inputs::says(*item, step.text), "nothing says so");
  if (step.verb == QLatin1String("waitUnsaid"))
    return check(!inputs::says(*item, step.text), "still said");
  if (step.verb == QLatin1String("print")) {
    say(inputs::textOf(*item));
    return Outcome::Done;
  }
  if (!item->isEnabled())
    return check(false, "disabled");
  if (step.verb == QLatin1String("waitEnabled"))
    return Outcome::Done;
  inputs::click(*m_window, *item);
  if (step.verb == QLatin1String("clear"))
    return check(inputs::pressKeys(*m_window, QStringLiteral("Ctrl+A, Backspace")), "cannot clear");
  if (step.verb == QLatin1String("type"))
    inputs::typeText(*m_window, step.text);
  return Outcome::Done;
}

ScriptRunner::Outcome ScriptRunner::performOnWindow(const Step& step) {
  if (step.verb == QLatin1String("keys")) {
    inputs::typeText(*m_window, step.text);
    return Outcome::Done;
  }
  if (step.verb == QLatin1String("key"))
    return inputs::pressKeys(*m_window, step.text) ? Outcome::Done : Outcome::Failed;
  if (step.verb == QLatin1String("grab"))
    return m_window->grabWindow().save(step.text) ? Outcome::Done : Outcome::Failed;
  if (step.verb == QLatin1String("fits")) {
    const auto bad = misfits(*m_window);
    m_why = bad.join(QStringLiteral("; "));
    return bad.isEmpty() ? Outcome::Done : Outcome::Again;
  }
  if (step.verb == QLatin1String("sleep"))
    return m_waited.elapsed() >= step.text.toInt() ? Outcome::Done : Outcome::Again;
  if (step.verb == QLatin1String("waitFile"))
    return check(QFile::exists(step.text), "no such file");
  if (step.verb == QLatin1String("timeout")) {
    m_timeoutMs = step.text.toInt();
    return Outcome::Done;
  }
  if (step.verb == QLatin1String("resize")) {
    m_window->resize(step.text.section(QLatin1Char('x'), 0, 0).toInt(),
                     step.text.section(QLatin1Char('x'), 1, 1).toInt());
    return Outcome::Done;
  }
  if (step.verb == QLatin1String("quit"))
    return Outcome::Done;
  m_why = QStringLiteral("unknown step");
  return Outcome::Failed;
}

ScriptRunner::Outcome ScriptRunner::check(bool isTrue, const char* why) {
  m_why = QString::fromLatin1(why);
  return isTrue ? Outcome::Done : Outcome::Again;
}

void ScriptRunner::report(const Step& step, bool isOk) const {
  say(isOk ? QStringLiteral("ok ") + step.shown()
           : QStringLiteral("FAILED %1: %2").arg(step.shown(), m_why));
}

} // namespace palang::mobile
