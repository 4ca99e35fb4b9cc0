#include "shared/protocol/codec.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include <set>

using namespace palang;
using namespace palang::protocol;

TEST_CASE("the canonical form has sorted keys and no spaces", "[protocol]") {
  auto x = samples::submissions().front();
  x.data = void_data{samples::id(1), "salah tekan"};
  CHECK(
      canonical(x)
      == R"({"data":{"reason":"salah tekan","session_id":"0195c5f0-1a2b-7c3d-8e4f-000000000001"},"device_seq":17,"kind":"void","taken_at":1742785200000})");
}

TEST_CASE("a record sent again offline has the same content", "[protocol]") {
  auto x = samples::submissions().front();
  const auto first = canonical(x);
  x.id = samples::id(99);
  x.is_offline = !x.is_offline;
  x.clock = {5000, clock_source::monotonic};
  CHECK(canonical(x) == first);
}

TEST_CASE("the order, case and nulls of a frame do not change its content", "[protocol]") {
  const auto a = decode_submit(
      R"({"type":"submit","id":"0195c5f0-1a2b-7c3d-8e4f-000000000001","kind":"gate.open","taken_at":1,"data":{"gate_id":"in-1","reason":"x","session_id":null,"extra":1}})");
  const auto b = decode_submit(
      R"({"data":{"reason":"x","gate_id":"in-1"},"taken_at":1,"kind":"gate.open","id":"0195C5F0-1a2b-7c3d-8e4f-000000000001","type":"submit"})");
  REQUIRE(a);
  REQUIRE(b);
  CHECK(canonical(*a) == canonical(*b));
}

TEST_CASE("every kind, time, number and datum has its own content", "[protocol]") {
  std::set<std::string> seen;
  for (auto x : samples::submissions()) {
    CHECK(seen.insert(canonical(x)).second);
    x.device_seq = 18;
    CHECK(seen.insert(canonical(x)).second);
    x.device_seq.reset();
    CHECK(seen.insert(canonical(x)).second);
    x.taken_at += milliseconds{1};
    CHECK(seen.insert(canonical(x)).second);
  }
}

TEST_CASE("the canonical form of a user never shows the password", "[protocol]") {
  auto all = samples::submissions();
  auto& x = *std::ranges::find_if(
      all, [](const submit& s) { return std::holds_alternative<user_set_data>(s.data); });
  auto& data = std::get<user_set_data>(x.data);
  data.password = "rahasia";
  const auto first = canonical(x);
  CHECK(first.find("rahasia") == std::string::npos);
  data.password = "rahasia lain";
  CHECK(canonical(x) != first);
}
