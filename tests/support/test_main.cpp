// Catch's main, compiled once: it is the dearest translation unit of the tests.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
