#include "shared/protocol/codec.hpp"

#include "mutation.hpp"
#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

namespace {

constexpr int rounds = 400; // of each frame

} // namespace

TEST_CASE("no damage to a client's frame makes the codec throw or lie about what it read",
          "[protocol]") {
  const auto seed = Catch::rngSeed();
  INFO("seed " << seed);
  mutator change{seed};
  for (const auto& frame : samples::client_frames())
    for (int i = 0; i < rounds; ++i) {
      const auto broken = change(frame);
      const auto read = decode_client_message(broken);
      if (!read) {
        CHECK_FALSE(read.error().why.message.empty());
        continue;
      }
      const auto again = decode_client_message(encode(*read));
      CAPTURE(broken);
      REQUIRE(again);
      REQUIRE(*again == *read);
    }
}

TEST_CASE("no damage to a server's frame or an object makes the codec throw", "[protocol]") {
  const auto seed = Catch::rngSeed();
  INFO("seed " << seed);
  mutator change{seed};
  std::vector<std::string> texts{encode(samples::site()), encode(samples::closed_session()),
                                 encode(samples::hour_fee()), encode(samples::counted_shift()),
                                 encode(samples::approved_device())};
  for (const auto& message : samples::server_messages())
    texts.push_back(encode(message));
  for (const auto& original : texts)
    for (int i = 0; i < rounds; ++i) {
      const auto broken = change(original);
      CAPTURE(broken);
      CHECK_NOTHROW(decode_server_frame(broken));
      CHECK_NOTHROW(decode_session(broken));
      CHECK_NOTHROW(decode_fee(broken));
      CHECK_NOTHROW(decode_shift(broken));
      CHECK_NOTHROW(decode_device(broken));
      CHECK_NOTHROW(replace_at(broken, "/site/name", broken));
      CHECK_NOTHROW(replace_at(encode(samples::site()), broken, "1"));
      const auto document = decode_config(broken);
      if (document)
        CHECK_NOTHROW(validate(*document));
    }
}
