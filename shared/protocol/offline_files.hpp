#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/local_time.hpp"
#include "shared/protocol/messages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The manual's `offline_data` folder: one JSON file per entry or exit, written while the server
/// was away. Times in it are the site's wall clock. Whoever imports a file comes to the same ids
/// and the same submission, so that importing it twice, here or elsewhere, cannot count it twice.
namespace palang::protocol {

enum class offline_kind : std::uint8_t { entry, exit, last = exit };
/// `entry` `exit`
[[nodiscard]] std::string_view to_string(offline_kind k) noexcept;

struct offline_record {
  offline_kind kind = offline_kind::entry;
  std::string transaction_id;        ///< Unique neither in a folder nor in a site.
  std::string vehicle_number;        ///< As written: any spacing, "TANPA PLAT", or empty.
  std::optional<instant> entered_at; ///< Always there in an entry.
  std::optional<instant> exited_at;  ///< Exactly in an exit.
  std::string vehicle_type;          ///< Of an entry, as written: CAR, MOTORCYCLE, …
  rupiah fee{};                      ///< Of an exit.
  std::string image_path;            ///< Relative, with '/'; empty when there is none.
  bool is_synced = false;            ///< Marked SYNCED: some server had it.
  std::optional<uuid> submission_id; ///< More than the manual has: Palang's own, so that its export
                                     ///< comes back as itself.
  std::optional<uuid> session_id;    ///< Likewise.
  friend bool operator==(const offline_record&, const offline_record&) = default;

  /// When it was recorded.
  [[nodiscard]] instant taken_at() const {
    return exited_at.value_or(entered_at.value_or(instant{}));
  }
};

/// By its beginning (`parking_entry_`, `parking_exit_`) and end (`.json`); nullopt for any other
/// file.
[[nodiscard]] std::optional<offline_kind> offline_kind_of(std::string_view file_name) noexcept;
/// `parking_entry_20250324_081500_T100001.json`
[[nodiscard]] std::string offline_file_name(const offline_record& r, const site_zone& zone);

/// Errors: bad_message (not JSON: half written), invalid (`field` names what is missing or wrong; a
/// fee that is no whole amount of rupiah is wrong, 5000.0 is not).
[[nodiscard]] result<offline_record> decode_offline_record(std::string_view text, offline_kind kind,
                                                           const site_zone& zone);
[[nodiscard]] std::string encode_offline_record(const offline_record& r, const site_zone& zone);

/// Its own id, or one by name: of the file and its transaction.
[[nodiscard]] uuid offline_submission_id(const offline_record& r, std::string_view file_name);
/// Its own, or one by name: of transaction, plate and entry time, which an entry and its exit
/// share.
[[nodiscard]] uuid offline_session_id(const offline_record& r);

/// What it says as a submission's data. No plate, or one that cannot be read, becomes a reason; an
/// unknown vehicle LAIN.
[[nodiscard]] submit_data offline_submission(const offline_record& r, const std::string& gate_id,
                                             const std::optional<std::string>& photo);

} // namespace palang::protocol
