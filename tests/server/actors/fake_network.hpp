#pragma once

#include "server/actors/outbound.hpp"

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace palang::testing {

/// What the gateway would do with what the actors say: each connection's mail in order, live events
/// by subscription.
class fake_network final : public actors::outbound {
public:
  struct link {
    std::vector<protocol::server_message> sent; ///< Everything but events.
    std::vector<std::int64_t> events; ///< Their seqs, replayed and live, in order of arrival.
    std::size_t replayed = 0;         ///< How many of them were replayed.
    std::optional<actors::subscription> live;
    std::int64_t after_seq = 0;
    bool wants_drained = false;
    std::optional<std::uint16_t> close_code;
  };

  void send(actors::connection_id to, const protocol::server_message& message) override {
    if (failing_sends == to)
      throw std::runtime_error("a defect");
    links[to].sent.push_back(message);
  }
  void replay(actors::connection_id to, std::span<const actors::encoded_event* const> events,
              bool) override {
    for (const auto* e : events)
      links[to].events.push_back(e->seq);
    links[to].replayed += events.size();
  }
  void subscribe(actors::connection_id to, const actors::subscription& what,
                 std::int64_t after_seq) override {
    links[to].live = what;
    links[to].after_seq = after_seq;
  }
  void publish(const std::vector<actors::encoded_event>& events) override {
    if (failing_publishes > 0 && failing_publishes-- > 0)
      throw std::runtime_error("a defect");
    for (const auto& e : events) {
      published.push_back(e.seq);
      for (auto& [id, l] : links)
        if (l.live && e.seq > l.after_seq && actors::wants(*l.live, e))
          l.events.push_back(e.seq);
    }
  }
  void broadcast(const protocol::status& what) override { statuses.push_back(what); }
  void greet(actors::connection_id who) override { greeted.insert(who); }
  void notify_drained(actors::connection_id who) override { links[who].wants_drained = true; }
  void close(actors::connection_id who, std::uint16_t code, const std::string&) override {
    links[who].close_code = code;
  }
  void publish_after(std::int64_t seq) override { first_seq = seq; }
  [[nodiscard]] std::optional<std::int64_t> published_seq() const override {
    return published.empty() ? first_seq : published.back();
  }

  /// The last message of this type to the connection.
  template <class T>
  [[nodiscard]] std::optional<T> last(actors::connection_id to) {
    for (auto i = links[to].sent.rbegin(); i != links[to].sent.rend(); ++i)
      if (const auto* found = std::get_if<T>(&*i))
        return *found;
    return std::nullopt;
  }
  template <class T>
  [[nodiscard]] std::vector<T> all(actors::connection_id to) {
    std::vector<T> found;
    for (const auto& message : links[to].sent)
      if (const auto* one = std::get_if<T>(&message))
        found.push_back(*one);
    return found;
  }

  actors::connection_id failing_sends = 0; ///< To this connection.
  int failing_publishes = 0;
  std::map<actors::connection_id, link> links;
  std::optional<std::int64_t> first_seq;
  std::vector<std::int64_t> published;
  std::vector<protocol::status> statuses;
  std::set<actors::connection_id> greeted;
};

} // namespace palang::testing
