#pragma once

#include "mobile/desk/periodmodel.h"
#include "shared/protocol/health.hpp"

#include <QVariantList>
#include <QVariantMap>

namespace palang::mobile {

/// How well locks and gateways were heard within a period, and what is left of the cloud's calls.
class HealthModel : public palang::mobile::PeriodModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString calls READ calls NOTIFY changed)
  Q_PROPERTY(double callShare READ callShare NOTIFY changed)
  Q_PROPERTY(int rejects READ rejects NOTIFY changed)

public:
  explicit HealthModel(QObject* parent = nullptr);

  /// `1.204 dari 20.000 panggilan bulan ini`
  [[nodiscard]] QString calls() const;
  /// 0 to 1, of the month's limit; 0 without one.
  [[nodiscard]] double callShare() const;
  [[nodiscard]] int rejects() const { return static_cast<int>(m_report.rejects); }

  /// {callbacks, pulls, late, p50, p95, max, gaps, coverage, lastContact, scans} as words; empty
  /// when the lock is not in the report. `gaps` and `scans` are lists of {text, tone}.
  Q_INVOKABLE [[nodiscard]] QVariantMap ofLock(const QString& lockId) const;
  /// {offline, total, catchUp, windows}.
  Q_INVOKABLE [[nodiscard]] QVariantMap ofGateway(const QString& gatewayId) const;

private:
  [[nodiscard]] QVariantList windows(const std::vector<protocol::silence>& gaps) const;
  [[nodiscard]] QVariantList scans(const protocol::lock_health& lock) const;

  protocol::health_report m_report;
};

} // namespace palang::mobile
