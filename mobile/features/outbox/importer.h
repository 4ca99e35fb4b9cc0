#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace palang::mobile {

struct ImportedFile;

/// Takes an `offline_data` folder into the outbox: everything in it waits to be sent afterwards.
/// Taking it in twice changes nothing.
class Importer : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString usualFolder READ usualFolder NOTIFY workplaceChanged)
  Q_PROPERTY(QString entryGate READ entryGate NOTIFY gatesChanged)
  Q_PROPERTY(QString exitGate READ exitGate NOTIFY gatesChanged)
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  Q_PROPERTY(QString summary READ summary NOTIFY stateChanged)
  Q_PROPERTY(QString skipped READ skipped NOTIFY stateChanged)

public:
  enum class State { Ready, Running, Done, Failed };
  Q_ENUM(State)

  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  /// Where this program's export would be.
  [[nodiscard]] QString usualFolder() const;
  /// The files name no gate: these are taken, by name. First the one where this device works.
  [[nodiscard]] QString entryGate() const;
  [[nodiscard]] QString exitGate() const;
  [[nodiscard]] State state() const { return m_state; }
  /// What came of it, in words.
  [[nodiscard]] QString summary() const { return m_summary; }
  /// Files that were left out, one a line: name and why.
  [[nodiscard]] QString skipped() const { return m_skipped.join(QLatin1Char('\n')); }

  Q_INVOKABLE void nextEntryGate();
  Q_INVOKABLE void nextExitGate();
  /// Shows Running first; the files are read when the window had time to say so.
  Q_INVOKABLE void run(const QString& folder);
  Q_INVOKABLE void reset();

signals:
  void workplaceChanged();
  void gatesChanged();
  void stateChanged();

private:
  using Gates = std::vector<protocol::gate_config>;
  [[nodiscard]] Gates gatesFor(protocol::gate_direction direction) const;
  void chooseGates();
  void take(const QString& folder);
  void tell(const std::vector<ImportedFile>& files);
  void settle(State state, const QString& summary);

  Workplace* m_workplace = nullptr;
  Gates m_entryGates; ///< The chosen one first.
  Gates m_exitGates;
  State m_state = State::Ready;
  QString m_summary;
  QStringList m_skipped;
};

} // namespace palang::mobile
