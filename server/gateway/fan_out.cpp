#include "server/gateway/fan_out.hpp"

#include "server/gateway/frame.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace palang::gateway {

namespace {

using events_view = std::span<const encoded_event* const>;

bool is_for(const encoded_event& e, frame_shape shape) {
  return (shape.topics & protocol::bit(e.event_topic)) != 0 && (shape.is_admin || !e.is_admin_only);
}

/// One frame: the object itself, or an array of several.
void append_array(std::string& to, events_view events, std::size_t payload_bytes) {
  if (events.empty())
    return;
  append_text_header(to, payload_bytes);
  if (events.size() == 1) {
    to += events.front()->json;
    return;
  }
  char separator = '[';
  for (const auto* e : events) {
    to += separator;
    to += e->json;
    separator = ',';
  }
  to += ']';
}

void append_arrays(std::string& to, events_view events) {
  std::size_t first = 0;
  std::size_t payload_bytes =
      0; // Of the array of all from `first` on: each has one bracket or comma before it.
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto more = events[i]->json.size() + 1;
    if (i > first && payload_bytes + more + 1 > protocol::limits::max_frame_bytes) {
      append_array(to, events.subspan(first, i - first),
                   i - first == 1 ? payload_bytes - 1 : payload_bytes + 1);
      first = i;
      payload_bytes = 0;
    }
    payload_bytes += more;
  }
  const auto rest = events.subspan(first);
  append_array(to, rest, rest.size() == 1 ? payload_bytes - 1 : payload_bytes + 1);
}

/// The events of `events`, which are in the order of seq, that come after `seq`.
events_view after(events_view events, std::int64_t seq) {
  const auto first = std::ranges::upper_bound(events, seq, {}, &encoded_event::seq);
  return {first, events.end()};
}

/// Before it is pushed: a queue recognises by the link what follows its last block.
void link(group& g, const shared_block& b) {
  if (b->bytes.empty())
    return;
  if (g.newest)
    g.newest->next = b;
  g.newest = b;
}

} // namespace

std::string encode_frames(events_view events, frame_shape shape) {
  std::vector<const encoded_event*> chosen;
  std::ranges::copy_if(events, std::back_inserter(chosen),
                       [&](const auto* e) { return is_for(*e, shape); });
  std::string frames;
  if (shape.is_batch) {
    append_arrays(frames, chosen);
  } else {
    for (const auto* e : chosen)
      append_text_frame(frames, e->json);
  }
  return frames;
}

void fan_out::subscribe(subscriber& who, const subscription& what) {
  unsubscribe(who);
  const frame_shape shape{what.topics, what.is_admin, what.is_batch};
  auto& g = groups_.try_emplace(shape, group{shape, {}, {}}).first->second;
  who.group_ = &g;
  who.place_ = g.members.size();
  g.members.push_back({&who, what.after_seq});
}

void fan_out::unsubscribe(subscriber& who) {
  if (who.group_ == nullptr)
    return;
  auto& g = *std::exchange(who.group_, nullptr);
  auto& last = g.members.back();
  last.who->place_ = who.place_;
  std::swap(g.members[who.place_], last);
  g.members.pop_back();
  if (g.members.empty())
    groups_.erase(frame_shape{g.shape});
}

void fan_out::publish(std::span<const event_batch> batches) {
  std::vector<const encoded_event*> events;
  for (const auto& batch : batches)
    for (const auto& e : *batch)
      events.push_back(&e);
  if (events.empty())
    return;
  for (auto& [shape, g] : groups_)
    publish_to(g, events);
}

void fan_out::publish_to(group& g, events_view events) {
  const auto first_seq = events.front()->seq;
  const auto whole = make_block(encode_frames(events, g.shape));
  link(g, whole);
  std::map<std::size_t, shared_block> cut; // By the number of events that remain.
  for (const auto& m : g.members) {
    if (m.after_seq < first_seq) {
      m.who->push(whole);
      continue;
    }
    const auto rest = after(events, m.after_seq);
    auto& part = cut[rest.size()];
    if (!part)
      part = make_block(encode_frames(rest, g.shape));
    m.who->push(part);
  }
}

} // namespace palang::gateway
