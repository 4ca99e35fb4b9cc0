#include "tests/server/actors/fake_cloud.hpp"

#include <algorithm>

namespace palang::testing {

namespace {

class fake_http final : public ttlock::http_client {
public:
  explicit fake_http(fake_cloud& in) : in_{in} {}

  fake_cloud::answer send(const ttlock::http_request& request, milliseconds) override {
    const auto path = request.target.substr(0, request.target.find('?'));
    in_.asked.push_back(path);
    const auto told =
        std::ranges::find(in_.next, path, &std::pair<std::string, fake_cloud::answer>::first);
    if (told == in_.next.end())
      return ttlock::http_reply{200, path == "/oauth2/token" ? grant() : usual(path), {}};
    auto answer = std::move(told->second);
    in_.next.erase(told);
    return answer;
  }

private:
  [[nodiscard]] std::string grant() const {
    return R"({"access_token":"a","uid":1,"refresh_token":"r","expires_in":)"
           + std::to_string(in_.token_seconds) + "}";
  }
  static std::string usual(const std::string& path) {
    if (path.ends_with("/list"))
      return R"({"list":[],"pageNo":1,"pageSize":20,"pages":0,"total":0})";
    return R"({"errcode":0,"errmsg":"none error message"})";
  }

  fake_cloud& in_;
};

} // namespace

std::unique_ptr<ttlock::http_client> fake_cloud::make_http() {
  return std::make_unique<fake_http>(*this);
}

} // namespace palang::testing
