#include "tests/shared/sync/two_worlds.hpp"

#include <algorithm>
#include <utility>

namespace palang::sync::test {

namespace {

uuid numbered(std::uint8_t device, std::uint32_t n) {
  uuid id;
  id.bytes[0] = device;
  id.bytes[14] = static_cast<std::uint8_t>(n >> 8);
  id.bytes[15] = static_cast<std::uint8_t>(n);
  return id;
}

bool fails(std::mt19937* faults) {
  return faults != nullptr && (*faults)() % 8 == 0;
}

} // namespace

// -- what survives
// ----------------------------------------------------------------------------------

device_disk::device_disk(std::uint8_t number) : device{numbered(number, 0)} {}

kept_record& device_disk::append(std::vector<uuid> depends_on, bool is_bad) {
  const auto n = static_cast<std::uint32_t>(records.size() + 1);
  // Positions have gaps on purpose.
  records.push_back({{numbered(device.bytes[0], n), 3 * std::int64_t{n}, std::move(depends_on)},
                     n,
                     record_state::pending,
                     is_bad});
  return records.back();
}

kept_record* device_disk::find(const uuid& id) {
  const std::size_t n = id.bytes[14] * 256U + id.bytes[15];
  return id.bytes[0] == device.bytes[0] && n >= 1 && n <= records.size() ? &records[n - 1]
                                                                         : nullptr;
}

result<void> device_disk::attempt() const {
  if (fails(faults))
    return fail(errc::db_unavailable, "disk full");
  return {};
}

result<std::vector<outbox_record>> device_disk::pending() {
  return attempt().map([&] {
    std::vector<outbox_record> out;
    for (const auto& r : records)
      if (r.state == record_state::pending)
        out.push_back(r.record);
    return out;
  });
}

result<void> device_disk::mark_applied(const uuid& id, const answer&) {
  return attempt().map([&] { find(id)->state = record_state::applied; });
}

result<void> device_disk::mark_quarantined(const std::vector<uuid>& ids, const error&) {
  return attempt().map([&] {
    for (const auto& id : ids)
      find(id)->state = record_state::quarantined;
  });
}

result<bool> device_disk::is_quarantined(const uuid& id) {
  return attempt().map([&] {
    const auto* r = find(id);
    return r != nullptr && r->state == record_state::quarantined;
  });
}

result<std::optional<crypto::sha256>> server_disk::digest_of(const uuid& id) {
  if (fails(faults))
    return fail(errc::db_unavailable, "database down");
  const auto at = verdicts.find(id);
  return at == verdicts.end() ? std::nullopt : std::optional{at->second.digest};
}

result<std::optional<uuid>> server_disk::id_at(const uuid& device, std::uint32_t device_seq) {
  const auto at = numbers.find({device, device_seq});
  return at == numbers.end() ? std::nullopt : std::optional{at->second};
}

// -- what happens
// -----------------------------------------------------------------------------------

two_worlds::two_worlds(world_options options) : options_{options}, random_{options.seed} {
  const auto count = 1 + random_() % 3;
  running_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    devices.push_back(std::make_unique<device_disk>(static_cast<std::uint8_t>(i + 1)));
    start(i);
  }
  set_faults(&random_);
}

void two_worlds::set_faults(std::mt19937* source) {
  server.faults = source;
  for (auto& device : devices)
    device->faults = source;
}

bool two_worlds::chance(unsigned one_in) {
  return random_() % one_in == 0;
}

