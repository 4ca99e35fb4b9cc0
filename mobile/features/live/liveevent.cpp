#include "mobile/features/live/liveevent.h"

#include "shared/protocol/codec.hpp"

#include <algorithm>

namespace palang::mobile {

namespace {

using protocol::member_of;

template <class T>
std::optional<LiveEvent> with(const protocol::event& e, result<T> object) {
  if (!object)
    return std::nullopt;
  return LiveEvent{e.at, e.kind, *std::move(object)};
}

LiveDevice deviceIn(const std::string& json) {
  const auto name = member_of(json, "name");
  return {name ? protocol::string_of(*name).value_or("") : ""};
}

LiveLockRecord shortOf(const protocol::lock_record& record) {
  const bool isOpening = record.is_success && record.opening_id;
  return {record.lock_id, isOpening ? std::optional{record.corrected_at} : std::nullopt,
          record.text_id, record.text_en};
}

LiveLateRecord lateRecordIn(const std::string& data) {
  const auto number = [&](const char* name) {
    const auto member = member_of(data, name);
    return member ? protocol::number_of(*member).value_or(0) : 0;
  };
  return {number("device_no"), number("delay_ms")};
}

} // namespace

std::optional<LiveEvent> readLiveEvent(const protocol::event& e) {
  switch (e.event_topic) {
  case protocol::topic::session:
    return with(e, member_of(e.data, "session").and_then([](const std::string& json) {
      return protocol::decode_session(json);
    }));
  case protocol::topic::gate:
    return with(e, member_of(e.data, "gate").and_then([](const std::string& json) {
      return protocol::decode_gate(json);
    }));
  case protocol::topic::alert:
    return with(e, member_of(e.data, "alert").and_then([](const std::string& json) {
      return protocol::decode_alert(json);
    }));
  case protocol::topic::lock:
    if (e.kind == "lock.record")
      return with(e, member_of(e.data, "record")
                         .and_then([](const std::string& json) {
                           return protocol::decode_lock_record(json);
                         })
                         .map(shortOf));
    return with(e, member_of(e.data, "lock").map(deviceIn));
  case protocol::topic::gateway:
    return with(e, member_of(e.data, "gateway").map(deviceIn));
  case protocol::topic::sync:
    return LiveEvent{e.at, e.kind, lateRecordIn(e.data)};
  case protocol::topic::config:
    return LiveEvent{e.at, e.kind, {}};
  }
  return std::nullopt;
}

std::vector<LiveEvent> eventsOf(const std::vector<protocol::session>& sessions) {
  std::vector<LiveEvent> events;
  for (const auto& s : sessions) {
    if (s.entered_at)
      events.push_back({*s.entered_at, "session.entered", s});
    if (s.exited_at)
      events.push_back({*s.exited_at, "session.exited", s});
  }
  std::ranges::stable_sort(events, std::ranges::greater{}, &LiveEvent::at);
  return events;
}

} // namespace palang::mobile
