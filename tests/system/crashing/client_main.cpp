// palang-sync that dies at a named statement of its own database, joined to its other sources; for
// the crash matrix only. PALANG_CLIENT_CRASH is `before` or `after`, a space, and the statement's
// beginning.
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sqlite3.h>
#include <string>
#include <unistd.h>

namespace {

struct step {
  std::string when;
  std::string statement;
};

const step& chosen() {
  static const step s = [] {
    const char* named = std::getenv("PALANG_CLIENT_CRASH");
    const std::string words = named == nullptr ? "" : named;
    const auto space = words.find(' ');
    return space == std::string::npos ? step{}
                                      : step{words.substr(0, space), words.substr(space + 1)};
  }();
  return s;
}

bool has_written_outbox = false;

/// SQLite calls before a statement runs (STMT) and after it is done (PROFILE).
int watch(unsigned when, void*, void* statement, void*) {
  const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
  if (sql == nullptr)
    return 0;
  const std::string_view text{sql};
  has_written_outbox = has_written_outbox || text.starts_with("INSERT INTO outbox ");
  const auto& s = chosen();
  const bool is_then = s.when == (when == SQLITE_TRACE_STMT ? "before" : "after");
  // Transactions before the first record are not what is looked for.
  if (is_then && has_written_outbox && text.starts_with(s.statement))
    ::kill(::getpid(), SIGKILL);
  return 0;
}

extern "C" int watch_connection(sqlite3* db, const char**, const void*) {
  return sqlite3_trace_v2(db, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE, watch, nullptr);
}

[[maybe_unused]] const bool is_watching =
    !chosen().statement.empty()
    && sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch_connection)) == SQLITE_OK;

} // namespace
