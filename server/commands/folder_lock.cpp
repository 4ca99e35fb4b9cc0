#include "server/commands/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace palang::commands {

result<folder_lock> folder_lock::take(const std::filesystem::path& folder) {
  const auto name = folder / "palangd.lock";
  const int fd = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
  if (fd < 0)
    return fail(errc::db_unavailable,
                name.string() + " may not be written (" + std::strerror(errno)
                    + "). Next: give the folder to the user that runs palangd",
                "data");
  folder_lock lock{fd};
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
    return fail(errc::db_unavailable, "another palangd serves " + folder.string(), "data");
  return lock;
}

folder_lock::folder_lock(folder_lock&& other) noexcept : fd_{std::exchange(other.fd_, -1)} {}

folder_lock::~folder_lock() {
  if (fd_ >= 0)
    ::close(fd_);
}

} // namespace palang::commands
