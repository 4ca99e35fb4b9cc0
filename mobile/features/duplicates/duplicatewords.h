#pragma once

#include "mobile/base/siteview.h"
#include "shared/protocol/supervision.hpp"

#include <QString>
#include <QVariantList>

/// Double records in words.
namespace palang::mobile::duplicatewords {

[[nodiscard]] QString cause(protocol::duplicate_cause c);
/// Of a suggestion's action, e.g. `Saran: gabungkan`.
[[nodiscard]] QString action(const std::string& word);
[[nodiscard]] QString resolution(const std::string& word);
[[nodiscard]] QString ofBoth(const protocol::both_languages& words);
/// What a person compares: {label, left, right, same} per line; `right` empty of a single stay.
[[nodiscard]] QVariantList comparison(const std::vector<protocol::session>& sessions,
                                      const SiteView& site);

} // namespace palang::mobile::duplicatewords
