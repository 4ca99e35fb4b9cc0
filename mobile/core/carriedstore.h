#pragma once

#include "mobile/core/store.h"
#include "shared/core/crypto.hpp"
#include "shared/protocol/outbox_receipt.hpp"

#include <QByteArray>
#include <QDir>
#include <QString>

#include <string>
#include <vector>

namespace palang::mobile {

/// The sealed outbox of another device, on its way to the server through this one.
struct CarriedCopy {
  std::string sha256; ///< Lower-case hex, of the sealed bytes.
  std::uint16_t deviceNo = 0;
  int records = 0;
  instant takenAt{};
  std::optional<instant> deliveredAt;
  std::optional<protocol::outbox_receipt> receipt; ///< Set exactly when delivered.
  std::string trouble;                             ///< Why the last try failed.
};

/// The copies that this device carries: files in Salinan/Bawaan, and what became of them in the
/// store's database. Thread: the store's.
class CarriedStore {
public:
  /// `dataDir` as of Client::Options. The store is open and lives longer.
  CarriedStore(Store& store, const QString& dataDir);

  /// Keeps a copy; returns once it is on disk. The same copy again changes nothing.
  /// Errors: too_large (over protocol::max_sealed_bytes), db_unavailable (cannot be written).
  [[nodiscard]] result<CarriedCopy> add(const crypto::bytes& sealed, std::uint16_t deviceNo,
                                        int records);
  /// Oldest first, those that were delivered too.
  [[nodiscard]] result<std::vector<CarriedCopy>> all() const;
  /// Not delivered yet, oldest first.
  [[nodiscard]] result<std::vector<CarriedCopy>> waiting() const;
  /// Errors: corrupt (the file is gone or damaged).
  [[nodiscard]] result<QByteArray> content(const std::string& sha256) const;
  [[nodiscard]] result<void> markDelivered(const std::string& sha256,
                                           const protocol::outbox_receipt& receipt);
  [[nodiscard]] result<void> noteTrouble(const std::string& sha256, const std::string& why);
  /// Removes what was delivered more than `days` days ago. Returns how many.
  [[nodiscard]] result<int> clean(int days);

private:
  [[nodiscard]] QString pathOf(const std::string& sha256) const;
  [[nodiscard]] result<std::vector<CarriedCopy>> read(const std::string& condition) const;

  Store& m_store;
  QDir m_folder;
};

} // namespace palang::mobile
