#pragma once

#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace palang::mobile {

/// The person's shift on this device: opened with a float, closed with a count made before anybody
/// sees what was expected. Its state is kept on the device, so that it survives restarts and works
/// offline; the difference comes with the server's answer.
class ShiftModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(Phase phase READ phase NOTIFY changed)
  Q_PROPERTY(QString opened READ opened NOTIFY changed)
  Q_PROPERTY(QString openedBy READ openedBy NOTIFY changed)
  Q_PROPERTY(double openingCash READ openingCash NOTIFY changed)
  Q_PROPERTY(int records READ records NOTIFY changed)
  Q_PROPERTY(int pending READ pending NOTIFY changed)
  Q_PROPERTY(double counted READ counted NOTIFY changed)
  Q_PROPERTY(double expected READ expected NOTIFY changed)
  Q_PROPERTY(double difference READ difference NOTIFY changed)
  Q_PROPERTY(QString differenceText READ differenceText NOTIFY changed)
  Q_PROPERTY(QString auditText READ auditText NOTIFY changed)
  Q_PROPERTY(bool auditAgrees READ doesAuditAgree NOTIFY changed)
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)

public:
  enum class Phase {
    None, ///< No shift: it can be opened.
    Open,
    Counted, ///< Closed here; the server has not answered yet.
    Closed,  ///< Closed and answered: the difference is known.
    Refused, ///< The server refused the closing.
  };
  Q_ENUM(Phase)

  /// Of the device's numbers of records, both included.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Phase phase() const { return m_phase; }
  [[nodiscard]] QString opened() const;
  [[nodiscard]] QString openedBy() const { return m_username; }
  [[nodiscard]] double openingCash() const { return static_cast<double>(m_openingCash); }
  /// Made on this device in the shift so far, its opening included.
  [[nodiscard]] int records() const;
  [[nodiscard]] int pending() const;
  [[nodiscard]] double counted() const { return static_cast<double>(m_counted); }
  [[nodiscard]] double expected() const {
    return static_cast<double>(m_answer ? m_answer->expected.value_or(rupiah{}).value : 0);
  }
  [[nodiscard]] double difference() const {
    return static_cast<double>(m_answer ? m_answer->difference.value_or(rupiah{}).value : 0);
  }
  [[nodiscard]] QString differenceText() const; ///< Pas, kurang Rp…, lebih Rp…
  [[nodiscard]] QString auditText() const;      ///< `dibuat di HP 214 = di server 214`
  [[nodiscard]] bool doesAuditAgree() const { return stillMissing() == 0; }
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }

  /// True when it is on disk. `cash` in rupiah.
  Q_INVOKABLE bool openShift(double cash);
  /// The blind count; records may still be pending then (the screen warned).
  Q_INVOKABLE bool closeShift(double cash);
  /// The result was read: a new shift can be opened.
  Q_INVOKABLE void finish();
  Q_INVOKABLE void dismiss();

signals:
  void workplaceChanged();
  void changed();

private:
  void load();
  void save() const;
  void readAnswer();
  /// What the archive still has of them goes to the server once more.
  void bringAgain(std::vector<Range> missing);
  [[nodiscard]] int stillMissing() const;
  void refuse(const error& why);

  Workplace* m_workplace = nullptr;
  Phase m_phase = Phase::None;
  uuid m_shiftId;
  QString m_username;
  qint64 m_openedAtMs = 0;
  qint64 m_openingCash = 0;
  qint64 m_counted = 0;
  std::uint32_t m_firstSeq = 0;
  std::uint32_t m_lastSeq = 0; ///< Of the closing.
  std::optional<uuid> m_closing;
  std::optional<protocol::shift> m_answer;
  std::vector<Range> m_missing; ///< That the server told with its answer.
  bool m_hasAskedAgain = false;
  QString m_trouble;
  QString m_nextStep;
};

} // namespace palang::mobile
