#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <random>
#include <string>
#include <vector>

namespace palang::mobile {

/// Shows what waits on this device as codes, round and round, for another device to read.
class HandoverGiver : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  /// The code to show now; empty when nothing can be handed over: then `trouble` says why.
  Q_PROPERTY(QString code READ code NOTIFY codeChanged)
  Q_PROPERTY(QString trouble READ trouble NOTIFY codeChanged)
  Q_PROPERTY(int number READ number NOTIFY codeChanged)
  Q_PROPERTY(int count READ count NOTIFY codeChanged)
  Q_PROPERTY(int records READ records NOTIFY codeChanged)
  Q_PROPERTY(int photosLeft READ photosLeft NOTIFY codeChanged)
  Q_PROPERTY(bool slow READ isSlow WRITE setSlow NOTIFY codeChanged)

public:
  explicit HandoverGiver(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] QString code() const;
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] int number() const; ///< Of the part that is shown, from 1; 0: none.
  [[nodiscard]] int count() const { return static_cast<int>(m_parts.size()); }
  [[nodiscard]] int records() const { return m_records; }
  [[nodiscard]] int photosLeft() const; ///< They stay on this device.
  [[nodiscard]] bool isSlow() const { return m_isSlow; }
  void setSlow(bool on); ///< For a camera that does not keep up.

  /// Seals what waits now, and begins.
  Q_INVOKABLE void start();
  Q_INVOKABLE void stop();

signals:
  void workplaceChanged();
  void codeChanged();

private:
  void next();
  [[nodiscard]] result<void> prepare();

  Workplace* m_workplace = nullptr;
  std::vector<std::string> m_parts;
  std::vector<std::size_t> m_order; ///< Of this round.
  std::size_t m_at = 0;
  int m_records = 0;
  bool m_isSlow = false;
  QString m_trouble;
  QTimer m_timer;
  std::minstd_rand m_random{std::random_device{}()};
};

} // namespace palang::mobile
