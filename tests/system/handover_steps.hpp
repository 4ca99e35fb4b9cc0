#pragma once

#include <string>

/// Steps of scripts that the hand-over's tests share.
namespace palang::testing {

inline std::string log_in_at(const std::string& gate) {
  return R"(timeout 60000
wait login.submit
type login.username budi
type login.password palang-demo
click login.submit
wait gates.)"
         + gate + "\nclick gates." + gate + "\nwaitText connection Terhubung\n";
}

inline std::string let_in(const std::string& plate) {
  return "wait entry.saveButton\nclick entry.class.MOBIL\nkeys " + plate
         + "\nclick entry.saveButton\nclick entry.nextButton\n";
}

inline constexpr auto open_moving = "click nav.outbox\nclick outbox.move\n";

} // namespace palang::testing
