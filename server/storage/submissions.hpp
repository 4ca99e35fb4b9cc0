#pragma once

#include "shared/core/crypto.hpp"
#include "shared/protocol/messages.hpp"
#include "shared/sync/inbox.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace palang::storage {

/// What a submission was, and the answer that it keeps for ever.
struct submission_record {
  std::int64_t number = 0; ///< Order of arrival, gapless.
  uuid id;
  crypto::sha256 digest{};
  std::optional<std::uint16_t> device_no;
  std::optional<std::uint32_t> device_seq;
  std::string kind;
  std::string username;
  instant taken_at{};
  protocol::clock_info clock;
  instant corrected_at{};
  milliseconds uncertainty{0};
  instant received_at{};
  bool is_offline = false;
  std::optional<uuid> session_id; ///< The session that it was about.
  std::optional<error> refusal;   ///< None: accepted.
  std::int64_t seq = 0;           ///< The journal's position of its last event.
  std::string answer;             ///< JSON text of `data`; empty when refused.
};

struct remembered_answer {
  std::optional<error> refusal;
  std::int64_t seq = 0;
  std::string answer;
};

/// How far a device's numbers and clock are known.
struct device_progress {
  std::uint32_t last_seq = 0;
  std::vector<sync::number_range> missing;
  std::optional<instant>
      confirmed_at; ///< Corrected time of its last submission with a server-set clock.
};

class submission_repository : public sync::inbox_store {
public:
  [[nodiscard]] virtual result<std::optional<remembered_answer>> answer_of(const uuid& id) = 0;
  [[nodiscard]] virtual result<void> insert(const submission_record& row) = 0;
  [[nodiscard]] virtual result<std::int64_t> newest_number() = 0;
  [[nodiscard]] virtual result<device_progress> progress_of(std::uint16_t device_no) = 0;
  [[nodiscard]] virtual result<void>
  replace_gaps(std::uint16_t device_no, const std::vector<sync::number_range>& missing) = 0;
};

} // namespace palang::storage
