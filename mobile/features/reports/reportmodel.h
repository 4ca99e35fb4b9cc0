#pragma once

#include "mobile/desk/periodmodel.h"
#include "mobile/features/reports/reporttable.h"

#include <QVariantList>
#include <QVariantMap>

namespace palang::mobile {

/// What a period came to, as figures and as bars. A bar is {key, label, share, value, text,
/// accent}.
class ReportModel : public palang::mobile::PeriodModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(int exits READ exits NOTIFY changed)
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

  /// {revenue, entries, exits, tax, net, averageStay, freeExits, lostTickets, differences, noPhoto,
  /// shifts, shiftDifference, shiftsDiffer} as words.
  [[nodiscard]] QVariantMap figures() const;
  /// Per hour of a day, `key` its beginning in ms; per day of a longer period, `key` how many days
  /// back from its last.
  [[nodiscard]] QVariantList revenueBars() const;
  /// Entries and exits by the hour of the day; `key` as above, of one day only.
  [[nodiscard]] QVariantList hourBars() const;
  [[nodiscard]] QVariantList occupancyBars() const;
  [[nodiscard]] QVariantList typeBars() const; ///< `key`: the class's word.
  [[nodiscard]] QVariantList gateBars() const; ///< `key`: the gate's id.
  [[nodiscard]] QVariantList methodBars() const;
  [[nodiscard]] QVariantList openingLines() const; ///< Of {text, count}.

  [[nodiscard]] ReportTable table() const;
  [[nodiscard]] int exits() const { return static_cast<int>(m_data.totals.exits); }

private:
  [[nodiscard]] result<void> takeReport(const std::string& data);
  [[nodiscard]] result<void> takeBuckets(const std::string& data);
  [[nodiscard]] bool isOneDay() const;
  [[nodiscard]] QVariantList parts(const std::vector<protocol::report_part>& all,
                                   const std::function<QString(const std::string&)>& name) const;

  protocol::period_report m_data;
  std::vector<protocol::stats_row> m_rows;
};

} // namespace palang::mobile
