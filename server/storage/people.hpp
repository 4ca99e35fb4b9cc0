#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

struct stored_user {
  protocol::user shown;
  std::string password_hash; ///< Argon2id, libsodium's string form.
};

class user_repository {
public:
  virtual ~user_repository() = default;
  [[nodiscard]] virtual result<std::optional<stored_user>> find(const std::string& username) = 0;
  [[nodiscard]] virtual result<std::optional<stored_user>> find(const uuid& id) = 0;
  [[nodiscard]] virtual result<void> insert(const stored_user& row, instant at) = 0;
  [[nodiscard]] virtual result<void> update(const stored_user& row, instant at) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::user>> all() = 0;
};

struct stored_token {
  std::string hash; ///< SHA-256 hex of the token.
  uuid user_id;
  std::optional<uuid> device_id;
  instant created_at{};
  instant expires_at{};
};

/// Log-ins. A revoked token is removed: it is then as unknown as one that never was.
class token_repository {
public:
  virtual ~token_repository() = default;
  [[nodiscard]] virtual result<void> insert(const stored_token& row) = 0;
  [[nodiscard]] virtual result<std::optional<stored_token>> find(const std::string& hash) = 0;
  [[nodiscard]] virtual result<void> remove(const std::string& hash) = 0;
  [[nodiscard]] virtual result<void> remove_of_user(const uuid& user_id) = 0;
  [[nodiscard]] virtual result<void> remove_of_device(const uuid& device_id) = 0;
  /// At most `limit` of them. Returns how many.
  [[nodiscard]] virtual result<std::int64_t> remove_expired(instant now, std::int64_t limit) = 0;
};

/// A pending device has no number, unless it had one before the database was restored.
class device_repository {
public:
  virtual ~device_repository() = default;
  /// Without last_seq and missing: those belong to the submissions.
  [[nodiscard]] virtual result<std::optional<protocol::device>> find(const uuid& id) = 0;
  [[nodiscard]] virtual result<std::optional<protocol::device>>
  find_number(std::uint16_t device_no) = 0;
  [[nodiscard]] virtual result<void> insert(const protocol::device& row) = 0;
  [[nodiscard]] virtual result<void> update(const protocol::device& row) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::device>> all() = 0;
  [[nodiscard]] virtual result<std::uint16_t> highest_number() = 0;
};

class enrolment_repository {
public:
  virtual ~enrolment_repository() = default;
  [[nodiscard]] virtual result<void> insert(const std::string& code_hash, instant expires_at) = 0;
  /// True when the code was there and had not expired; it works once.
  [[nodiscard]] virtual result<bool> take(const std::string& code_hash, instant now) = 0;
};

} // namespace palang::storage
