#pragma once

#include "server/actors/messages.hpp"

#include <filesystem>

/// Photos as files below one folder, named by their content. Blocks; thread: any, also several at
/// once.
namespace palang::actors {

/// 64 hex digits, lower case.
[[nodiscard]] bool is_photo_name(std::string_view sha256) noexcept;

/// Returns once the content is on disk under its final name. A crash leaves either all of it or a
/// temporary file that nothing reads. Errors: unsupported_media_type, hash_mismatch, internal (disk
/// full, no permission).
[[nodiscard]] put_photo_result store_photo(const std::filesystem::path& folder,
                                           const put_photo& what);

[[nodiscard]] bool has_photo(const std::filesystem::path& folder, const std::string& sha256);

/// True when it is gone, also when it never was there.
[[nodiscard]] bool remove_photo(const std::filesystem::path& folder, const std::string& sha256);

/// The media type is told by the content's first bytes.
/// Errors: not_found.
[[nodiscard]] photo_result load_photo(const std::filesystem::path& folder,
                                      const std::string& sha256);

} // namespace palang::actors
