#pragma once

#include <QString>

namespace palang::mobile {

/// Keeps the program alive behind other programs while it has something to send.
class Background {
public:
  virtual ~Background() = default;
  /// `pending`: how many records and photos wait; 0: the system may put the program to sleep.
  /// `words` are shown to the person meanwhile, where the system wants that.
  virtual void setWork(int pending, const QString& words) = 0;
};

/// A desktop lets programs run.
class DesktopBackground : public Background {
public:
  void setWork(int, const QString&) override {}
};

} // namespace palang::mobile
