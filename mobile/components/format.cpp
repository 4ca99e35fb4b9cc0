#include "mobile/components/format.h"

#include "shared/core/money.hpp"

namespace palang::mobile {

QString Format::money(qint64 amount) {
  return QString::fromStdString(to_display(rupiah{amount}));
}

QString Format::note(qint64 amount) {
  return money(amount).remove(QStringLiteral("Rp"));
}

} // namespace palang::mobile
