#pragma once

#include "mobile/base/sitetime.h"
#include "shared/protocol/config.hpp"

#include <QString>

#include <functional>
#include <optional>
#include <string>

namespace palang::mobile {

/// What turns ids and times into what people at the site read.
struct SiteView {
  std::optional<protocol::config> config;
  SiteTime time;
  std::function<instant()> now; ///< Corrected; empty before a workplace is known.

  /// `14:05:09` today, with the day before.
  [[nodiscard]] QString moment(instant at) const;
  /// The gate's name, or its id when the configuration does not know it.
  [[nodiscard]] QString gate(const std::string& id) const;
  /// The name of the gate that the lock opens, else the lock's, else its id.
  [[nodiscard]] QString lock(const std::string& id) const;
  [[nodiscard]] QString zone(const std::string& id) const;
};

} // namespace palang::mobile
