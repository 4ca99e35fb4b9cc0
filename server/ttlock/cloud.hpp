#pragma once

#include "server/ttlock/call.hpp"
#include "server/ttlock/credential.hpp"
#include "server/ttlock/http.hpp"
#include "server/ttlock/record.hpp"
#include "server/ttlock/token.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palang::ttlock {

/// TTLock itself gives up on a gateway after 30 s: only who waits longer learns that.
inline constexpr milliseconds command_timeout{45'000};
/// Plain reads answer within a second or two; the rest is a bad line.
inline constexpr milliseconds read_timeout{15'000};

inline constexpr int lock_page_size = 1'000; ///< What the cloud allows at most …
inline constexpr int gateway_page_size = 200;
inline constexpr int record_page_size = 200;

template <class T>
struct page {
  std::vector<T> items;
  int number = 1; ///< From 1.
  int pages = 1;  ///< In all; 0 when there is nothing.
  std::int64_t total = 0;
  [[nodiscard]] bool is_last() const { return number >= pages; }
};

struct cloud_lock {
  std::string id;
  std::string name; ///< What people call it (lockAlias), or the factory's name.
  std::string mac;
  std::optional<int> battery; ///< Per cent.
  bool has_gateway = false;
  std::optional<milliseconds> utc_offset; ///< Of the lock's zone, without daylight saving.
};

struct cloud_gateway {
  std::string id;
  std::string name;
  std::string mac;
  int version = 0;
  std::string network;
  bool is_online = false; ///< Up to 10 minutes late.
  int lock_count = 0;
};

/// One end of a Bluetooth link between a gateway and a lock; cached by the cloud for 30 minutes.
struct radio_link {
  std::string id; ///< Of the other end.
  std::string name;
  std::string mac;
  std::optional<int> rssi; ///< dBm; below -85 is weak.
  std::optional<instant> updated_at;
};

struct record_page : record_batch {
  int number = 1;
  int pages = 1;
  std::int64_t total = 0;
  [[nodiscard]] bool is_last() const { return number >= pages; }
};

enum class bolt : std::uint8_t { locked, unlocked, unknown };

struct open_state {
  bolt state = bolt::unknown;
  std::optional<bool> is_door_open; ///< Where a door sensor is bound.
};

/// TTLock's cloud API. Blocking, one call at a time; `date` comes from the clock. When the cloud
/// refuses the token a new one is got and the call made once more. Nothing else is repeated here.
/// Thread: one caller at once; several clouds may share a token_source.
class cloud {
public:
  template <class T>
  using reply = tl::expected<T, cloud_error>;

  /// `tokens` and `clock` outlive it. `hook` may be empty: every call is allowed.
  cloud(std::unique_ptr<http_client> http, token_source& tokens, std::string client_id,
        const palang::clock& clock, call_hook hook, const credential_key& key);
  ~cloud();
  cloud(cloud&&) noexcept;
  cloud& operator=(cloud&&) noexcept;

  /// Renews the token when it is time (token_source::keep), so that no other call waits for that.
  [[nodiscard]] reply<void> keep_token();

  [[nodiscard]] reply<page<cloud_lock>> locks(int page_number = 1);
  [[nodiscard]] reply<page<cloud_gateway>> gateways(int page_number = 1);
  [[nodiscard]] reply<std::vector<radio_link>> gateways_of(const std::string& lock_id);
  [[nodiscard]] reply<std::vector<radio_link>> locks_of(const std::string& gateway_id);

  /// By the lock's own clock, both ends included; the order is the cloud's, i.e. none.
  [[nodiscard]] reply<record_page> records(const std::string& lock_id, instant from, instant to,
                                           int page_number = 1);

  /// Through a gateway, which has one command at a time: the caller spaces these.
  [[nodiscard]] reply<void> unlock(const std::string& lock_id);
  [[nodiscard]] reply<open_state> state_of(const std::string& lock_id);
  [[nodiscard]] reply<instant> date_of(const std::string& lock_id);
  /// Sets the lock's clock to this server's; what it says afterwards.
  [[nodiscard]] reply<instant> set_date_of(const std::string& lock_id);

private:
  struct impl;
  std::unique_ptr<impl> impl_;
};

} // namespace palang::ttlock
