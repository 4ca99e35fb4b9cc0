#pragma once

#include "shared/protocol/config.hpp"

#include <QString>

#include <optional>

/// The configuration document as a person reads it: its fields' names, and what is wrong with one.
namespace palang::mobile::configwords {

/// `/tariffs/2/first_amt` as `Tarif T1-MOBIL versi 3 · Harga blok pertama (Rp)`.
[[nodiscard]] QString field(const QString& pointer, const std::optional<protocol::config>& config);
/// The refusals of protocol::validate and of the server, in the person's language; anything else
/// stays as it was told.
[[nodiscard]] QString problem(const QString& message);

} // namespace palang::mobile::configwords
