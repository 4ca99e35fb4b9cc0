#include "mobile/platform/printer.h"

#include "mobile/platform/networkprinter.h"

#ifdef PALANG_ANDROID
#include "mobile/platform/android/bluetoothprinter.h"
#endif

#include <QRegularExpression>

namespace palang::mobile {

namespace {

constexpr quint16 rawPort = 9100;

} // namespace

std::unique_ptr<Printer> makePrinter(const QString& address) {
  static const QRegularExpression network(
      QStringLiteral(R"(^([A-Za-z0-9][A-Za-z0-9.-]*)(?::([0-9]{1,5}))?$)"));
  const auto text = address.trimmed();
#ifdef PALANG_ANDROID
  if (text.startsWith(QLatin1String("bt:")))
    return std::make_unique<BluetoothPrinter>(text.mid(3));
#endif
  const auto match = network.match(text);
  const auto port = match.captured(2).isEmpty() ? rawPort : match.captured(2).toUShort();
  if (!match.hasMatch() || port == 0)
    return nullptr;
  return std::make_unique<NetworkPrinter>(match.captured(1), port);
}

} // namespace palang::mobile
