#pragma once

#include "shared/core/error.hpp"
#include "shared/domain/fee.hpp"
#include "shared/domain/vehicle_class.hpp"
#include "shared/protocol/config.hpp"

#include <QLocale>
#include <QString>

#include <optional>

/// The words that several features share, in the language that the person chose.
namespace palang::mobile::wording {

/// True: Indonesian; false: English. Set by Workplace.
[[nodiscard]] bool isIndonesian();
void setIndonesian(bool on);
[[nodiscard]] QLocale locale();

/// What happened, and what to do next.
struct Trouble {
  QString text;
  QString nextStep;
};
[[nodiscard]] Trouble of(const error& why);
/// For a code that came as a word; an unknown one keeps the server's message.
[[nodiscard]] Trouble of(const QString& code, const QString& message);

/// Of a server's `Indonesian (English)` the language that is shown; a text without parentheses is
/// left as it is.
[[nodiscard]] QString ofBoth(const std::string& text);

/// `Mobil`: the configuration's name of the class, or our own.
[[nodiscard]] QString vehicle(domain::vehicle_class c,
                              const std::optional<protocol::config>& config);
/// A record's summary as it is stored, `B 1234 XYZ · MOBIL · in-1`, with names instead of ids.
[[nodiscard]] QString summary(const QString& stored, const std::optional<protocol::config>& config);
/// The icon of the class: motor, mobil, truk, bus, lain.
[[nodiscard]] QString vehicleIcon(domain::vehicle_class c);
/// `2 jam 5 menit`
[[nodiscard]] QString duration(milliseconds span);
/// `2 j 5 m: jam pertama …`: the breakdown as lines.
[[nodiscard]] QString step(const domain::fee_step& s);
/// Tunai, QRIS, Kartu e-money, Transfer.
[[nodiscard]] QString method(const std::string& word);

} // namespace palang::mobile::wording
