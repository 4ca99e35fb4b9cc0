#pragma once

#include "shared/core/result.hpp"
#include "shared/core/uuid.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palang::protocol {

/// What a server did with the copy of an outbox that somebody brought (PROTOCOL 4.1). All of it is
/// durable.
struct outbox_receipt {
  struct refusal {
    uuid id;
    std::string kind;
    error why; ///< Its field is not told.
    friend bool operator==(const refusal&, const refusal&) = default;
  };
  std::uint16_t device_no = 0; ///< Whose copy it was.
  int taken = 0;
  int already_there = 0;
  std::vector<refusal> refused; ///< For good: their device hears the same when it sends them.
  friend bool operator==(const outbox_receipt&, const outbox_receipt&) = default;
};

[[nodiscard]] std::string encode(const outbox_receipt& receipt);
[[nodiscard]] result<outbox_receipt> decode_outbox_receipt(std::string_view body);

} // namespace palang::protocol
