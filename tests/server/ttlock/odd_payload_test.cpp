#include "server/ttlock/callback.hpp"
#include "server/ttlock/mask.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace palang;
using namespace palang::ttlock;

namespace {

const credential_key key{{9}};
constexpr auto secret = "739155820";

struct field {
  std::string name;
  std::string json; ///< Its value.
};

struct odd_record {
  std::vector<field> fields;
  bool has_date = false;
  bool has_type = false;
};

class generator {
public:
  explicit generator(unsigned seed) : random_{seed} {}

  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>{0, n - 1}(random_);
  }

  /// The same number in a spelling that counts; or, once in a while, nothing of use.
  std::string number(const std::string& digits, bool& is_there) {
    static const std::vector<std::string> useless{"null", "\"\"", "{}", "[1]", "\"abc\"", "1.5"};
    is_there = below(6) != 0;
    if (!is_there)
      return useless[below(useless.size())];
    const std::vector<std::string> spellings{digits, '"' + digits + '"', digits + ".0",
                                             "\" " + digits + " \""};
    return spellings[below(spellings.size())];
  }

  odd_record record() {
    odd_record r;
    bool ignored = false;
    bool has_cloud = false;
    bool has_lock = false;
    r.fields = {
        {"lockDate", number("16808101" + std::to_string(10000 + below(89999)), r.has_date)},
        {"recordType", number(any_type(), has_cloud)},
        {"recordTypeFromLock", number(any_type(), has_lock)},
        {"success", number(std::to_string(below(2)), ignored)},
        {"serverDate", number("1680810180029", ignored)},
        {"electricQuantity", number("93", ignored)},
        {"keyboardPwd", below(2) == 0 ? std::string{secret} : '"' + std::string{secret} + '"'},
        {"username", below(2) == 0 ? "\"Wati " + std::string{secret} + '"' : "\"\""},
        {"username2", "{\"password\":\"" + std::string{secret} + "\"}"}};
    drop_some(r, has_cloud, has_lock);
    r.has_type = has_cloud || has_lock;
    std::ranges::shuffle(r.fields, random_);
    return r;
  }

  /// None whose `username` is an account: digits there are a telephone number.
  std::string any_type() {
    static const std::vector<int> types{4, 5, 7, 8, 17, 20, 30, 44, 48, 57, 92, 123, 4711};
    return std::to_string(types[below(types.size())]);
  }

  std::string json_of(const odd_record& r) {
    std::string text = "{";
    for (const auto& [name, value] : r.fields)
      for (std::size_t times = below(5) == 0 ? 2 : 1; times > 0; --times)
        text += (text.size() > 1 ? ",\"" : "\"") + name + "\":" + value;
    return text + "}";
  }

private:
  void drop_some(odd_record& r, bool& has_cloud, bool& has_lock) {
    std::erase_if(r.fields, [&](const field& f) {
      const bool is_dropped = below(5) == 0;
      if (is_dropped && f.name == "lockDate")
        r.has_date = false;
      if (is_dropped && f.name == "recordType")
        has_cloud = false;
      if (is_dropped && f.name == "recordTypeFromLock")
        has_lock = false;
      return is_dropped;
    });
  }

  std::mt19937 random_;
};

std::string all_text_of(const callback& got) {
  std::string text;
  for (const auto& r : got.batch.records)
    text += r.who + ' ' + r.credential_tail + ' ' + r.natural_key + ' '
            + r.credential_digest.value_or("") + '\n';
  for (const auto& u : got.batch.unreadable)
    text += u.reason + ' ' + u.masked + '\n';
  for (const auto& o : got.others)
    text += o.masked + '\n';
  return text;
}

std::string wrapped(generator& any, const std::string& list) {
  switch (any.below(3)) {
  case 0:
    return "admin=a%40b.c&records=" + list + "&lockId=77";
  case 1:
    return "{\"lockId\":77,\"records\":" + list + "}";
  default:
    return "notifyType=1&lockId=77&records=" + list;
  }
}

} // namespace

TEST_CASE("no odd payload loses a record or shows a secret", "[ttlock]") {
  for (unsigned seed = 1; seed <= 1'000; ++seed) {
    generator any{seed};
    std::string list = "[";
    std::size_t readable = 0;
    const auto count = any.below(6) + 1;
    for (std::size_t i = 0; i < count; ++i) {
      const auto record = any.record();
      readable += record.has_date && record.has_type ? 1 : 0;
      list += (i > 0 ? "," : "") + any.json_of(record);
    }
    const auto body = wrapped(any, list + "]");
    INFO("seed " << seed << ": " << body);
    const auto got = read_callback(body, "application/x-www-form-urlencoded", key);
    REQUIRE(got);
    REQUIRE(got->batch.records.size() == readable);
    REQUIRE(got->batch.records.size() + got->batch.unreadable.size() == count);
    REQUIRE(all_text_of(*got).find(secret) == std::string::npos);
    REQUIRE(masked(body).find(secret) == std::string::npos);
  }
}

TEST_CASE("no cut or bent body crashes or shows a secret", "[ttlock]") {
  for (unsigned seed = 1; seed <= 1'000; ++seed) {
    generator any{seed};
    auto body = wrapped(any, "[" + any.json_of(any.record()) + "]");
    body.resize(any.below(body.size()) + 1);
    // Not inside the secret: half of it is another text.
    for (auto bends = any.below(4); bends > 0; --bends) {
      const auto at = any.below(body.size());
      if (body[at] < '0' || body[at] > '9')
        body[at] = static_cast<char>(any.below(256));
    }
    INFO("seed " << seed << ": " << body);
    const auto got = read_callback(body, "", key);
    REQUIRE(masked(body).find(secret) == std::string::npos);
    REQUIRE((got ? all_text_of(*got) : got.error().masked).find(secret) == std::string::npos);
  }
}
