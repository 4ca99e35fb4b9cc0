#pragma once

#include "server/ledger/carried_outbox.hpp"
#include "server/ledger/ledger.hpp"
#include "shared/protocol/codec.hpp"

#include <caf/allowed_unsafe_message_type.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the actors of palangd say to each other: plain values. The type of a message is its
/// meaning. What concerns TTLock is in lock_messages.hpp.
namespace palang::actors {

/// The gateway's name of one WebSocket connection.
using connection_id = std::uint64_t;

using done = result<void>;

// -- from the network ------------------------------------------------------------------------

struct connection_opened {
  connection_id connection = 0;
  std::string remote; ///< Address without port.
};
/// One frame, already read.
struct frame_received {
  connection_id connection = 0;
  tl::expected<protocol::client_message, protocol::decode_failure> content;
};
struct connection_drained {
  connection_id connection = 0;
};
struct connection_closed {
  connection_id connection = 0;
  std::uint16_t code = 0;
};

// -- store: writing; ledger::submission and ledger::writer::login_facts are messages, too
// ----------

using verdict_result = result<ledger::verdict>;
using grant_result = result<ledger::token_grant>;

struct settle_command {
  uuid command;
  protocol::command_state outcome = protocol::command_state::unknown;
  std::string detail;
};
struct forget_token {
  std::string token_hash; ///< SHA-256 hex
};
struct note_photo {
  std::string sha256;
  std::int64_t size_bytes = 0;
  std::string media_type;
};
struct note_audit {
  protocol::audit_entry entry;
};
/// One step; how long it held the writer decides how large the next one is.
struct prune_store {
  ledger::writer::prune_request what;
};
struct pruned {
  ledger::writer::prune_outcome done;
  milliseconds took{0};
};
using prune_result = result<pruned>;
struct probe_store {};
struct write_now {};

// -- store: reading --------------------------------------------------------------------------

struct run_query {
  protocol::query_data what;
  ledger::principal by;
};
using query_answer = result<std::string>;

struct read_journal {
  std::int64_t after_seq = 0;
  std::size_t limit = 0;
};
using journal_page = result<std::vector<protocol::event>>;

struct read_bounds {};
using bounds_result = result<ledger::journal_bounds>;

struct read_configuration {};
using configuration_result = result<ledger::config_snapshot>;

struct read_credentials {
  std::string username;
};
using credentials_result = result<std::optional<ledger::credentials>>;

struct read_token {
  std::string token_hash;
};
using token_result = result<std::optional<ledger::token_grant>>;

struct find_old_photos {
  instant before{};
  std::int64_t most_bytes = 0;
  std::int64_t limit = 0;
};
using old_photos_result = result<std::vector<std::string>>;

/// The sealed copy of a device's outbox.
struct read_outbox {
  std::shared_ptr<const std::string> sealed;
};
using carried_ptr = std::shared_ptr<const ledger::carried_outbox>;
using carried_result = result<carried_ptr>;

struct read_unsettled {};
using commands_result = result<std::vector<protocol::gate_command>>;

// -- database health -------------------------------------------------------------------------

struct store_failed {
  std::string reason;
};
struct store_worked {};
struct db_status {
  bool is_up = true;
  instant since{};
  std::string detail;
};
/// Somebody began anew and does not know.
struct tell_status {};
/// INTERNAL to db_health.
struct probe_due {};

// -- journal ---------------------------------------------------------------------------------

struct committed_events {
  std::shared_ptr<const std::vector<protocol::event>> events;
  std::optional<std::int64_t> config_version;
};
/// Something may have been committed without being told: look into the table.
struct catch_up {};

/// Events before this one are gone from the table.
struct journal_pruned {
  std::int64_t oldest_seq = 1;
};
struct ask_position {};
struct position {
  std::string epoch;
  std::int64_t oldest_seq = 1;
  std::int64_t newest_seq = 0;
  std::int64_t config_version = 0;
};
using position_result = result<position>;

struct subscription {
  protocol::topic_mask topics = 0;
  bool is_admin = false;
  bool is_batch = false;
};
/// The next step of a connection from the past to the present.
struct serve_page {
  connection_id connection = 0;
  subscription what;
  std::int64_t after_seq = 0;
};
enum class replay_step : std::uint8_t {
  page_sent, ///< Ask again when it has left.
  gone,      ///< The next event was thrown away: only a new hello can go on.
  not_now,   ///< The table cannot be read; nothing was sent, ask again later.
  is_live    ///< Subscribed: the journal does the rest.
};
struct page_served {
  replay_step step = replay_step::not_now;
  std::int64_t after_seq = 0; ///< Where to go on.
};
/// INTERNAL to the journal.
struct read_again {};
struct look_due {};

// -- sessions --------------------------------------------------------------------------------

/// A session knows who is there.
struct session_greeted {
  connection_id connection = 0;
  std::string token_hash;
  ledger::principal who;
};
/// Whose connections end.
struct access_ended {
  std::vector<uuid> users;
  std::vector<uuid> devices;
  std::vector<std::string> token_hashes;
};
struct end_session {
  std::uint16_t code = 0;
  std::string reason;
};
/// Take nothing new; tell when all that was taken is answered.
struct drain {};
struct session_drained {
  connection_id connection = 0;
};
struct drained {};
/// INTERNAL to a session.
struct hello_overdue {};
struct token_expired {};
struct replay_due {};

// -- auth ------------------------------------------------------------------------------------

struct login_attempt {
  protocol::login_request request;
  std::string remote;
};
struct login_refusal {
  error why;
  std::optional<std::chrono::seconds> retry_after;
};
using login_answer = tl::expected<protocol::login_reply, login_refusal>;

struct check_token {
  std::string token;
};
struct logout {
  std::string token;
};
struct verify_password {
  std::string password;
  std::string hash; ///< Empty: nobody has that name; as much work, and false.
};
/// For a user.set: the same submission always gives the same hash, so that sending it again is
/// harmless.
struct hash_password {
  std::string password;
  uuid submission;
};
using hash_result = result<std::string>;

// -- gates -----------------------------------------------------------------------------------

struct carry_out {
  protocol::gate_command command;
};
/// INTERNAL to a gate: try again to write an outcome.
struct settle_due {
  uuid command;
};
/// INTERNAL to gates: load what a restart may have left open.
struct rebuild {};

// -- photos ----------------------------------------------------------------------------------

struct put_photo {
  std::string sha256;
  std::string media_type;
  std::shared_ptr<const std::string> content;
};
enum class photo_outcome : std::uint8_t { stored, was_there };
using put_photo_result = result<photo_outcome>;

struct get_photo {
  std::string sha256;
};
struct photo {
  std::string media_type;
  std::shared_ptr<const std::string> content;
};
using photo_result = result<photo>;

// -- retention ---------------------------------------------------------------------------------

struct retention_due {};
struct retention_step {};

} // namespace palang::actors

