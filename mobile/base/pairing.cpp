#include "mobile/base/pairing.h"

#include <QCryptographicHash>
#include <QStringList>

namespace palang::mobile::pairing {

namespace {

constexpr auto devicePrefix = "PALANG-HP:";
constexpr auto serverPrefix = "PALANG-SERVER:";
/// Without what is taken for something else: 0 and O, 1 and I.
constexpr char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr int codeLength = 8;
constexpr int bitsPerLetter = 5;

std::optional<QString> after(const char* prefix, const QString& text) {
  const auto start = QLatin1String(prefix);
  if (!text.startsWith(start))
    return std::nullopt;
  return text.mid(start.size());
}

} // namespace

QString textOf(const DeviceCode& code) {
  return QLatin1String(devicePrefix) + code.id + QLatin1Char(':') + code.key;
}

std::optional<DeviceCode> deviceCodeIn(const QString& text) {
  const auto parts =
      after(devicePrefix, text.trimmed()).value_or(QString{}).split(QLatin1Char(':'));
  if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty())
    return std::nullopt;
  return DeviceCode{parts[0], parts[1]};
}

QString shortCode(const QString& key) {
  const auto hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
  quint64 bits = 0;
  for (int i = 0; i < codeLength * bitsPerLetter / 8; ++i)
    bits = bits << 8 | static_cast<quint8>(hash[i]);
  QString code;
  for (int i = codeLength - 1; i >= 0; --i)
    code += QLatin1Char(letters[bits >> (i * bitsPerLetter) & 31]);
  return code.insert(codeLength / 2, QLatin1Char('-'));
}

bool isShortCodeOf(const QString& typed, const QString& key) {
  const auto bare = [](QString code) {
    return code.remove(QLatin1Char('-')).remove(QLatin1Char(' ')).toUpper();
  };
  return bare(typed) == bare(shortCode(key));
}

QString textOfServer(const QString& address) {
  return QLatin1String(serverPrefix) + address;
}

std::optional<QString> serverIn(const QString& text) {
  return after(serverPrefix, text.trimmed());
}

} // namespace palang::mobile::pairing
