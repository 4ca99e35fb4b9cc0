#pragma once

#include "mobile/features/live/liveevent.h"

#include <QString>

/// How each kind of event looks and is called in the feed.
namespace palang::mobile::feedwords {

/// False for what is no news to a person.
[[nodiscard]] bool isNews(const LiveEvent& e);
[[nodiscard]] QString title(const LiveEvent& e);
[[nodiscard]] QString icon(const LiveEvent& e);
/// plain, entry, exit, good, warning, critical
[[nodiscard]] QString tone(const LiveEvent& e);
/// `Otomatis`, `Ditahan buka`, `Ditutup`
[[nodiscard]] QString mode(protocol::gate_mode mode);
/// Why a barrier moved: the car's passage, or the reason that somebody gave.
[[nodiscard]] QString cause(const std::string& cause);

} // namespace palang::mobile::feedwords
