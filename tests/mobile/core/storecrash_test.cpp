#include "mobile/core/store.h"

#include "tests/mobile/core/storesamples.h"
#include "tests/support/temp_dir.hpp"

#include <algorithm>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace palang;
using namespace palang::mobile;
using namespace palang::mobile::samples;

namespace {

/// Appends and tells each id only after append() returned; ends by being killed.
[[noreturn]] void appendUntilKilled(const QString& path, int pipe) {
  const system_clock time;
  Store store{time};
  if (!store.open(path))
    ::_exit(1);
  for (;;) {
    const auto entry = store.append(entryDraft("B1234XYZ", time.now()));
    const auto exit = entry ? store.append(exitDraft(*entry)) : entry;
    if (!exit)
      ::_exit(2);
    for (const auto* row : {&*entry, &*exit})
      if (::write(pipe, row->submission.id.bytes.data(), 16) != 16)
        ::_exit(3);
    if (exit->submission.device_seq.value_or(0) % 6 == 0)
      (void)store.mark_applied(entry->submission.id,
                               {.id = entry->submission.id, .is_accepted = true, .why = {}});
  }
}

/// What the child said was kept before it was killed.
std::vector<uuid> killAfter(const QString& path, std::size_t acknowledged) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const auto child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0)
    appendUntilKilled(path, ends[1]);
  ::close(ends[1]);
  std::vector<uuid> out;
  uuid id;
  while (::read(ends[0], id.bytes.data(), 16) == 16) {
    out.push_back(id);
    if (out.size() == acknowledged)
      ::kill(child, SIGKILL);
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  return out;
}

} // namespace

TEST_CASE("every acknowledged record is there after a kill, numbered without a gap",
          "[store][crash]") {
  testing::temp_dir dir;
  const auto path = QString::fromStdString(dir.file("palang.sqlite"));
  const manual_clock time{start};
  std::mt19937 random{20250324};
  for (int round = 0; round < 8; ++round) {
    CAPTURE(round);
    const auto acknowledged = killAfter(path, 1 + random() % 60);
    Store store{time};
    CHECK_FALSE(required(store.open(path)).wasSalvaged);
    const auto lost =
        std::ranges::count_if(acknowledged, [&](const uuid& id) { return !store.row(id); });
    CHECK(lost == 0);
    const auto next = required(store.nextDeviceSeq());
    const auto rows = required(store.rowsBySeq(1, next));
    REQUIRE(rows.size() == next - 1);
    for (std::uint32_t i = 0; i < rows.size(); ++i)
      REQUIRE(rows[i].submission.device_seq == i + 1);
  }
}
