#pragma once

#include <QImage>
#include <QString>

namespace palang::mobile {

/// What stands on a ticket, in the words of the site.
struct TicketFacts {
  QString site;
  QString number;
  QString plate; ///< Or that there is none.
  QString vehicle;
  QString time;
  QString date;
  QString code; ///< Of the QR code; empty: a ticket without one.
  QString footer;
  int copy = 0; ///< n of SALINAN n; 0: the original.
};

inline constexpr int ticketWidth = 384;

/// The ticket in black and white, ticketWidth dots wide: for a printer's paper and for sharing.
/// Needs a QGuiApplication.
[[nodiscard]] QImage ticketPicture(const TicketFacts& facts);

} // namespace palang::mobile
