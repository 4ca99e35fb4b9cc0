#pragma once

#include "mobile/desk/fetch.h"
#include "mobile/desk/period.h"
#include "mobile/features/reports/reporttable.h"

#include <QVariantList>
#include <QVariantMap>

namespace palang::mobile {

/// What a period came to, as figures and as bars. A bar is {key, label, share, value, text,
/// accent}.
class ReportModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(
      palang::mobile::Period* period READ period WRITE setPeriod NOTIFY periodChanged REQUIRED)
  Q_PROPERTY(palang::mobile::Fetch* fetch READ fetch CONSTANT)
  Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
  Q_PROPERTY(QVariantMap figures READ figures NOTIFY changed)
  Q_PROPERTY(QVariantList revenueBars READ revenueBars NOTIFY changed)
  Q_PROPERTY(QVariantList hourBars READ hourBars NOTIFY changed)
  Q_PROPERTY(QVariantList occupancyBars READ occupancyBars NOTIFY changed)
  Q_PROPERTY(QVariantList typeBars READ typeBars NOTIFY changed)
  Q_PROPERTY(QVariantList gateBars READ gateBars NOTIFY changed)
  Q_PROPERTY(QVariantList methodBars READ methodBars NOTIFY changed)
  Q_PROPERTY(QVariantList openingLines READ openingLines NOTIFY changed)

public:
  explicit ReportModel(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_report.workplace(); }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] Period* period() const { return m_period; }
  void setPeriod(Period* period);
  [[nodiscard]] Fetch* fetch() { return &m_report; }
  [[nodiscard]] bool isActive() const { return m_report.isActive(); }
  void setActive(bool on);

  /// {revenue, entries, exits, tax, net, averageStay, freeExits, lostTickets, differences, noPhoto,
  /// shifts, shiftDifference, shiftsDiffer} as words.
  [[nodiscard]] QVariantMap figures() const;
  /// Per hour of a day, per day of a longer period; `key` is how many days back from the period's
  /// last.
  [[nodiscard]] QVariantList revenueBars() const;
  [[nodiscard]] QVariantList hourBars() const; ///< Entries and exits by the hour of the day.
  [[nodiscard]] QVariantList occupancyBars() const;
  [[nodiscard]] QVariantList typeBars() const; ///< `key`: the class's word.
  [[nodiscard]] QVariantList gateBars() const; ///< `key`: the gate's id.
  [[nodiscard]] QVariantList methodBars() const;
  [[nodiscard]] QVariantList openingLines() const; ///< Of {text, count}.

  [[nodiscard]] ReportTable table() const;
  [[nodiscard]] std::int64_t exits() const { return m_data.totals.exits; }

signals:
  void workplaceChanged();
  void periodChanged();
  void activeChanged();
  void changed();

private:
  [[nodiscard]] bool isOneDay() const;
  [[nodiscard]] QVariantList parts(const std::vector<protocol::report_part>& all,
                                   const std::function<QString(const std::string&)>& name) const;

  Period* m_period = nullptr;
  protocol::period_report m_data;
  std::vector<protocol::stats_row> m_rows;
  Fetch m_report;
  Fetch m_buckets;
};

} // namespace palang::mobile
