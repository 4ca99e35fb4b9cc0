#include "server/actors/photo_files.hpp"

#include "shared/core/crypto.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace palang::actors {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view jpeg_start = "\xff\xd8\xff";
constexpr std::string_view png_start = "\x89PNG\r\n\x1a\n";

/// The media type that the content itself shows; empty for any other.
std::string type_of(std::string_view content) {
  if (content.starts_with(jpeg_start))
    return "image/jpeg";
  if (content.starts_with(png_start))
    return "image/png";
  return {};
}

fs::path path_of(const fs::path& folder, const std::string& sha256) {
  return folder / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

tl::unexpected<error> disk_error(const std::string& what) {
  return fail(errc::internal, what + ": " + std::strerror(errno));
}

/// An open file or folder.
class descriptor {
public:
  descriptor(const fs::path& path, int flags)
      : fd_{::open(path.c_str(), flags | O_CLOEXEC, 0640)} {}
  ~descriptor() {
    if (fd_ >= 0)
      ::close(fd_);
  }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;

  [[nodiscard]] bool write_all(std::string_view data) const {
    while (!data.empty()) {
      const auto written = ::write(fd_, data.data(), data.size());
      if (written < 0 && errno != EINTR)
        return false;
      data.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
  }
  [[nodiscard]] bool sync() const { return ::fsync(fd_) == 0; }
  [[nodiscard]] bool is_open() const noexcept { return fd_ >= 0; }

private:
  int fd_;
};

bool write_durably(const fs::path& file, std::string_view content) {
  const descriptor out{file, O_WRONLY | O_CREAT | O_TRUNC};
  return out.is_open() && out.write_all(content) && out.sync();
}

/// A new name is durable once its folder is, and a new folder once its parent is.
bool sync_folders(const fs::path& from, const fs::path& up_to) {
  for (auto folder = from;; folder = folder.parent_path()) {
    const descriptor d{folder, O_RDONLY | O_DIRECTORY};
    if (!d.is_open() || !d.sync())
      return false;
    if (folder == up_to)
      return true;
  }
}

} // namespace

bool is_photo_name(std::string_view sha256) noexcept {
  return sha256.size() == 64
         && sha256.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

put_photo_result store_photo(const fs::path& folder, const put_photo& what) {
  const auto& content = *what.content;
  if (type_of(content) != what.media_type)
    return fail(errc::unsupported_media_type, "the content is not the image that its type says");
  if (crypto::to_hex(crypto::sha256_of(content)) != what.sha256)
    return fail(errc::hash_mismatch, "the content has another SHA-256");
  const auto final_name = path_of(folder, what.sha256);
  if (fs::exists(final_name))
    return photo_outcome::was_there;
  fs::create_directories(final_name.parent_path());
  const auto temporary = fs::path{final_name.string() + ".part"};
  if (!write_durably(temporary, content)) {
    const auto why = disk_error("the photo cannot be written");
    fs::remove(temporary);
    return why;
  }
  fs::rename(temporary, final_name);
  if (!sync_folders(final_name.parent_path(), folder))
    return disk_error("the photo's folder cannot be written");
  return photo_outcome::stored;
}

bool has_photo(const fs::path& folder, const std::string& sha256) {
  return is_photo_name(sha256) && fs::exists(path_of(folder, sha256));
}

bool remove_photo(const fs::path& folder, const std::string& sha256) {
  std::error_code failed;
  if (is_photo_name(sha256))
    fs::remove(path_of(folder, sha256), failed);
  return !failed;
}

photo_result load_photo(const fs::path& folder, const std::string& sha256) {
  std::ifstream in(path_of(folder, sha256), std::ios::binary);
  if (!in)
    return fail(errc::not_found, "no such photo");
  auto content = std::make_shared<const std::string>(std::istreambuf_iterator<char>(in),
                                                     std::istreambuf_iterator<char>());
  return photo{type_of(*content), std::move(content)};
}

} // namespace palang::actors
