#include "server/ledger/settle.hpp"

#include "server/ledger/context.hpp"
#include "server/ledger/kinds.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <utility>

namespace palang::ledger {

namespace {

/// Numbers that were never seen need no look into the database.
class tracked_inbox final : public sync::inbox_store {
public:
  tracked_inbox(storage::submission_repository& stored, const sync::sequence_tracker* numbers)
      : stored_{stored}, numbers_{numbers} {}

  result<std::optional<crypto::sha256>> digest_of(const uuid& id) override {
    return stored_.digest_of(id);
  }

  result<std::optional<uuid>> id_at(const uuid& device, std::uint32_t device_seq) override {
    if (numbers_ && !numbers_->missing_within(device_seq, device_seq).empty())
      return std::nullopt;
    return stored_.id_at(device, device_seq);
  }

private:
  storage::submission_repository& stored_;
  const sync::sequence_tracker* numbers_;
};

bool is_storage_error(const error& e) {
  return is_retryable(e.code) || e.code == errc::corrupt || e.code == errc::internal;
}

verdict refused(const submission& s, error why) {
  return protocol::rejected{s.content.id, std::move(why)};
}

result<verdict> first_answer(storage::repositories& db, const submission& s) {
  PALANG_TRY(found, db.submissions.answer_of(s.content.id));
  if (!found)
    return fail(errc::internal, "a remembered submission vanished inside a transaction");
  if (found->refusal)
    return refused(s, *found->refusal);
  return protocol::accepted{s.content.id, found->seq, true, std::move(found->answer)};
}

result<effect> carry_out(context& c) {
  const auto& data = c.from.content.data;
  if (!protocol::includes(c.from.by.user_role, protocol::role_needed(data)))
    return fail(errc::forbidden, "your role may not do this");
  auto done = std::visit([&](const auto& d) { return apply(c, d); }, data);
  if (!done || !c.is_offline())
    return done;
  const auto delay = c.now() - c.clock.corrected_at;
  PALANG_CHECK(c.emit(protocol::topic::sync, "sync.received",
                      protocol::object({{"device_no", protocol::number(c.from.by.device_no)},
                                        {"device_seq", protocol::number(c.device_seq())},
                                        {"kind", protocol::text(kind_of(data))},
                                        {"delay_ms", protocol::number(delay.count())}})));
  return done;
}

storage::submission_record record_of(const context& c) {
  const auto& s = c.from;
  storage::submission_record out;
  out.number = c.state.facts.newest_submission + 1;
  out.id = s.content.id;
  out.digest = s.digest;
  if (s.by.device_no != 0) {
    out.device_no = s.by.device_no;
    out.device_seq = s.content.device_seq;
  }
  out.kind = kind_of(s.content.data);
  out.username = s.by.username;
  out.taken_at = s.content.taken_at;
  out.clock = s.content.clock;
  out.corrected_at = c.clock.corrected_at;
  out.uncertainty = c.clock.uncertainty;
  out.received_at = s.received_at;
  out.is_offline = s.content.is_offline;
  out.seq = c.state.facts.newest_seq;
  return out;
}

bool has_device(const submission& s) {
  return s.by.device_no != 0;
}

result<void> resolve_gaps(context& c) {
  PALANG_TRY(open,
             c.db.alerts.open_of_device(*c.from.by.device_id, protocol::alert_kind::device_gap));
  for (auto& alert : open)
    PALANG_CHECK(c.resolve(std::move(alert), "the missing records arrived"));
  return {};
}

/// The number counts as seen whatever the answer was.
result<void> note_number(context& c) {
  if (!has_device(c.from))
    return {};
  PALANG_TRY(device, c.device(c.from.by.device_no));
  if (c.from.content.clock.source == protocol::clock_source::server && !c.clock.is_fault)
    device->confirmed_at = std::min(c.clock.corrected_at, c.now());
  if (!device->numbers.note(c.device_seq()))
    return {};
  PALANG_CHECK(c.db.submissions.replace_gaps(c.from.by.device_no, device->numbers.missing()));
  return device->numbers.missing().empty() ? resolve_gaps(c) : result<void>{};
}

result<verdict> answer_fresh(storage::repositories& db, working_state& state, const submission& s,
                             std::optional<instant> confirmed_at) {
  context c{db, state, s,
            domain::read_clock({s.content.taken_at, s.content.clock, s.content.is_offline,
                                s.received_at, confirmed_at})};
  auto done = carry_out(c);
  if (!done && is_storage_error(done.error()))
    return fail(std::move(done).error());
  PALANG_CHECK(note_number(c));
  auto record = record_of(c);
  if (done) {
    record.session_id = done->session_id;
    record.answer = std::move(done->data);
  } else {
    record.refusal = done.error();
  }
  PALANG_CHECK(db.submissions.insert(record));
  state.facts.newest_submission = record.number;
  if (record.refusal)
    return refused(s, std::move(*record.refusal));
  return protocol::accepted{s.content.id, record.seq, false, std::move(record.answer)};
}

} // namespace

result<known_facts> load_facts(storage::repositories& db) {
  known_facts out;
  PALANG_TRY(newest, db.journal.newest_seq());
  PALANG_TRY(submissions, db.submissions.newest_number());
  PALANG_TRY(config, db.configs.newest());
  PALANG_TRY(counted, db.session_lists.count_open());
  PALANG_TRY(gates, db.gates.all());
  PALANG_TRY(history, db.journal.history_of());
  out.newest_seq = newest;
  out.newest_submission = submissions;
  out.restored_at = history.restored_at;
  out.occupancy = domain::occupancy{std::move(counted)};
  for (auto& gate : gates)
    out.gates.emplace(gate.id, std::move(gate));
  auto snapshot = std::make_shared<config_snapshot>();
  if (config.version != 0) {
    PALANG_TRY(document, protocol::decode_config(config.document));
    *snapshot = {std::move(document), config.version};
  }
  out.config = std::move(snapshot);
  return out;
}

result<bool> is_current(storage::repositories& db, const known_facts& facts) {
  PALANG_TRY(newest, db.journal.newest_seq());
  PALANG_TRY(submissions, db.submissions.newest_number());
  PALANG_TRY(config, db.configs.newest_version());
  return newest == facts.newest_seq && submissions == facts.newest_submission
         && config == facts.config->version;
}

result<verdict> settle(storage::repositories& db, working_state& state, const submission& s) {
  sync::arrival arrival{s.content.id, s.digest, std::nullopt, std::nullopt};
  const sync::sequence_tracker* numbers = nullptr;
  std::optional<instant> confirmed_at;
  if (has_device(s)) {
    if (s.content.device_seq.value_or(0) == 0)
      return refused(s, {errc::invalid, "a device counts its submissions from 1", "device_seq"});
    PALANG_TRY(device, context{db, state, s, {}}.device(s.by.device_no));
    numbers = &device->numbers;
    confirmed_at = device->confirmed_at;
    arrival.device = s.by.device_id;
    arrival.device_seq = s.content.device_seq;
  }
  tracked_inbox inbox{db.submissions, numbers};
  PALANG_TRY(kind, sync::classify(inbox, arrival));
  switch (kind) {
  case sync::arrival_kind::fresh:
    return answer_fresh(db, state, s, confirmed_at);
  case sync::arrival_kind::duplicate:
    return first_answer(db, s);
  case sync::arrival_kind::id_reused:
    return refused(s, {errc::id_reused, "this id was used for other content", "id"});
  case sync::arrival_kind::sequence_conflict:
    break;
  }
  return refused(
      s, {errc::sequence_conflict, "this device_seq was used by another submission", "device_seq"});
}

result<void> finish(storage::repositories& db, working_state& state, instant at) {
  const voice told{db, state, at};
  for (const auto& id : std::exchange(state.touched_gates, {})) {
    const auto& config = state.facts.config->document;
    const auto* gate = config.find_gate(id);
    if (!gate)
      continue;
    const auto known = state.facts.gates.find(id);
    const auto view = gate_view(*gate, config, state.facts.occupancy,
                                known == state.facts.gates.end() ? nullptr : &known->second);
    PALANG_CHECK(told.emit(protocol::topic::gate, "gate.occupancy",
                           protocol::object({{"gate", protocol::encode(view)}})));
  }
  return {};
}

} // namespace palang::ledger
