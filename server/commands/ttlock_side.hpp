#pragma once

#include "server/actors/environment.hpp"
#include "server/config/settings.hpp"
#include "server/storage/database.hpp"
#include "server/ttlock/credential.hpp"
#include "server/ttlock/token.hpp"

#include <filesystem>
#include <memory>

namespace palang::commands {

/// What the TTLock side needs beside the actors, made from the settings. Outlives the actors.
class ttlock_side {
public:
  /// Errors: invalid (field "ttlock-url") for a URL that cannot be asked; db_unavailable;
  /// internal when the key cannot be kept.
  [[nodiscard]] static result<std::unique_ptr<ttlock_side>>
  make(const config::settings& s, storage::database& store, const clock& time);

  [[nodiscard]] const ttlock::credential_key& credential_key() const noexcept { return key_; }
  /// Fills in what the actors need; nothing while no URL is set.
  void connect(actors::environment& env);

private:
  explicit ttlock_side(const clock& time) : time_{time} {}
  [[nodiscard]] result<void> load(storage::database& store, const config::settings& s);

  const clock& time_;
  ttlock::credential_key key_;
  std::string url_; ///< Empty: off.
  std::string client_id_;
  double pace_ = 1;
  std::optional<instant> away_since_;
  std::shared_ptr<actors::call_meter> calls_;
  std::unique_ptr<ttlock::token_source> tokens_;
};

/// The site's key for passcodes: `file`, made at the first start and readable by its owner alone.
/// Lost, old records keep their digests but no new record matches them. Errors: internal.
[[nodiscard]] result<ttlock::credential_key> load_or_make_key(const std::filesystem::path& file);

} // namespace palang::commands
