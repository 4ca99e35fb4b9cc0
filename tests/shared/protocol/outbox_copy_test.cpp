#include "shared/protocol/outbox_copy.hpp"

#include "samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::protocol;

namespace {

struct sealed_copy {
  sealed_copy() {
    copy.device_no = 3;
    copy.made_at = from_ms(1742799909000);
    copy.photos = {std::string(64, 'a')};
    for (const auto& s : samples::submissions())
      copy.rows.push_back({"budi", s});
    sealed = seal_outbox(copy, device.sec, site.pub).value();
  }
  [[nodiscard]] result<outbox_copy> open() const {
    return open_outbox(sealed, site, [&](std::uint16_t number) {
      return number == 3 ? std::optional{device.pub} : std::nullopt;
    });
  }

  crypto::key_pair site = crypto::make_key_pair();
  crypto::key_pair device = crypto::make_key_pair();
  outbox_copy copy;
  crypto::bytes sealed;
};

} // namespace

TEST_CASE_METHOD(sealed_copy, "a sealed outbox comes out as it went in", "[outbox_copy]") {
  const auto opened = open();
  REQUIRE(opened);
  CHECK(*opened == copy);
}

TEST_CASE_METHOD(sealed_copy, "nothing in a sealed outbox can be read on the way",
                 "[outbox_copy]") {
  const std::string bytes{sealed.begin(), sealed.end()};
  CHECK(bytes.find("budi") == std::string::npos);
  CHECK(bytes.find("palang-outbox") == std::string::npos);
}

TEST_CASE_METHOD(sealed_copy, "a damaged file, or another site's, is refused", "[outbox_copy]") {
  SECTION("a bit") {
    sealed[sealed.size() / 2] ^= 1;
  }
  SECTION("its end") {
    sealed.pop_back();
  }
  SECTION("all of it") {
    sealed.clear();
  }
  SECTION("another site") {
    site = crypto::make_key_pair();
  }
  const auto opened = open();
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == errc::invalid);
}

TEST_CASE_METHOD(sealed_copy, "only the device itself can have made the file", "[outbox_copy]") {
  sealed = seal_outbox(copy, crypto::make_key_pair().sec, site.pub).value();
  REQUIRE_FALSE(open());
  CHECK(open().error().code == errc::forbidden);
  copy.device_no = 4;
  sealed = seal_outbox(copy, device.sec, site.pub).value();
  CHECK(open().error().code == errc::unknown_device);
}
