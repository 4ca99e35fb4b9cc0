#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every number that palangd starts with and that PROTOCOL does not fix, with its unit and its
/// reason. What an operator may change is in settings.hpp and takes its default from here.
namespace palang::defaults {

using namespace std::chrono_literals;

// -- listeners and clients
inline constexpr std::uint16_t client_port = 8181; ///< PROTOCOL 1
inline constexpr std::uint16_t intake_port = 8182;
inline constexpr std::uint16_t ops_port = 8183;
inline constexpr std::size_t max_connections = 20'000; ///< Twice the largest site measured.
inline constexpr double messages_per_second = 1'000;   ///< Of one connection (PROTOCOL 3.7).
inline constexpr double message_burst = 2'000;

// -- threads
inline constexpr std::size_t scheduler_threads =
    2;                                          ///< Actors never block: two cores feed the disk.
inline constexpr std::size_t store_readers = 2; ///< One slow report leaves one for log-ins.

// -- store
inline constexpr std::size_t max_batch =
    256; ///< Submissions of one transaction: gains nothing beyond.
inline constexpr auto submit_timeout = 900ms; ///< So that a refusal is out within a second.
inline constexpr auto query_timeout = 10s;    ///< Reports over months of sessions.
inline constexpr auto read_timeout = 5s;      ///< Tokens, pages of the journal.
inline constexpr auto write_timeout = 5s; ///< Log-ins, photos: nobody waits at the gate for them.
inline constexpr auto probe_timeout = 900ms;   ///< As long as a submission waits.
inline constexpr auto probe_when_up = 500ms;   ///< With the timeout: silence is known within 1.4 s.
inline constexpr auto probe_when_down = 500ms; ///< Back up is told within a second.

// -- journal
inline constexpr std::size_t ring_events = 20'000;          ///< About an hour of a busy site.
inline constexpr std::size_t ring_bytes = 16 * 1024 * 1024; ///< About 800 bytes an event.
inline constexpr std::size_t page_events = 500;             ///< One step of a replay …
inline constexpr std::size_t page_bytes = 256 * 1024;       ///< … well below slow_consumer_bytes.
inline constexpr std::size_t load_page_events = 2'000; ///< One read while the memory is filled.
inline constexpr auto journal_retry = 500ms;           ///< After a read failed.
inline constexpr auto journal_look = 1s;               ///< For what other processes commit.

// -- sessions
inline constexpr auto reconnect_jitter = 5s; ///< Spreads 10,000 clients to 2,000 a second.
inline constexpr std::size_t max_early = 64; ///< Frames kept while the hello is being checked.
inline constexpr std::size_t max_open_queries = 16; ///< Of one connection.
inline constexpr auto position_timeout = 5s;
inline constexpr auto token_timeout = 6s; ///< More than read_timeout: auth asks a reader.
inline constexpr auto page_timeout = 6s;  ///< Likewise the journal.

// -- log-in
inline constexpr int failures_per_name = 5; ///< PROTOCOL 2, in a minute.
inline constexpr int failures_per_address = 30;
inline constexpr auto failure_window = 60s;
inline constexpr std::size_t max_waiting_logins =
    64; ///< 64 x 0.1 s of Argon2id; more are told `busy`.
inline constexpr std::size_t cached_tokens = 50'000; ///< About 300 bytes each.
inline constexpr auto token_recheck = 5min; ///< Until a revocation by another process counts.
inline constexpr auto hash_timeout = 30s;   ///< The queue above, on a slow machine.
inline constexpr auto login_timeout = 45s;  ///< All steps of a log-in.
inline constexpr auto retry_after = 1s;     ///< Told with 503.

// -- TTLock
inline constexpr std::size_t max_batch_records = 1'000; ///< Of callbacks in one transaction.
inline constexpr std::size_t cloud_callers = 2;  ///< For lists; each lock has one for its openings.
inline constexpr auto cloud_call_timeout = 120s; ///< 45 s for a command, twice, and a log-in.
inline constexpr auto cloud_list_timeout = 15min;  ///< Hundreds of gateways, one call each.
inline constexpr auto lock_round = 15s;            ///< What is due is seen so often.
inline constexpr auto least_lock_round = 200ms;    ///< However fast the pace.
inline constexpr auto first_cloud_pause = 30s;     ///< After a failure; doubles with each more …
inline constexpr auto longest_cloud_pause = 10min; ///< … up to this: a failed call costs, too.
inline constexpr auto lock_discovery = 6h;         ///< New locks; signal strengths.
inline constexpr auto clock_check = 24h;           ///< A lock's clock drifts seconds a day.
inline constexpr auto clock_retry = 15min;         ///< Doubles with each failure, up to the above.
inline constexpr auto token_check = 10min;         ///< Far less than any token's last tenth.
inline constexpr auto largest_clock_offset = 30s;  ///< Beyond it the lock's clock is set.
inline constexpr auto busy_pause = 3s;             ///< What public clients found gateways to need.
inline constexpr auto outcome_pause = 5s;     ///< The lock has done by then what it was told to.
inline constexpr auto outcome_patience = 60s; ///< For a turn to ask it.
inline constexpr auto turn_slack = 5s;
inline constexpr auto opening_timeout = 180s; ///< Turn, command, two renewals of the token.
inline constexpr auto callback_timeout = 10s; ///< The cloud's patience is not documented.

// -- gates
inline constexpr auto settle_retry = 1s; ///< While an outcome cannot be written.

inline constexpr std::size_t least_password = 8; ///< Characters, at a shell.

// -- TTLock
inline constexpr int ttlock_monthly_calls = 30'000; ///< Reported for the free tier.

// -- photos
inline constexpr auto photo_timeout = 30s; ///< 5 MiB to a slow disk.

// -- retention; how long and how much is kept stands in the site's configuration
inline constexpr auto retention_first = 1min;  ///< After the start, which has enough to do.
inline constexpr auto retention_round = 1h;    ///< A day's worth goes in small pieces.
inline constexpr auto retention_pause = 250ms; ///< Between steps: writers get at least 90 %.
inline constexpr auto retention_budget = 50ms; ///< Nobody waits longer for a step to end.
inline constexpr std::int64_t retention_rows_first = 100;
inline constexpr std::int64_t retention_rows_least = 50; ///< 12,000 a minute, at any pace.
inline constexpr std::int64_t retention_photos = 20;     ///< Files of one step.

// -- devices
inline constexpr std::int64_t enrolment_hours = 24; ///< A working day to walk to the gate.

// -- supervision
inline constexpr auto restart_first = 100ms; ///< Doubles with each failure …
inline constexpr auto restart_longest = 5s;  ///< … up to this.
inline constexpr int failures_to_give_up = 5;
inline constexpr auto give_up_window = 30s;

inline constexpr auto ready_poll = 20ms; ///< While the journal is being loaded.

inline constexpr auto ready_deadline = 30s; ///< For the journal to be loaded at the start.

// -- stopping: all of it well within the 10 s of PROTOCOL 8
inline constexpr auto drain_deadline = 2s; ///< For answers of what is being committed.
inline constexpr auto close_deadline = 3s; ///< For close frames.

// -- logs
inline constexpr std::size_t log_file_bytes = 10 * 1024 * 1024;
inline constexpr std::size_t log_files = 5;
inline constexpr auto log_flush = 1s;

} // namespace palang::defaults
