#include "shared/protocol/messages.hpp"

#include "shared/protocol/words.hpp"

#include <array>

namespace palang::protocol {

namespace {

constexpr word_table<topic> topics{"session", "gate", "lock", "gateway", "alert", "config", "sync"};
constexpr word_table<clock_source> clock_sources{"server", "monotonic", "none"};
constexpr word_table<note_kind> note_kinds{"reprint", "approval", "ready_check"};
constexpr word_table<amount_filter> amount_filters{"free", "different", "under", "over"};
constexpr word_table<duplicate_cause> duplicate_causes{
    "resent", "two_gates", "wrong_plate", "stale_session", "double_exit", "unclear"};

struct kind_row {
  std::string_view word;
  role needed;
};

constexpr std::array<kind_row, std::variant_size_v<submit_data>> submit_kinds{{
    {"entry", role::attendant},
    {"exit", role::attendant},
    {"void", role::supervisor},
    {"correct", role::supervisor},
    {"merge", role::supervisor},
    {"gate.open", role::attendant},
    {"gate.mode", role::supervisor},
    {"shift.open", role::attendant},
    {"shift.close", role::attendant},
    {"alert.resolve", role::supervisor},
    {"lock.sync", role::supervisor},
    {"config.set", role::admin},
    {"device.approve", role::admin},
    {"device.revoke", role::admin},
    {"user.set", role::admin},
    {"note", role::attendant},
    {"approval.answer", role::supervisor},
    {"opening.judge", role::supervisor},
    {"duplicate.keep", role::supervisor},
    {"duplicate.reopen", role::supervisor},
    {"merge.undo", role::supervisor},
}};

constexpr std::array<kind_row, std::variant_size_v<query_data>> query_kinds{{
    {"session.find", role::attendant},   {"session.list", role::attendant},
    {"session.quote", role::attendant},  {"gate.list", role::attendant},
    {"lock.list", role::supervisor},     {"gateway.list", role::supervisor},
    {"device.list", role::supervisor},   {"user.list", role::admin},
    {"device.keys", role::attendant},    {"lock.records", role::supervisor},
    {"sync.health", role::supervisor},   {"stats.summary", role::supervisor},
    {"alert.list", role::supervisor},    {"duplicate.list", role::supervisor},
    {"shift.list", role::supervisor},    {"audit.list", role::supervisor},
    {"sync.log", role::supervisor},      {"config.get", role::attendant},
    {"opening.list", role::supervisor},  {"command.list", role::supervisor},
    {"sync.devices", role::supervisor},  {"shift.detail", role::supervisor},
    {"stats.report", role::supervisor},  {"stats.indicators", role::supervisor},
    {"tariff.replay", role::supervisor},
}};

/// The variant with the alternative of that row, made anew.
template <class Variant, std::size_t I = 0>
Variant make_alternative(std::size_t row) {
  if constexpr (I + 1 < std::variant_size_v<Variant>)
    if (row != I)
      return make_alternative<Variant, I + 1>(row);
  return Variant{std::in_place_index<I>};
}

template <class Variant, class Rows>
std::optional<Variant> find_kind(const Rows& rows, std::string_view word) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].word == word)
      return make_alternative<Variant>(i);
  return std::nullopt;
}

} // namespace

std::string_view to_string(note_kind k) noexcept {
  return note_kinds.word(k);
}
std::optional<note_kind> note_kind_from(std::string_view word) noexcept {
  return note_kinds.find(word);
}

std::string_view to_string(amount_filter f) noexcept {
  return amount_filters.word(f);
}
std::optional<amount_filter> amount_filter_from(std::string_view word) noexcept {
  return amount_filters.find(word);
}

std::string_view to_string(duplicate_cause c) noexcept {
  return duplicate_causes.word(c);
}
std::optional<duplicate_cause> duplicate_cause_from(std::string_view word) noexcept {
  return duplicate_causes.find(word);
}

std::string_view to_string(topic t) noexcept {
  return topics.word(t);
}
std::optional<topic> topic_from(std::string_view word) noexcept {
  return topics.find(word);
}

role role_needed(topic t) noexcept {
  return t == topic::session || t == topic::gate || t == topic::config ? role::attendant
                                                                       : role::supervisor;
}

std::string_view to_string(clock_source s) noexcept {
  return clock_sources.word(s);
}
std::optional<clock_source> clock_source_from(std::string_view word) noexcept {
  return clock_sources.find(word);
}

std::string_view kind_of(const submit_data& data) noexcept {
  return submit_kinds[data.index()].word;
}
role role_needed(const submit_data& data) noexcept {
  return submit_kinds[data.index()].needed;
}
std::optional<submit_data> submit_data_of(std::string_view kind) {
  return find_kind<submit_data>(submit_kinds, kind);
}

std::string_view kind_of(const query_data& data) noexcept {
  return query_kinds[data.index()].word;
}
role role_needed(const query_data& data) noexcept {
  return query_kinds[data.index()].needed;
}
std::optional<query_data> query_data_of(std::string_view kind) {
  return find_kind<query_data>(query_kinds, kind);
}

} // namespace palang::protocol
