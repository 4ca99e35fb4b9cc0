#pragma once

#include "mobile/core/store.h"

#include <catch2/catch.hpp>

#include <string>

/// Records as a gate makes them, for the store's tests.
namespace palang::mobile::samples {

inline constexpr instant start = from_ms(1'742'803'200'000); // 2025-03-24T08:00:00Z

inline protocol::session openSession(const uuid& id, const std::string& plateKey,
                                     std::uint32_t seq = 0) {
  protocol::session s;
  s.id = id;
  s.plate = plateKey;
  s.plate_key = plateKey;
  s.entered_at = start;
  s.entry_gate_id = "in-1";
  s.entry_device_no = 3;
  s.entry_seq = seq;
  return s;
}

inline Store::Draft entryDraft(const std::string& plateKey, instant at = start) {
  const auto sessionId = make_uuid_v7(at);
  Store::Draft draft;
  draft.data = protocol::entry_data{.session_id = sessionId,
                                    .gate_id = "in-1",
                                    .plate = plateKey,
                                    .plate_reason = {},
                                    .vehicle_type = "MOBIL",
                                    .photo = {},
                                    .ticket = {}};
  draft.takenAt = at;
  draft.clock = {.offset_ms = -120, .source = protocol::clock_source::monotonic};
  draft.effect = openSession(sessionId, plateKey);
  draft.username = "budi";
  draft.summary = plateKey + " · MOBIL · in-1";
  return draft;
}

/// The exit of what `entry` recorded.
inline Store::Draft exitDraft(const OutboxRow& entry) {
  const auto sessionId = std::get<protocol::entry_data>(entry.submission.data).session_id;
  Store::Draft draft;
  draft.data = protocol::exit_data{
      .session_id = sessionId,
      .ticket = {},
      .gate_id = "out-1",
      .charged = {5'000},
      .paid =
          protocol::payment{.method = "cash", .amount = {5'000}, .tendered = {}, .reference = {}},
      .photo = {},
      .plate = {}};
  draft.dependsOn = {entry.submission.id};
  draft.takenAt = start + std::chrono::hours{1};
  draft.effect = openSession(sessionId, "B1X");
  draft.effect->status = protocol::session_status::closed;
  draft.summary = "keluar";
  return draft;
}

template <class T>
T required(result<T> value) {
  if (!value)
    FAIL(to_string(value.error().code) << ": " << value.error().message);
  return std::move(*value);
}

inline void required(const result<void>& value) {
  if (!value)
    FAIL(to_string(value.error().code) << ": " << value.error().message);
}

} // namespace palang::mobile::samples
