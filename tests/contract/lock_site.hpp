#pragma once

#include "server/ledger/lock_side.hpp"
#include "server/storage/soci/soci_store.hpp"
#include "server/ttlock/record.hpp"
#include "tests/contract/ports.hpp"
#include "tests/contract/site.hpp"

#include <string>
#include <utility>
#include <vector>

namespace palang::testing {

/// The demo site with lock 11 at in-1 and lock 12 at out-1, both heard through gateway 88, and a
/// lock 13 at no gate.
class lock_site : public site {
public:
  lock_site() {
    auto document = given(reader().configuration()).document;
    document.locks = {{"11", "Palang masuk"}, {"12", "Palang keluar"}, {"13", "Gudang"}};
    document.gates[0].lock_id = "11";
    document.gates[2].lock_id = "12";
    REQUIRE(writer().put_config(document, time.now(), "test"));
    discover(true);
  }

  [[nodiscard]] ledger::lock_writer& locks() { return writer().lock_side(); }
  [[nodiscard]] ledger::lock_side_facts facts() { return given(reader().lock_side(time.now())); }

  /// The cloud lists everything, with the gateway in this state.
  ledger::committed discover(bool is_online) {
    ledger::lock_discovery seen;
    seen.at = time.now();
    for (const auto* id : {"11", "12", "13"}) {
      storage::stored_lock lock;
      lock.id = id;
      seen.locks.push_back(lock);
      seen.links.push_back({id, "88", -60, time.now()});
    }
    seen.gateways.push_back({"88", "Menara", "", "", is_online, {}, {}, 0});
    return given(locks().note_discovery(seen));
  }

  /// One callback that arrives now.
  ledger::committed call_back(std::vector<ttlock::lock_record> records) {
    ledger::lock_intake intake;
    intake.received_at = time.now();
    intake.content.batch.records = std::move(records);
    return given(locks().take(std::span{&intake, 1}));
  }

  ledger::committed notice(bool is_online) {
    ledger::lock_intake intake;
    intake.received_at = time.now();
    intake.content.gateway = ttlock::gateway_notice{"88", "Menara", "", 0, "", is_online};
    return given(locks().take(std::span{&intake, 1}));
  }

  /// A whole scan of one page.
  ledger::committed scan(const std::string& lock_id, instant from, instant to,
                         std::vector<ttlock::lock_record> records) {
    const auto begun = given(locks().begin_scan({lock_id, "gap", from, to, "", time.now()}));
    return given(
        locks().advance_scan({begun.id, std::move(records), true, std::nullopt, time.now()}));
  }

  ledger::committed judge() { return given(locks().judge_openings(time.now())); }

  /// Everything that is stored, read by `work(db)`.
  template <class F>
  auto peek(F&& work) {
    auto store = storage::make_soci_store(place().speaks(storage::purpose::read));
    REQUIRE(store->ports().work.begin_read());
    storage::transaction view{store->ports().work};
    return work(store->ports());
  }
  [[nodiscard]] std::vector<storage::stored_opening> openings(const std::string& lock_id) {
    return peek([&](storage::repositories& db) {
      return given(db.openings.near(lock_id, instant{}, time.now() + std::chrono::hours{48}));
    });
  }
  [[nodiscard]] std::vector<protocol::lock_record> records(const std::string& lock_id) {
    storage::record_filter filter;
    filter.lock_id = lock_id;
    filter.limit = 1'000;
    return peek([&](storage::repositories& db) { return given(db.records.list(filter)).records; });
  }
  [[nodiscard]] storage::stored_lock lock(const std::string& id) {
    return peek([&](storage::repositories& db) { return *given(db.locks.find(id)); });
  }
};

/// Types of a lock's own list that the tests use (TTLOCK 5.2).
namespace lock_type {
inline constexpr int card = 17;
inline constexpr int key = 27;
inline constexpr int remote = 28;
inline constexpr int tamper = 44;
inline constexpr int auto_lock = 45;
inline constexpr int button = 46;
} // namespace lock_type

/// What a lock recorded at `at` by its own clock, in the cloud two seconds later.
[[nodiscard]] inline ttlock::lock_record lock_record_of(std::string lock_id, int type_from_lock,
                                                        instant at, std::string who = {}) {
  ttlock::lock_record out;
  out.lock_id = std::move(lock_id);
  out.type_from_lock = type_from_lock;
  out.who = std::move(who);
  out.lock_at = at;
  out.server_at = at + std::chrono::seconds{2};
  out.natural_key = ttlock::natural_key_of(out);
  return out;
}

} // namespace palang::testing
