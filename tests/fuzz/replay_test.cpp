#include "client_message_fuzzer.hpp"

#include "mutation.hpp"
#include "samples.hpp"

#include <catch2/catch.hpp>

namespace {

int replay(const std::string& frame) {
  return LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(frame.data()), frame.size());
}

} // namespace

TEST_CASE("the fuzzed entry point takes every valid frame and its damaged copies", "[fuzz]") {
  const auto seed = Catch::rngSeed();
  INFO("seed " << seed);
  mutator change{seed};
  for (const auto& frame : palang::protocol::samples::client_frames()) {
    CHECK(replay(frame) == 0);
    for (int i = 0; i < 50; ++i)
      CHECK(replay(change(frame)) == 0);
  }
}