// Messages never leave the process, so CAF need not know how to write them down.
#define PALANG_MESSAGE(type) CAF_ALLOW_UNSAFE_MESSAGE_TYPE(palang::type)
PALANG_MESSAGE(actors::done)
PALANG_MESSAGE(actors::connection_opened)
PALANG_MESSAGE(actors::frame_received)
PALANG_MESSAGE(actors::connection_drained)
PALANG_MESSAGE(actors::connection_closed)
PALANG_MESSAGE(ledger::submission)
PALANG_MESSAGE(ledger::writer::login_facts)
PALANG_MESSAGE(actors::verdict_result)
PALANG_MESSAGE(actors::grant_result)
PALANG_MESSAGE(actors::settle_command)
PALANG_MESSAGE(actors::forget_token)
PALANG_MESSAGE(actors::note_photo)
PALANG_MESSAGE(actors::note_audit)
PALANG_MESSAGE(actors::probe_store)
PALANG_MESSAGE(actors::write_now)
PALANG_MESSAGE(actors::run_query)
PALANG_MESSAGE(actors::query_answer)
PALANG_MESSAGE(actors::read_journal)
PALANG_MESSAGE(actors::journal_page)
PALANG_MESSAGE(actors::read_bounds)
PALANG_MESSAGE(actors::bounds_result)
PALANG_MESSAGE(actors::read_configuration)
PALANG_MESSAGE(actors::configuration_result)
PALANG_MESSAGE(actors::read_credentials)
PALANG_MESSAGE(actors::credentials_result)
PALANG_MESSAGE(actors::read_token)
PALANG_MESSAGE(actors::token_result)
PALANG_MESSAGE(actors::read_outbox)
PALANG_MESSAGE(actors::carried_result)
PALANG_MESSAGE(actors::read_unsettled)
PALANG_MESSAGE(actors::commands_result)
PALANG_MESSAGE(actors::store_failed)
PALANG_MESSAGE(actors::store_worked)
PALANG_MESSAGE(actors::db_status)
PALANG_MESSAGE(actors::probe_due)
PALANG_MESSAGE(actors::tell_status)
PALANG_MESSAGE(actors::committed_events)
PALANG_MESSAGE(actors::catch_up)
PALANG_MESSAGE(actors::ask_position)
PALANG_MESSAGE(actors::position_result)
PALANG_MESSAGE(actors::serve_page)
PALANG_MESSAGE(actors::page_served)
PALANG_MESSAGE(actors::read_again)
PALANG_MESSAGE(actors::look_due)
PALANG_MESSAGE(actors::session_greeted)
PALANG_MESSAGE(actors::access_ended)
PALANG_MESSAGE(actors::end_session)
PALANG_MESSAGE(actors::drain)
PALANG_MESSAGE(actors::session_drained)
PALANG_MESSAGE(actors::drained)
PALANG_MESSAGE(actors::hello_overdue)
PALANG_MESSAGE(actors::token_expired)
PALANG_MESSAGE(actors::replay_due)
PALANG_MESSAGE(actors::login_attempt)
PALANG_MESSAGE(actors::login_answer)
PALANG_MESSAGE(actors::check_token)
PALANG_MESSAGE(actors::logout)
PALANG_MESSAGE(actors::verify_password)
PALANG_MESSAGE(actors::hash_password)
PALANG_MESSAGE(actors::carry_out)
PALANG_MESSAGE(actors::settle_due)
PALANG_MESSAGE(actors::rebuild)
PALANG_MESSAGE(actors::put_photo)
PALANG_MESSAGE(actors::put_photo_result)
PALANG_MESSAGE(actors::get_photo)
PALANG_MESSAGE(actors::photo_result)
PALANG_MESSAGE(actors::prune_store)
PALANG_MESSAGE(actors::prune_result)
PALANG_MESSAGE(actors::find_old_photos)
PALANG_MESSAGE(actors::old_photos_result)
PALANG_MESSAGE(actors::journal_pruned)
PALANG_MESSAGE(actors::retention_due)
PALANG_MESSAGE(actors::retention_step)
#undef PALANG_MESSAGE
