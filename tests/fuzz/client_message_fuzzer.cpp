#include "client_message_fuzzer.hpp"

#include "shared/protocol/codec.hpp"

#include <cstdlib>
#include <string_view>

using namespace palang::protocol;

/// Whatever a client sends: no throw, and what was understood means the same when it is sent again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto message = decode_client_message({reinterpret_cast<const char*>(data), size});
  if (!message)
    return 0;
  const auto again = decode_client_message(encode(*message));
  if (!again || *again != *message)
    std::abort();
  return 0;
}
