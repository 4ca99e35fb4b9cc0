// Loaded before the C library. While the file that PALANG_FULL_DISK names exists, no file of the
// process can grow, as on a disk without room; what fits into a file's present size is written.
// While the file that PALANG_READ_ONLY_DISK names exists, none can be changed, as on a disk that
// the system has made read-only after an error: open files stay open.
#include <cerrno>
#include <cstdarg>
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

bool is_set(const char* flag) {
  const int before = errno;
  const bool is_there = flag != nullptr && ::access(flag, F_OK) == 0;
  errno = before;
  return is_there;
}

bool is_full() {
  static const char* const flag = std::getenv("PALANG_FULL_DISK");
  return is_set(flag);
}

bool is_read_only() {
  static const char* const flag = std::getenv("PALANG_READ_ONLY_DISK");
  return is_set(flag);
}

off64_t position(int fd) {
  const int flags = ::fcntl(fd, F_GETFL);
  return ::lseek64(fd, 0, (flags & O_APPEND) != 0 ? SEEK_END : SEEK_CUR);
}

/// Why a regular file cannot be changed up to `end`; 0 when it can.
int refusal(int fd, off64_t end) {
  const bool is_spoilt = is_read_only();
  if (!is_spoilt && !is_full())
    return 0;
  struct stat64 about {};
  if (::fstat64(fd, &about) != 0 || !S_ISREG(about.st_mode))
    return 0;
  return is_spoilt ? EROFS : end > about.st_size ? ENOSPC : 0;
}

/// Of a call that changes a file up to `end`.
template <class Call>
auto unless_refused(int fd, off64_t end, Call&& call) -> decltype(call()) {
  if (const int why = refusal(fd, end); why != 0) {
    errno = why;
    return -1;
  }
  return call();
}

} // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t count) {
  static const auto next = real<decltype(&::write)>("write");
  const auto end = is_full() ? position(fd) + static_cast<off64_t>(count) : 0;
  return unless_refused(fd, end, [&] { return next(fd, bytes, count); });
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t at) {
  static const auto next = real<decltype(&::pwrite64)>("pwrite64");
  return unless_refused(fd, at + static_cast<off64_t>(count),
                        [&] { return next(fd, bytes, count, at); });
}

int fallocate64(int fd, int mode, off64_t at, off64_t count) {
  static const auto next = real<decltype(&::fallocate64)>("fallocate64");
  return unless_refused(fd, at + count, [&] { return next(fd, mode, at, count); });
}

int ftruncate64(int fd, off64_t size) {
  static const auto next = real<decltype(&::ftruncate64)>("ftruncate64");
  return unless_refused(fd, size, [&] { return next(fd, size); });
}

int open64(const char* name, int flags, ...) {
  static const auto next = real<decltype(&::open64)>("open64");
  std::va_list rest;
  va_start(rest, flags);
  const auto mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : mode_t{0};
  va_end(rest);
  struct stat64 about {};
  const bool is_file =
      ::stat64(name, &about) == 0 ? S_ISREG(about.st_mode) : (flags & O_CREAT) != 0;
  if (is_file && (flags & O_ACCMODE) != O_RDONLY && is_read_only()) {
    errno = EROFS;
    return -1;
  }
  return next(name, flags, mode);
}

int unlink(const char* name) {
  static const auto next = real<decltype(&::unlink)>("unlink");
  if (is_read_only()) {
    errno = EROFS;
    return -1;
  }
  return next(name);
}

} // extern "C"
