#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace palang::mobile {

/// A printer that takes ESC/POS bytes. Thread: the GUI's.
class Printer {
public:
  /// Empty: everything was handed over; else why not, in English for the log.
  using Done = std::function<void(const QString& why)>;

  virtual ~Printer() = default;
  /// Hands the bytes over and tells once, later, whether that was done. A printer that is gone is
  /// told of within a few seconds.
  virtual void print(const QByteArray& bytes, Done done) = 0;
  /// Whether it answers.
  virtual void probe(Done done) = 0;
};

/// `10.0.0.9` or `10.0.0.9:9100`: a printer in the network; `bt:AA:BB:CC:DD:EE:FF`: a paired one,
/// on devices with Bluetooth. nullptr for what is neither.
[[nodiscard]] std::unique_ptr<Printer> makePrinter(const QString& address);

} // namespace palang::mobile
