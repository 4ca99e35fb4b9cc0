#pragma once

#include <cstddef>
#include <cstdint>

/// libFuzzer's entry point. Aborts when the codec is wrong; always returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
