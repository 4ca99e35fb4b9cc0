#include "server/actors/store_reader.hpp"

#include "server/actors/guard.hpp"

namespace palang::actors {

namespace {

using self_ptr = store_reader_actor::stateful_pointer<store_reader_state>;

template <class F>
auto with_reader(self_ptr self, F call) -> decltype(call(std::declval<ledger::reader&>())) {
  auto& state = self->state;
  return guarded([&]() -> decltype(call(std::declval<ledger::reader&>())) {
    if (!state.reader) {
      auto opened = state.env->make_reader();
      if (!opened)
        return fail(std::move(opened.error()));
      state.reader = std::move(*opened);
    }
    return call(*state.reader);
  });
}

query_answer answer_query(self_ptr self, const run_query& asked) {
  const auto begin = std::chrono::steady_clock::now();
  auto answer = with_reader(self, [&](ledger::reader& r) {
    return r.query(asked.what, asked.by, self->state.env->time.now());
  });
  const auto took = std::chrono::steady_clock::now() - begin;
  self->state.env->meters.query_answered(
      std::chrono::duration_cast<std::chrono::microseconds>(took));
  return answer;
}

carried_result read_copy(self_ptr self, const read_outbox& asked) {
  const auto& text = *asked.sealed;
  const std::span bytes{reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
  return with_reader(self, [&](ledger::reader& r) {
    return ledger::read_carried(r, bytes, self->state.env->time.now())
        .map([](ledger::carried_outbox copy) -> carried_ptr {
          return std::make_shared<const ledger::carried_outbox>(std::move(copy));
        });
  });
}

} // namespace

store_reader_actor::behavior_type store_reader(self_ptr self, environment_ptr env) {
  self->state.env = std::move(env);
  return {
      [self](const run_query& asked) { return answer_query(self, asked); },
      [self](const read_journal& asked) {
        return with_reader(
            self, [&](ledger::reader& r) { return r.journal_after(asked.after_seq, asked.limit); });
      },
      [self](const read_bounds&) {
        return with_reader(self, [](ledger::reader& r) { return r.bounds(); });
      },
      [self](const read_configuration&) {
        return with_reader(self, [](ledger::reader& r) { return r.configuration(); });
      },
      [self](const read_credentials& asked) {
        return with_reader(self,
                           [&](ledger::reader& r) { return r.find_credentials(asked.username); });
      },
      [self](const read_token& asked) {
        return with_reader(self, [&](ledger::reader& r) { return r.find_token(asked.token_hash); });
      },
      [self](const find_old_photos& asked) {
        return with_reader(self, [&](ledger::reader& r) {
          return r.old_photos(asked.before, asked.most_bytes, asked.limit);
        });
      },
      [self](const read_outbox& asked) { return read_copy(self, asked); },
      [self](const read_unsettled&) {
        return with_reader(self, [](ledger::reader& r) { return r.unsettled_commands(); });
      },
      [self](const read_locks&) {
        return with_reader(
                   self,
                   [&](ledger::reader& r) { return r.lock_side(self->state.env->time.now()); })
            .map([](ledger::lock_side_facts facts) {
              return std::make_shared<const ledger::lock_side_facts>(std::move(facts));
            });
      },
  };
}

} // namespace palang::actors
