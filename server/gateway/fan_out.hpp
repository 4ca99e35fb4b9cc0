#pragma once

#include "server/gateway/gateway.hpp"
#include "server/gateway/write_queue.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace palang::gateway {

/// What of the events a group of subscribers receives, and in which frames: equal shapes, equal
/// bytes.
struct frame_shape {
  protocol::topic_mask topics = 0;
  bool is_admin = false;
  bool is_batch = false;
  friend auto operator<=>(const frame_shape&, const frame_shape&) = default;
};

/// The frames for one shape: one per event, or arrays of at most limits::max_frame_bytes. Empty
/// when nothing is for it.
[[nodiscard]] std::string encode_frames(std::span<const encoded_event* const> events,
                                        frame_shape shape);

/// One who receives published blocks.
class subscriber {
public:
  virtual ~subscriber() = default;
  /// May not unsubscribe anybody.
  virtual void push(const shared_block& frames) = 0;

private:
  friend class fan_out;
  struct group* group_ = nullptr;
  std::size_t place_ = 0; // In the group's members.
};

/// Subscribers of one shape.
struct group {
  struct member {
    subscriber* who;
    std::int64_t after_seq;
  };
  frame_shape shape;
  std::vector<member> members;
  shared_block newest; ///< What the next block is linked to.
};

/// Who receives which events. An event is framed once per shape, whatever the number of
/// subscribers. Thread: the gateway's.
class fan_out {
public:
  /// Replaces an earlier subscription.
  void subscribe(subscriber& who, const subscription& what);
  /// Must be called before `who` is destroyed; does nothing for one who never subscribed.
  void unsubscribe(subscriber& who);
  /// The batches are in order; their events are pushed to each subscriber as one block.
  void publish(std::span<const event_batch> batches);

private:
  void publish_to(group& g, std::span<const encoded_event* const> events);

  std::map<frame_shape, group> groups_;
};

} // namespace palang::gateway
