#pragma once

#include "shared/core/crypto.hpp"
#include "shared/core/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A sealed outbox (outbox_copy.hpp) as a sequence of QR codes: one phone shows them round and
/// round, another one reads them in any order until it has all (PROTOCOL 6.1).
namespace palang::protocol {

/// Of a part, so that a cheap camera reads it from another screen: with its head 637 characters, a
/// code of 81 modules.
inline constexpr std::size_t handover_part_bytes = 400;
/// Three and a half minutes at five a second; more goes as a file.
inline constexpr std::size_t max_handover_parts = 999;

/// What every part tells of the whole. Nothing of it is proven before the server opens the copy.
struct handover_head {
  std::array<std::uint8_t, 8> id{}; ///< The first bytes of the sealed copy's SHA-256.
  std::uint16_t site_no = 0;
  std::uint16_t device_no = 0; ///< Whose records they are.
  std::uint16_t records = 0;
  std::uint16_t parts = 0;
  friend bool operator==(const handover_head&, const handover_head&) = default;
};

/// The codes' texts. Errors: too_large (more than max_handover_parts), invalid (nothing in it).
[[nodiscard]] result<std::vector<std::string>> handover_parts(std::span<const std::uint8_t> sealed,
                                                              std::uint16_t site_no,
                                                              std::uint16_t device_no,
                                                              std::size_t records);

/// Puts a sequence together again. A part of another sequence begins that one afresh: the other
/// phone started over.
class handover_assembly {
public:
  enum class step : std::uint8_t {
    taken,
    known,   ///< It was there already.
    complete ///< The last one: sealed() has the whole.
  };
  /// Errors: invalid (another code), corrupt (a damaged part; or the parts do not make the whole,
  /// and it begins afresh), forbidden (another site's; what is here stays).
  /// `site_no` nullopt: this device does not know its site yet, any is taken.
  [[nodiscard]] result<step> take(std::string_view text, std::optional<std::uint16_t> site_no);

  /// Of the sequence that is read; nullopt before its first part.
  [[nodiscard]] const std::optional<handover_head>& head() const noexcept { return head_; }
  [[nodiscard]] std::size_t count() const noexcept { return data_.size(); }
  /// Numbers of the parts that are missing, from 1.
  [[nodiscard]] std::vector<int> missing() const;
  /// Empty before step::complete.
  [[nodiscard]] const crypto::bytes& sealed() const noexcept { return sealed_; }
  void clear();

private:
  [[nodiscard]] result<step> join();

  std::optional<handover_head> head_;
  std::map<std::uint16_t, crypto::bytes> data_; ///< By number.
  crypto::bytes sealed_;
};

} // namespace palang::protocol
