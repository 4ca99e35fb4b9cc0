#include "shared/core/crypto.hpp"

#include <catch2/catch.hpp>

using namespace palang;

TEST_CASE("SHA-256, hex and base64 agree with their published examples", "[core]") {
  CHECK(crypto::to_hex(crypto::sha256_of("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const crypto::bytes foobar{'f', 'o', 'o', 'b', 'a'};
  CHECK(crypto::to_base64(foobar) == "Zm9vYmE=");
  CHECK(crypto::from_base64("Zm9vYmE=") == foobar);
  CHECK_FALSE(crypto::from_base64("Zm9v*mE="));
  CHECK(crypto::from_hex("00ff") == crypto::bytes{0x00, 0xff});
  CHECK_FALSE(crypto::from_hex("0g"));
  CHECK_FALSE(crypto::from_hex("0"));
  CHECK(crypto::from_hex("")->empty());
}

TEST_CASE("a signature holds for its message and its key alone", "[core]") {
  const auto keys = crypto::make_key_pair();
  const auto other = crypto::make_key_pair();
  crypto::bytes message{1, 2, 3};
  const auto sig = crypto::sign(message, keys.sec);
  CHECK(crypto::verify(message, sig, keys.pub));
  CHECK_FALSE(crypto::verify(message, sig, other.pub));
  message[0] = 9;
  CHECK_FALSE(crypto::verify(message, sig, keys.pub));
}
