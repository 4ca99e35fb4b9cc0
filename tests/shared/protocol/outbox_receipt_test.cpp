#include "shared/protocol/outbox_receipt.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

TEST_CASE("a receipt comes out as it went in", "[outbox_receipt]") {
  const outbox_receipt receipt{
      3,
      20,
      4,
      {{make_uuid_v7(from_ms(1)), "exit", {errc::unknown_session, "no such \"stay\"", {}}}}};
  CHECK(decode_outbox_receipt(encode(receipt)) == receipt);
}

TEST_CASE("what is no receipt is refused with its field", "[outbox_receipt]") {
  CHECK(decode_outbox_receipt(R"({"device_no":3,"taken":1,"refused":[]})").error().field
        == "already_there");
  CHECK_FALSE(decode_outbox_receipt("<html>"));
}
