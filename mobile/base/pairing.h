#pragma once

#include <QString>

#include <optional>

/// What a new handheld and the desk show each other as QR codes, so that nobody types addresses or
/// compares keys letter by letter. Pure functions.
namespace palang::mobile::pairing {

struct DeviceCode {
  QString id;  ///< As the server lists it.
  QString key; ///< Its public key, base64.
  friend bool operator==(const DeviceCode&, const DeviceCode&) = default;
};

/// Which device waits for approval, and with which key.
[[nodiscard]] QString textOf(const DeviceCode& code);
[[nodiscard]] std::optional<DeviceCode> deviceCodeIn(const QString& text);
/// The same key in eight letters that can be read out, `K7QX-4M2P`: enough to tell the devices of a
/// site apart, and 40 bits against somebody who wants to be taken for another.
[[nodiscard]] QString shortCode(const QString& key);
/// However it was typed: with or without the dash, in any case.
[[nodiscard]] bool isShortCodeOf(const QString& typed, const QString& key);

/// Where the server is, as a log-in takes it: `10.0.0.5:8181`.
[[nodiscard]] QString textOfServer(const QString& address);
[[nodiscard]] std::optional<QString> serverIn(const QString& text);

} // namespace palang::mobile::pairing
