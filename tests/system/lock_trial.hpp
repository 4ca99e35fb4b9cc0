#pragma once

#include "tests/system/lock_books.hpp"
#include "tests/system/lock_site.hpp"
#include "tests/system/lock_traffic.hpp"

#include <chrono>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace palang::testing {

/// One site, one way that the cloud may be like, all outages in an order of chance. After each of
/// them the database must have what the locks recorded, or alerts must tell what is lost. Thread:
/// one; trials of several threads do not touch.
class lock_trial {
public:
  /// `settings`: of the simulated cloud.
  lock_trial(const sim_control::json& settings, unsigned seed);

  /// What went wrong, in words; empty when all is right.
  [[nodiscard]] std::vector<std::string> run();

private:
  void set_clocks_off();
  void drop_callbacks();
  void lose_tokens();

  void cut_gateway();
  void kill_server();
  void cut_line();
  void stop_cloud();
  void lock_database();

  void compare();
  void check_losses();
  void check_openings();
  void check_end();

  void keep_apart();
  void start_server();
  void spoil_a_page();
  [[nodiscard]] bool all_uploaded();
  [[nodiscard]] bool is_cloud_missed();
  [[nodiscard]] bool is_database_up();
  /// What the server did meanwhile, for who must find the fault.
  [[nodiscard]] std::string story();
  /// Waits until it holds; what does not in time is told.
  void expect(const std::string& what, const std::function<bool()>& holds);
  void tell(const std::string& what) { wrong_.push_back(when_ + ": " + what); }

  std::mt19937_64 chance_;
  lock_site site_;
  lock_traffic traffic_;
  database_file db_;
  std::chrono::seconds time_for_records_;
  std::string when_ = "before any outage";
  std::vector<std::string> wrong_;
};

} // namespace palang::testing
