#pragma once

#include "mobile/platform/background.h"

namespace palang::mobile {

/// A foreground service (SyncService.java) with its notice, only while something waits.
class AndroidBackground : public Background {
public:
  void setWork(int pending, const QString& words) override;

private:
  bool m_isRunning = false;
};

} // namespace palang::mobile