void two_worlds::live(int steps) {
  for (int n = 0; n < steps; ++n) {
    const auto i = random_() % devices.size();
    trouble(i);
    step(i);
    now_ += milliseconds{random_() % 1'500};
  }
}

void two_worlds::settle() {
  set_faults(nullptr);
  for (std::size_t i = 0; i < devices.size(); ++i) {
    // Nobody restarts the sender: what was lost must come back by itself.
    if (running_[i].current && running_[i].current->is_stalled)
      disconnect(i);
    running_[i].sender->release_all();
  }
  const auto is_busy = [](const running& r) { return r.sender->pending_count() > 0; };
  for (int n = 0; n < 5'000 && std::ranges::any_of(running_, is_busy); ++n) {
    for (std::size_t i = 0; i < devices.size(); ++i) {
      if (!running_[i].current)
        connect(i);
      step(i);
    }
    now_ += milliseconds{200};
  }
}

void two_worlds::step(std::size_t i) {
  auto& r = running_[i];
  send(i);
  for (auto& w : r.old)
    deliver_up(i, w);
  std::erase_if(r.old, [](const wire& w) { return w.up.empty(); });
  if (r.current && !r.current->is_stalled) {
    deliver_up(i, *r.current);
    deliver_down(i);
  }
}

void two_worlds::trouble(std::size_t i) {
  auto& r = running_[i];
  if (chance(3))
    record_something(i);
  if (!r.current && chance(3))
    connect(i);
  if (chance(25))
    disconnect(i);
  if (r.current && chance(40))
    r.current->is_stalled = true;
  if (chance(40))
    start(i);
  if (chance(60))
    restart_server();
  if (options_.may_hold && chance(10))
    r.sender->hold_existing();
  if (options_.may_hold && chance(20))
    r.sender->release_all();
}

void two_worlds::record_something(std::size_t i) {
  auto& disk = *devices[i];
  std::vector<uuid> depends_on;
  for (int n = 0; n < 2 && !disk.records.empty(); ++n)
    if (chance(3))
      depends_on.push_back(disk.records[random_() % disk.records.size()].record.id);
  const auto record = disk.append(std::move(depends_on), chance(12)).record;
  if (chance(20))
    start(i); // Killed between the commit and telling the sender.
  else
    running_[i].sender->added(record);
}

void two_worlds::start(std::size_t i) {
  disconnect(i);
  auto* faults = std::exchange(devices[i]->faults, nullptr);
  running_[i].sender = std::make_unique<outbox_sender>(
      *devices[i], outbox_options{.window = options_.window,
                                  .jitter_seed = static_cast<std::uint32_t>(random_())});
  // A store that cannot be read at start is the owner's to report; the sender never gets to run.
  (void)running_[i].sender->reload();
  devices[i]->faults = faults;
}

void two_worlds::connect(std::size_t i) {
  running_[i].current = wire{};
  running_[i].sender->link_up();
}

void two_worlds::disconnect(std::size_t i) {
  auto& r = running_[i];
  if (!r.current)
    return;
  r.old.push_back(std::move(*r.current));
  r.current.reset();
  if (r.sender)
    r.sender->link_down();
}

void two_worlds::restart_server() {
  for (std::size_t i = 0; i < running_.size(); ++i) {
    disconnect(i);
    running_[i].old.clear();
  }
}

void two_worlds::send(std::size_t i) {
  auto& r = running_[i];
  for (const auto& id : r.sender->tick(now_)) {
    if (!r.current || (server.faults != nullptr && chance(15)))
      continue;
    r.current->up.push_back(id);
    if (server.faults != nullptr && chance(15))
      r.current->up.push_back(id);
  }
}

void two_worlds::deliver_up(std::size_t i, wire& w) {
  for (auto n = random_() % 3; n > 0 && !w.up.empty(); --n) {
    const auto id = w.up.front();
    w.up.pop_front();
    auto verdict = serve(*devices[i], id);
    if (server.faults == nullptr || !chance(12))
      w.down.push_back(std::move(verdict));
  }
}

void two_worlds::deliver_down(std::size_t i) {
  auto& r = running_[i];
  for (auto n = random_() % 3; n > 0 && !r.current->down.empty(); --n) {
    // Its failure leaves the record pending, which is what the test looks at in the end.
    (void)r.sender->answered(r.current->down.front(), now_);
    r.current->down.pop_front();
  }
}

answer two_worlds::serve(device_disk& from, const uuid& id) {
  const auto refusal = [&](errc code) {
    return answer{.id = id, .why = error{code, std::string(to_string(code)), {}}};
  };
  const auto& kept = *from.find(id);
  const arrival a{id, crypto::sha256_of(to_string(id)), from.device, kept.device_seq};
  const auto kind = classify(server, a);
  if (!kind)
    return refusal(kind.error().code);
  if (*kind == arrival_kind::id_reused)
    return refusal(errc::id_reused);
  if (*kind == arrival_kind::sequence_conflict)
    return refusal(errc::sequence_conflict);
  if (*kind == arrival_kind::fresh) {
    server.verdicts[id] = {a.digest, !kept.is_bad};
    server.numbers[{from.device, kept.device_seq}] = id;
    server.trackers[from.device].note(kept.device_seq);
    if (!kept.is_bad)
      server.effects.push_back(id);
  }
  if (!server.verdicts.at(id).is_accepted)
    return refusal(errc::bad_plate);
  return {
      .id = id, .is_accepted = true, .is_duplicate = *kind == arrival_kind::duplicate, .why = {}};
}

} // namespace palang::sync::test
