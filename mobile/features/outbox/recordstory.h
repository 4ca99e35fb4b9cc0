#pragma once

#include "mobile/base/sitetime.h"
#include "mobile/core/store.h"

#include <QString>
#include <QStringList>

/// A record's way in words, as of now.
namespace palang::mobile::story {

/// Masuk, Keluar, Buka palang, …
[[nodiscard]] QString kindText(const protocol::submit_data& data);
[[nodiscard]] QString iconName(const protocol::submit_data& data);
/// The plate, or what else the record is about.
[[nodiscard]] QString title(const OutboxRow& row);
/// The rest of the summary: class, amount, gate.
[[nodiscard]] QString facts(const OutboxRow& row, const std::optional<protocol::config>& config);
/// Where it stands, in one line.
[[nodiscard]] QString standing(const OutboxRow& row, const SiteTime& time);
/// Who made it when and on what, and everything that happened to it since; oldest first.
[[nodiscard]] QStringList lines(const OutboxRow& row, const SiteTime& time);
/// What a person can do about a refusal.
[[nodiscard]] QString nextStep(const OutboxRow& row);

} // namespace palang::mobile::story
