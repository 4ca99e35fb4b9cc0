#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace palang::ops {

/// What palangd counts of itself, as Prometheus reads it. Thread: any.
class metrics {
public:
  metrics();
  ~metrics();
  metrics(const metrics&) = delete;
  metrics& operator=(const metrics&) = delete;

  void batch_committed(std::size_t submissions, std::chrono::microseconds took);
  void batch_failed();
  void submission_answered(bool is_accepted);
  void submission_refused(); ///< Retryable, without having reached the store.
  void query_answered(std::chrono::microseconds took);
  void events_published(std::size_t events, std::int64_t newest_seq);
  void replay_page_sent(std::size_t events);
  void login_answered(bool is_success);
  void database_is(bool up);
  void connections_are(std::size_t open);
  void actor_restarted();
  void callback_taken(std::size_t records);
  void callback_unreadable();
  void cloud_called(bool is_answered);
  void calls_left(std::int64_t left);

  /// Prometheus text exposition format.
  [[nodiscard]] std::string text() const;

private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

} // namespace palang::ops
