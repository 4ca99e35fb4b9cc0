#pragma once

#include <cstdint>
#include <vector>

/// How the simulated cloud behaves where nobody outside knows, or where it differs from day to day.
/// The defaults are what public reports make most likely. Names are those of the control interface.
namespace palang::ttlock_sim {

/// Evenly spread between `least_ms` and `most_ms`; with `slow_probability` between `most_ms` and
/// `slow_most_ms` instead.
struct delay {
  std::int64_t least_ms = 0;
  std::int64_t most_ms = 0;
  double slow_probability = 0;
  std::int64_t slow_most_ms = 0;
};

enum class record_order : std::uint8_t { oldest, newest, shuffled };
enum class backlog_date : std::uint8_t { upload, lock }; ///< What serverDate of late records is.
enum class absent_text : std::uint8_t { absent, null, empty }; ///< An app record's keyboardPwd.
enum class payload_shape : std::uint8_t { observed, documented };
/// When callbacks flow: always, once the admin has ever had a token, or while one is valid.
enum class token_need : std::uint8_t { never, once, valid };
/// Which clock `date` is compared with: the world's, the world's or the host's, or none.
enum class date_check : std::uint8_t { world, either, off };
enum class id_order : std::uint8_t { increasing, random };

struct upload_settings {
  delay prompt{1'000, 5'000, 0, 60'000};     ///< From the event to the cloud, gateway online.
  delay backlog{5'000, 30'000};              ///< From the gateway's return to the cloud.
  record_order order = record_order::oldest; ///< Of a backlog, in the cloud and in callbacks.
  backlog_date server_date = backlog_date::upload;
  bool gateway_keeps = false; ///< A gateway without internet goes on reading its locks.
  std::vector<int> filtered_types{5,  6,  8,  9,  14, 15,
                                  16, 18, 21, 23, 24}; ///< fromLock: cloud drops.
  id_order record_ids = id_order::increasing;
};

struct callback_settings {
  delay after{300, 2'000};
  int prompt_batch = 1;              ///< Records per callback at most.
  int backlog_batch = 1;             ///< The same for records of an outage.
  std::int64_t backlog_gap_ms = 200; ///< Between two callbacks of one backlog.
  bool after_outage = true;          ///< False: records of an outage are in the list only.
  std::vector<int> unpushed_types{}; ///< Cloud types that are in the list only.
  double duplicate_probability = 0;
  std::int64_t duplicate_after_ms = 2'000;
  double drop_probability = 0;
  int retries = 0; ///< After an answer other than `success`, or none.
  std::int64_t retry_ms = 60'000;
  std::int64_t timeout_ms = 10'000; ///< Host time to wait for the receiver's answer.
  int parallel = 1;                 ///< Callbacks on their way at once.
  absent_text app_passcode = absent_text::absent;
  payload_shape shape = payload_shape::observed;
  bool extra_fields = false; ///< A field that no document names, in each record.
  token_need token = token_need::once;
};

struct gateway_settings {
  delay list_offline{480'000, 600'000}; ///< Until isOnline in replies is 0 after a cut.
  delay list_online{0, 2'000};
  std::int64_t offline_notice_ms = 1'800'000; ///< Cuts that end sooner are never told.
  std::int64_t online_notice_ms = 0;
  bool online_notice_always = false;      ///< Also after a cut that was not told.
  std::int64_t link_cache_ms = 1'800'000; ///< A lost lock stays listed so long.
};

struct command_settings {
  delay takes{1'500, 6'000};
  std::int64_t timeout_ms = 30'000;
  int timeout_errcode = 1;
  double timeout_probability = 0;
  double timeout_moves_probability = 0.5; ///< The door moves although no answer came.
  double no_move_probability = 0;         ///< Success is answered, the door stays.
  int unnoticed_offline_errcode = -3037;  ///< Gateway gone, cloud has not noticed.
};

struct list_settings {
  record_order order = record_order::newest;
  std::int64_t delay_ms = 0; ///< From the upload until a record is listed.
  bool is_end_inclusive = true;
  int months_kept = 6;
};

struct account_settings {
  std::int64_t token_seconds = 7'776'000;
  bool login_revokes = false;   ///< A new login ends the older access tokens.
  bool refresh_revokes = false; ///< So does a refresh.
  date_check date = date_check::either;
  bool is_wrong_region = false;
};

struct lock_settings {
  int memory = 500;
  bool auto_lock_records = false; ///< Auto-lock leaves a record (45).
};

struct settings {
  upload_settings upload{};
  callback_settings callback{};
  gateway_settings gateway{};
  command_settings command{};
  list_settings list{};
  account_settings account{};
  lock_settings lock{};
};

} // namespace palang::ttlock_sim
