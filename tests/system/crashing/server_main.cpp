// palangd that dies at a named step of its write path; for the crash matrix only.
#include "server/commands/commands.hpp"
#include "server/ledger/make.hpp"
#include "server/storage/soci/soci_store.hpp"
#include "tests/system/crashing/crash_point.hpp"
#include "tests/system/crashing/crashing_outbound.hpp"
#include "tests/system/crashing/crashing_store.hpp"

#include <iostream>

using namespace palang;

int main(int argc, char** argv) {
  testing::crash_point::listen();
  const auto asked = config::read_command_line({argv + 1, argv + argc});
  if (!asked || !std::holds_alternative<config::serve>(asked->what)) {
    std::cerr << "this program serves, and dies" << std::endl;
    return 2;
  }
  const system_clock time;
  const auto url = config::database_url(asked->with);
  commands::composition with;
  with.make_writer = [&] {
    return storage::make_dialect(url, asked->with.db_password, storage::purpose::write)
        .and_then([&](auto speaks) {
          auto session = storage::make_soci_store(std::move(speaks));
          return ledger::make_writer(testing::make_crashing_store(std::move(session)), time);
        });
  };
  with.wrap_outbound = testing::make_crashing_outbound;
  return commands::serve(asked->with, with);
}
