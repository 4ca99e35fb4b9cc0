#pragma once

#include "server/actors/lock_messages.hpp"
#include "server/actors/messages.hpp"

#include <caf/fwd.hpp>
#include <caf/replies_to.hpp>
#include <caf/typed_actor.hpp>

#include <functional>
#include <memory>

/// Every actor's interface. Each handle is that of a keeper (keeper.hpp): it stays the same when
/// the actor behind it is started again. Every request is answered or refused; "answers" means a
/// result<…>, whose errors are the asker's to tell.
namespace palang::actors {

/// The only one that writes. Detached: blocks in the database.
using store_writer_actor = caf::typed_actor<
    /// Answers after the commit of the transaction that it was gathered into, in the order asked.
    caf::replies_to<ledger::submission>::with<verdict_result>,
    /// Notes how an opening went; its event is published.
    caf::replies_to<settle_command>::with<done>,
    /// The last step of a log-in.
    caf::replies_to<ledger::writer::login_facts>::with<grant_result>,
    /// Revokes one token.
    caf::replies_to<forget_token>::with<done>,
    /// A photo is on disk.
    caf::replies_to<note_photo>::with<done>,
    /// One line of the audit.
    caf::reacts_to<note_audit>,
    /// Answers after the commit of the transaction that it was gathered into.
    caf::replies_to<take_callback>::with<done>,
    /// One step of the TTLock side.
    caf::replies_to<change_locks>::with<done>,
    /// The re-scan to carry out: a new one, or the one that runs.
    caf::replies_to<begin_scan>::with<scan_result>,
    /// One small step of the retention.
    caf::replies_to<prune_store>::with<prune_result>,
    /// Whether the database takes writes.
    caf::replies_to<probe_store>::with<done>,
    /// INTERNAL: commits what has gathered.
    caf::reacts_to<write_now>>;

/// Reads, one at a time. Detached: blocks in the database.
using store_reader_actor = caf::typed_actor<
    /// Any query of PROTOCOL 3.6, as JSON text. The asker has checked the role.
    caf::replies_to<run_query>::with<query_answer>,
    /// Events after a seq.
    caf::replies_to<read_journal>::with<journal_page>,
    /// Epoch and ends of the journal.
    caf::replies_to<read_bounds>::with<bounds_result>,
    /// The configuration document.
    caf::replies_to<read_configuration>::with<configuration_result>,
    /// A user with the password's hash.
    caf::replies_to<read_credentials>::with<credentials_result>,
    /// Whose token it is.
    caf::replies_to<read_token>::with<token_result>,
    /// Photos that are kept long enough.
    caf::replies_to<find_old_photos>::with<old_photos_result>,
    /// A copy of an outbox as submissions; errors: ledger::read_carried's.
    caf::replies_to<read_outbox>::with<carried_result>,
    /// Openings whose outcome nobody noted.
    caf::replies_to<read_unsettled>::with<commands_result>,
    /// What the TTLock side starts from.
    caf::replies_to<read_locks>::with<lock_facts_result>>;

/// Knows whether the database takes writes, and tells everybody when that changes.
using db_health_actor = caf::typed_actor<
    /// A batch failed: down at once, without waiting for the next probe.
    caf::reacts_to<store_failed>,
    /// The writer carried something out.
    caf::reacts_to<store_worked>,
    /// Says again what it knows to those that keep it: one of them was started anew.
    caf::reacts_to<tell_status>,
    /// INTERNAL: time to probe.
    caf::reacts_to<probe_due>>;

/// Throws away what the site's retention lets go. Detached: blocks on the disk.
using retention_actor = caf::typed_actor<
    /// INTERNAL: time to look.
    caf::reacts_to<retention_due>,
    /// INTERNAL: the next step of a round, after others had their turn.
    caf::reacts_to<retention_step>>;

/// The recent events in memory, and who gets them.
using journal_actor = caf::typed_actor<
    /// What one transaction committed, in order; published once.
    caf::reacts_to<committed_events>,
    /// Looks into the table for what it was not told.
    caf::reacts_to<catch_up>,
    /// From here on clients that resume from before are not resumed.
    caf::reacts_to<journal_pruned>,
    /// Where the journal stands; refused with db_unavailable until it is loaded.
    caf::replies_to<ask_position>::with<position_result>,
    /// One page of a replay, or the last page and the subscription at once: no gap, no repeat.
    caf::replies_to<serve_page>::with<page_served>,
    /// INTERNAL: a read of the table failed a while ago.
    caf::reacts_to<read_again>,
    /// INTERNAL: another process may have committed (a command at a shell, another palangd).
    caf::reacts_to<look_due>>;

/// One per connection, and who is behind each.
using sessions_actor = caf::typed_actor<
    /// A connection is upgraded: starts its session.
    caf::reacts_to<connection_opened>,
    /// A frame, to its session.
    caf::reacts_to<frame_received>,
    /// A replay's page has left, to its session.
    caf::reacts_to<connection_drained>,
    /// Ends the session.
    caf::reacts_to<connection_closed>,
    /// A session's hello was right; an older connection of the same device ends (4409).
    caf::reacts_to<session_greeted>,
    /// Ends the connections of users, devices and tokens (4401, 4403).
    caf::reacts_to<access_ended>,
    /// Up or down, to every session.
    caf::reacts_to<db_status>,
    /// Answers when no session has a submission left unanswered.
    caf::replies_to<drain>::with<drained>,
    /// From a session: nothing is left unanswered.
    caf::reacts_to<session_drained>>;

/// One connection: hello, order, limits, answers.
using session_actor = caf::typed_actor<
    /// A frame of the client.
    caf::reacts_to<frame_received>,
    /// A page of its replay has left: the next.
    caf::reacts_to<connection_drained>,
    /// The end.
    caf::reacts_to<connection_closed>,
    /// Submissions are refused while the database is down.
    caf::reacts_to<db_status>,
    /// Closes the connection.
    caf::reacts_to<end_session>,
    /// Takes no more submissions.
    caf::reacts_to<drain>,
    /// INTERNAL: no hello in time.
    caf::reacts_to<hello_overdue>,
    /// INTERNAL: the token's life is over.
    caf::reacts_to<token_expired>,
    /// INTERNAL: the replay could not go on a while ago.
    caf::reacts_to<replay_due>>;

/// Log-ins, lock-outs and tokens.
using auth_actor = caf::typed_actor<
    /// PROTOCOL 2, one after the other.
    caf::replies_to<login_attempt>::with<login_answer>,
    /// Who has this token; errors: unauthorized, db_unavailable.
    caf::replies_to<check_token>::with<grant_result>,
    /// Ends a token and its connections; errors: unauthorized.
    caf::replies_to<logout>::with<done>,
    /// Forgets what it remembers of them.
    caf::reacts_to<access_ended>>;

/// Argon2id: slow on purpose. Detached.
using hasher_actor = caf::typed_actor<
    /// Whether the password is the one that was hashed.
    caf::replies_to<verify_password>::with<bool>,
    /// libsodium's string form.
    caf::replies_to<hash_password>::with<hash_result>>;

/// Openings on their way to the gates.
using gates_actor = caf::typed_actor<
    /// A committed opening that must be carried out now.
    caf::reacts_to<carry_out>,
    /// INTERNAL: loads what a restart left open.
    caf::reacts_to<rebuild>>;

/// One gate: its open commands, each brought to an outcome that is written.
using gate_actor = caf::typed_actor<
    /// An opening.
    caf::reacts_to<carry_out>,
    /// INTERNAL: tries to write an outcome again.
    caf::reacts_to<settle_due>>;

/// Asks TTLock's cloud. Detached: blocks in the network.
using cloud_caller_actor = caf::typed_actor<
    caf::replies_to<list_places>::with<places_reply>, caf::replies_to<pull_page>::with<page_reply>,
    caf::replies_to<send_unlock>::with<unlock_reply>, caf::replies_to<ask_state>::with<state_reply>,
    caf::replies_to<ask_clock>::with<clock_reply>,
    /// Answers nothing: the next call finds the new token.
    caf::reacts_to<keep_token>>;

/// All locks: what is known of them, their gateways, the turns at these, what is due.
using locks_actor = caf::typed_actor<
    /// Answers with what became of it; errors: not_found (TTLock does not know this lock).
    caf::replies_to<open_lock>::with<opening_result>,
    /// From a lock: answers when its gateways are free.
    caf::replies_to<take_turn>::with<bool>,
    /// From a lock: its gateways are free again.
    caf::reacts_to<turn_over>,
    /// From a lock: another one may scan.
    caf::reacts_to<scan_over>,
    /// Looks at once.
    caf::reacts_to<scan_wanted>,
    /// The database went or came: what it missed is scanned.
    caf::reacts_to<db_status>,
    /// From who calls the cloud: what was missed while it was away is scanned.
    caf::reacts_to<cloud_met>,
    /// INTERNAL: time to look what is due.
    caf::reacts_to<look_round>>;

/// One lock: openings through its gateways, re-scans, its clock.
using lock_actor = caf::typed_actor<
    /// Carries an opening out, once.
    caf::replies_to<open_lock>::with<opening_result>,
    /// What is known and due.
    caf::reacts_to<lock_view_ptr>,
    /// INTERNAL: the gateway was busy a while ago.
    caf::reacts_to<try_again>,
    /// INTERNAL: nobody knows whether it opened; ask it.
    caf::reacts_to<check_outcome>,
    /// INTERNAL: the scan goes on.
    caf::reacts_to<next_page>>;

/// Photos on disk, by their hash. Detached.
using photos_actor = caf::typed_actor<
    /// Stores durably; errors: hash_mismatch, unsupported_media_type, too_large, internal (disk).
    caf::replies_to<put_photo>::with<put_photo_result>,
    /// Errors: not_found.
    caf::replies_to<get_photo>::with<photo_result>>;

} // namespace palang::actors
