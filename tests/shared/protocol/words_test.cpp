#include "shared/protocol/messages.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace palang;
using namespace palang::protocol;

namespace {

/// Each enumerator has a word of its own, and the word leads back.
template <class E, class From>
void check_words(From from) {
  std::set<std::string_view> seen;
  for (unsigned i = 0; i <= static_cast<unsigned>(E::last); ++i) {
    const auto value = static_cast<E>(i);
    const auto word = to_string(value);
    CAPTURE(word);
    CHECK_FALSE(word.empty());
    CHECK(seen.insert(word).second);
    CHECK(from(word) == value);
  }
  CHECK_FALSE(from(""));
  CHECK_FALSE(from("no such word"));
}

} // namespace

TEST_CASE("every enumerator has its word", "[protocol]") {
  check_words<role>(&role_from);
  check_words<device_status>(&device_status_from);
  check_words<session_status>(&session_status_from);
  check_words<gate_direction>(&gate_direction_from);
  check_words<gate_mode>(&gate_mode_from);
  check_words<command_state>(&command_state_from);
  check_words<alert_kind>(&alert_kind_from);
  check_words<severity>(&severity_from);
  check_words<lock_state>(&lock_state_from);
  check_words<coverage>(&coverage_from);
  check_words<record_source>(&record_source_from);
  check_words<opening_state>(&opening_state_from);
  check_words<opening_cause>(&opening_cause_from);
  check_words<opening_verdict>(&opening_verdict_from);
  check_words<amount_filter>(&amount_filter_from);
  check_words<duplicate_cause>(&duplicate_cause_from);
  check_words<topic>(&topic_from);
  check_words<clock_source>(&clock_source_from);
}

TEST_CASE("every kind has its word", "[protocol]") {
  for (const auto& x : samples::submissions()) {
    const auto data = submit_data_of(kind_of(x.data));
    REQUIRE(data);
    CHECK(data->index() == x.data.index());
  }
  for (const auto& x : samples::queries()) {
    const auto data = query_data_of(kind_of(x.data));
    REQUIRE(data);
    CHECK(data->index() == x.data.index());
  }
  CHECK(kind_of(submit_data{void_data{}}) == "void");
  CHECK(kind_of(submit_data{user_set_data{}}) == "user.set");
  CHECK(kind_of(query_data{duplicate_list{}}) == "duplicate.list");
  CHECK_FALSE(submit_data_of("gate.list"));
  CHECK_FALSE(query_data_of("entry"));
}

TEST_CASE("roles are needed as the protocol's tables say", "[protocol]") {
  CHECK(role_needed(topic::session) == role::attendant);
  CHECK(role_needed(topic::gate) == role::attendant);
  CHECK(role_needed(topic::config) == role::attendant);
  CHECK(role_needed(topic::lock) == role::supervisor);
  CHECK(role_needed(topic::gateway) == role::supervisor);
  CHECK(role_needed(topic::alert) == role::supervisor);
  CHECK(role_needed(topic::sync) == role::supervisor);
  CHECK(role_needed(submit_data{entry_data{}}) == role::attendant);
  CHECK(role_needed(submit_data{exit_data{}}) == role::attendant);
  CHECK(role_needed(submit_data{gate_open_data{}}) == role::attendant);
  CHECK(role_needed(submit_data{shift_close_data{}}) == role::attendant);
  CHECK(role_needed(submit_data{void_data{}}) == role::supervisor);
  CHECK(role_needed(submit_data{gate_mode_data{}}) == role::supervisor);
  CHECK(role_needed(submit_data{note_data{}}) == role::attendant);
  CHECK(role_needed(submit_data{approval_answer_data{}}) == role::supervisor);
  CHECK(role_needed(submit_data{lock_sync_data{}}) == role::supervisor);
  CHECK(role_needed(submit_data{config_set_data{}}) == role::admin);
  CHECK(role_needed(submit_data{device_revoke_data{}}) == role::admin);
  CHECK(role_needed(query_data{session_quote{}}) == role::attendant);
  CHECK(role_needed(query_data{device_keys{}}) == role::attendant);
  CHECK(role_needed(query_data{config_get{}}) == role::attendant);
  CHECK(role_needed(query_data{stats_summary{}}) == role::supervisor);
  CHECK(role_needed(query_data{user_list{}}) == role::admin);
  CHECK(includes(role::admin, role::attendant));
  CHECK_FALSE(includes(role::attendant, role::supervisor));
}
