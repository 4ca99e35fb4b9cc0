#include "tests/ttlock_sim/model/errcodes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace palang::ttlock_sim {

namespace {

constexpr auto texts = std::to_array<std::pair<int, errcode_text>>({
    {errcode::ok, {"none error message", "表示成功或是"}},
    {errcode::failed, {"failed or means no", "表示失败或否"}},
    {errcode::bad_client_id, {"client_id doesn't exist", "client_id不存在"}},
    {errcode::bad_client, {"invalid client", "无效的client"}},
    {errcode::unknown_token, {"token doesn't exist", "token不存在"}},
    {errcode::ended_token, {"invalid grant", "token无授权，token已失效或被撤销授权"}},
    {errcode::bad_login, {"invalid account or invalid password", "用户名或密码错误"}},
    {errcode::bad_grant_type, {"invalid grant_type", "无效的grant_type"}},
    {errcode::bad_refresh_token, {"invalid refresh_token", "无效的refresh_token"}},
    {errcode::password_not_md5, {"password must be md5 encrypted", "密码必须md5加密"}},
    {errcode::quota_exceeded,
     {"Exceeded the monthly limit for API calls. Upgrade your developer account",
      "超出每月接口调用次数"}},
    {errcode::wrong_region,
     {"Cross-site access to user data is prohibited", "禁止跨站点访问用户数据"}},
    {errcode::bad_date,
     {"date must be current time, in 5 minutes", "date必须是当前时间，前后五分钟以内"}},
    {errcode::server_error, {"internal server error", "服务器内部错误"}},
    {errcode::bad_parameter, {"invalid parameter", "参数错误"}},
    {errcode::no_such_lock, {"lock doesn't exist", "锁不存在"}},
    {errcode::no_gateway, {"The lock is not connected to any gateway", "锁附近没有可用的网关"}},
    {errcode::gateway_offline, {"The gateway is offline", "网关不在线"}},
    {errcode::gateway_busy,
     {"The gateway is busy. Please try again later.", "网关正忙,请稍后再试。"}},
    {errcode::lock_offline, {"The lock is offline", "锁不在线"}},
    {errcode::lock_busy, {"The lock is busy", "锁正忙"}},
    {errcode::no_such_gateway, {"gateway doesn't exist", "网关不存在"}},
    {errcode::not_supported, {"The function is not supported for this lock", "锁不支持此功能"}},
});

} // namespace

errcode_text text_of(int code) noexcept {
  const auto* const found = std::ranges::find(texts, code, &std::pair<int, errcode_text>::first);
  return found == texts.end() ? errcode_text{"unknown error", ""} : found->second;
}

} // namespace palang::ttlock_sim
