// Loaded before the C library: while the file that PALANG_FULL_DISK names exists, no file of the
// process can grow, as on a disk without room. What fits into a file's present size is written.
#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

template <class F>
F real(const char* name) {
  return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

bool is_full() {
  static const char* const flag = std::getenv("PALANG_FULL_DISK");
  const int before = errno;
  const bool is_there = flag != nullptr && ::access(flag, F_OK) == 0;
  errno = before;
  return is_there;
}

/// Would writing up to `end` make a regular file larger?
bool grows(int fd, off64_t end) {
  struct stat64 about {};
  return ::fstat64(fd, &about) == 0 && S_ISREG(about.st_mode) && end > about.st_size;
}

off64_t position(int fd) {
  const int flags = ::fcntl(fd, F_GETFL);
  return ::lseek64(fd, 0, (flags & O_APPEND) != 0 ? SEEK_END : SEEK_CUR);
}

} // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t count) {
  static const auto next = real<decltype(&::write)>("write");
  if (is_full() && grows(fd, position(fd) + static_cast<off64_t>(count))) {
    errno = ENOSPC;
    return -1;
  }
  return next(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t at) {
  static const auto next = real<decltype(&::pwrite64)>("pwrite64");
  if (is_full() && grows(fd, at + static_cast<off64_t>(count))) {
    errno = ENOSPC;
    return -1;
  }
  return next(fd, bytes, count, at);
}

int fallocate64(int fd, int mode, off64_t at, off64_t count) {
  static const auto next = real<decltype(&::fallocate64)>("fallocate64");
  if (is_full() && grows(fd, at + count)) {
    errno = ENOSPC;
    return -1;
  }
  return next(fd, mode, at, count);
}

} // extern "C"
