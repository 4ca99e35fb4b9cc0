#pragma once

#include "mobile/base/sitetime.h"
#include "shared/protocol/messages.hpp"

#include <QString>
#include <QVariantMap>

namespace palang::mobile {

/// Which stays a list shows, as a person set it; the same for what the server lists and for what
/// happens meanwhile. A pure value.
///
/// Made of names and texts, so that it can be kept: `status`, `type` and `flag` are words of the
/// protocol, `gate` an id, `amount` free, different, under or over, `notable`
/// yes, `from` and `to` local days (yyyy-MM-dd), `attendant` a username, `method` a word of the
/// protocol, `stayFrom` and `stayTo` minutes, `chargedFrom` and `chargedTo` rupiah; every range
/// includes both ends. An empty or unknown value is no filter.
class SessionFilter {
public:
  SessionFilter() = default;
  SessionFilter(const QVariantMap& values, const SiteTime& time);

  /// Of the means of payment it says nothing: a stay does not tell them.
  [[nodiscard]] bool fits(const protocol::session& s, instant now) const;
  [[nodiscard]] const protocol::session_list& question() const { return m_wanted; }

private:
  protocol::session_list m_wanted;
};

/// A whole number from 0 as people type it (90, 5.000, Rp 5.000); empty when it is none.
[[nodiscard]] QString wholeNumberFrom(const QString& typed);

/// A day as people type it (24-3-2025, 24/03/2025, 2025-03-24) as yyyy-MM-dd; empty when it is
/// none.
[[nodiscard]] QString dayFrom(const QString& typed);

} // namespace palang::mobile
