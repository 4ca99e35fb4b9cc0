#include "tests/contract/statement_cut.hpp"

#include "tests/contract/test_database.hpp"

#include <catch2/catch.hpp>
#include <mysql.h>
#include <sqlite3.h>

#include <dlfcn.h>
#include <string_view>

namespace {

/// Until the statement that fails; 0: none.
int remaining = 0;

bool is_cut_now() {
  return remaining > 0 && --remaining == 0;
}

int watch(unsigned, void* db, void*, void*) {
  if (is_cut_now())
    sqlite3_interrupt(static_cast<sqlite3*>(db));
  return 0;
}

extern "C" int watch_connection(sqlite3* db, const char**, const void*) {
  return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, watch, db);
}

void (*sqlite_entry())() {
  return reinterpret_cast<void (*)()>(watch_connection);
}

} // namespace

/// Stands before the client library's: SOCI has no hook, and sends every statement through this.
extern "C" int STDCALL mysql_real_query(MYSQL* db, const char* text, unsigned long size) {
  using function = decltype(&mysql_real_query);
  static const auto library = reinterpret_cast<function>(::dlsym(RTLD_NEXT, "mysql_real_query"));
  constexpr std::string_view refusal = "SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205";
  return is_cut_now() ? library(db, refusal.data(), refusal.size()) : library(db, text, size);
}

namespace palang::testing {

statement_cut::statement_cut() {
  if (test_database::is_sqlite())
    REQUIRE(sqlite3_auto_extension(sqlite_entry()) == SQLITE_OK);
}

statement_cut::~statement_cut() {
  at(0);
  if (test_database::is_sqlite())
    sqlite3_cancel_auto_extension(sqlite_entry());
}

void statement_cut::at(int n) {
  remaining = n;
}

} // namespace palang::testing
