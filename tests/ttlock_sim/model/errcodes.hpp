#pragma once

#include <string_view>

namespace palang::ttlock_sim {

/// TTLock's own numbers.
namespace errcode {
constexpr int ok = 0;
constexpr int failed = 1;
constexpr int bad_client_id = 10000;
constexpr int bad_client = 10001;
constexpr int unknown_token = 10003;
constexpr int ended_token = 10004;
constexpr int bad_login = 10007;
constexpr int bad_grant_type = 10010;
constexpr int bad_refresh_token = 10011;
constexpr int password_not_md5 = 30005;
constexpr int quota_exceeded = 30007;
constexpr int wrong_region = 30008;
constexpr int bad_date = 80000;
constexpr int server_error = 90000;
constexpr int bad_parameter = -3;
constexpr int no_such_lock = -1003;
constexpr int no_gateway = -2012;
constexpr int gateway_offline = -3002;
constexpr int gateway_busy = -3003;
constexpr int lock_offline = -3036;
constexpr int lock_busy = -3037;
constexpr int no_such_gateway = -4037;
constexpr int not_supported = -4043;
} // namespace errcode

struct errcode_text {
  std::string_view errmsg;
  std::string_view description;
};

[[nodiscard]] errcode_text text_of(int code) noexcept;

} // namespace palang::ttlock_sim
