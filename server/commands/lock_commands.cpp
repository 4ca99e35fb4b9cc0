#include "server/commands/commands.hpp"
#include "server/commands/store.hpp"
#include "server/ledger/lock_side.hpp"

#include <algorithm>
#include <iostream>

namespace palang::commands {

namespace {

/// What is needed to look and to change; both or an exit code.
struct open_site {
  std::unique_ptr<storage::database> store;
  std::unique_ptr<ledger::writer> writer;
  std::unique_ptr<ledger::reader> reader;
};

result<open_site> open(const config::settings& s, const clock& time) {
  auto store = open_store(s, time);
  if (!store)
    return fail(store.error());
  auto writer = (*store)->make_writer();
  auto reader = (*store)->make_reader();
  if (!writer || !reader)
    return fail(!writer ? writer.error() : reader.error());
  return open_site{std::move(*store), std::move(*writer), std::move(*reader)};
}

protocol::gate_config* gate_of(protocol::config& document, const std::string& id) {
  const auto found = std::ranges::find(document.gates, id, &protocol::gate_config::id);
  return found == document.gates.end() ? nullptr : &*found;
}

/// Changes one gate in the newest configuration.
template <class F>
int change_gate(const config::settings& s, const std::string& gate_id, F change) {
  const system_clock time;
  auto site = open(s, time);
  if (!site)
    return complain(code_for_store(site.error()), site.error());
  auto config = site->reader->configuration();
  if (!config)
    return complain(exit_code::no_database, config.error());
  auto* gate = gate_of(config->document, gate_id);
  if (!gate)
    return complain(exit_code::gave_up,
                    {errc::unknown_gate, "there is no gate \"" + gate_id + "\"", {}});
  change(config->document, *gate);
  if (const auto put = site->writer->put_config(config->document, time.now(), "system"); !put)
    return complain(exit_code::gave_up, put.error());
  std::cout << gate->id << '\t' << gate->lock_id.value_or("-") << std::endl;
  return exit_code::fine;
}

void add_lock(protocol::config& document, const config::lock_bind& what) {
  const auto known = std::ranges::find(document.locks, what.lock, &protocol::lock_config::id);
  if (known == document.locks.end())
    document.locks.push_back({what.lock, what.name.value_or(what.lock)});
  else if (what.name)
    known->name = *what.name;
}

} // namespace

int lock_list(const config::settings& s) {
  const system_clock time;
  auto site = open(s, time);
  if (!site)
    return complain(code_for_store(site.error()), site.error());
  const auto config = site->reader->configuration();
  const auto facts = site->reader->lock_side(time.now());
  if (!config || !facts)
    return complain(exit_code::no_database, !config ? config.error() : facts.error());
  for (const auto& lock : facts->locks) {
    const auto& gates = config->document.gates;
    const auto gate = std::ranges::find(
        gates, lock.id, [](const protocol::gate_config& g) { return g.lock_id.value_or(""); });
    std::cout << lock.id << '\t' << (gate == gates.end() ? "-" : gate->id) << '\t' << lock.alias
              << std::endl;
  }
  return exit_code::fine;
}

int lock_bind(const config::settings& s, const config::lock_bind& what) {
  return change_gate(s, what.gate, [&](protocol::config& document, protocol::gate_config& gate) {
    add_lock(document, what);
    gate.lock_id = what.lock;
  });
}

int lock_unbind(const config::settings& s, const config::lock_unbind& what) {
  return change_gate(s, what.gate,
                     [](protocol::config&, protocol::gate_config& gate) { gate.lock_id.reset(); });
}

} // namespace palang::commands
