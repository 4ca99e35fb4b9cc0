#include "server/domain/alert_texts.hpp"
#include "server/domain/shift_reckoning.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;

TEST_CASE("every alert speaks both languages and names the vehicle", "[alerts]") {
  protocol::session s;
  s.plate = "B 1234 XYZ";
  const protocol::alert all[] = {duplicate_alert(s), double_exit_alert(s, rupiah{5'000}),
                                 exit_without_entry_alert(s),
                                 fee_difference_alert(s, rupiah{9'000}, rupiah{7'000})};
  for (const auto& alert : all) {
    CHECK(alert.text_id.find("B 1234 XYZ") != std::string::npos);
    CHECK(alert.text_en.find("B 1234 XYZ") != std::string::npos);
    CHECK(alert.text_id != alert.text_en);
  }
  CHECK(all[3].text_en == "B 1234 XYZ: the tariff says Rp9.000, Rp7.000 was charged");
}

TEST_CASE("a vehicle without a plate is called so", "[alerts]") {
  CHECK(exit_without_entry_alert({}).text_en
        == "A vehicle without a plate left; its entry has not arrived");
}

TEST_CASE("a device's clock fault and gap name the device", "[alerts]") {
  CHECK(clock_fault_alert(3, -90min).text_en == "The clock of HP-3 is wrong by 1 h 30 min");
  CHECK(device_gap_alert(3, 1).text_en == "1 record of HP-3 did not arrive");
  CHECK(device_gap_alert(3, 2).text_id == "2 catatan belum diterima dari HP-3");
}

TEST_CASE("a shift expects its float and its cash; the difference needs a count", "[shift]") {
  protocol::shift s;
  s.opening_cash = rupiah{100'000};
  reckon(s, rupiah{45'000});
  CHECK(s.expected == rupiah{145'000});
  CHECK_FALSE(s.difference);
  s.counted = rupiah{144'000};
  reckon(s, rupiah{45'000});
  CHECK(s.difference == rupiah{-1'000});
}
