#include "server/domain/config_change.hpp"
#include "server/ledger/administration.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

/// Errors name what is wrong with a JSON pointer into the document; on the wire the fault lies in
/// data.value.
result<void> as_value_fault(result<void> checked) {
  if (!checked && checked.error().code == errc::invalid)
    return fail(errc::invalid, checked.error().field + ": " + checked.error().message,
                "data.value");
  return checked;
}

} // namespace

result<effect> apply(context& c, const protocol::config_set_data& d) {
  const auto& current = *c.state.facts.config;
  if (d.base_version != current.version)
    return fail(errc::version_conflict,
                "the configuration is at version " + std::to_string(current.version),
                "data.base_version");
  const auto before = protocol::encode(current.document);
  PALANG_TRY(changed, protocol::replace_at(before, d.path, d.value));
  auto document = protocol::decode_config(changed);
  if (!document)
    return fail(errc::invalid, document.error().field + ": " + document.error().message,
                "data.value");
  PALANG_CHECK(as_value_fault(protocol::validate(*document)));
  PALANG_CHECK(as_value_fault(domain::check_change(current.document, *document, c.now())));
  PALANG_TRY(stored, put_config(c.db, *document, current.version + 1, c.now(), c.from.by.username));
  PALANG_CHECK(c.note("config", before, d.value, d.path));
  c.state.facts.config = stored;
  c.state.done.config_version = stored->version;
  const auto version = protocol::number(stored->version);
  PALANG_CHECK(
      c.emit(protocol::topic::config, "config.changed",
             protocol::object({{"config_version", version}, {"path", protocol::text(d.path)}})));
  return effect{protocol::object({{"config_version", version}}), std::nullopt};
}

} // namespace palang::ledger
