#include "server/ops/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace palang::ops {

namespace {

using prometheus::Registry;

prometheus::Counter& counter(Registry& in, const std::string& name, const std::string& help,
                             const std::map<std::string, std::string>& labels = {}) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(in).Add(labels);
}

prometheus::Gauge& gauge(Registry& in, const std::string& name, const std::string& help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(in).Add({});
}

prometheus::Histogram& seconds(Registry& in, const std::string& name, const std::string& help) {
  const prometheus::Histogram::BucketBoundaries bounds{0.0005, 0.001, 0.002, 0.005, 0.01, 0.02,
                                                       0.05,   0.1,   0.2,   0.5,   1,    5};
  return prometheus::BuildHistogram().Name(name).Help(help).Register(in).Add({}, bounds);
}

double in_seconds(std::chrono::microseconds took) {
  return std::chrono::duration<double>(took).count();
}

} // namespace

struct metrics::parts {
  Registry registry;
  prometheus::Counter& batches =
      counter(registry, "palang_batches_total", "Transactions committed.");
  prometheus::Counter& failed =
      counter(registry, "palang_batches_failed_total", "Transactions that failed as a whole.");
  prometheus::Counter& submitted =
      counter(registry, "palang_submissions_total", "Submissions committed with an answer.");
  prometheus::Counter& accepted = counter(registry, "palang_answers_total",
                                          "Answers to submissions.", {{"verdict", "accepted"}});
  prometheus::Counter& rejected = counter(registry, "palang_answers_total",
                                          "Answers to submissions.", {{"verdict", "rejected"}});
  prometheus::Counter& refused =
      counter(registry, "palang_answers_total", "Answers to submissions.", {{"verdict", "retry"}});
  prometheus::Histogram& commit =
      seconds(registry, "palang_commit_seconds", "Time of one transaction.");
  prometheus::Histogram& query =
      seconds(registry, "palang_query_seconds", "Time of one query in the database.");
  prometheus::Counter& events = counter(registry, "palang_events_total", "Events published.");
  prometheus::Gauge& newest =
      gauge(registry, "palang_newest_seq", "Sequence number of the last event published.");
  prometheus::Counter& replayed =
      counter(registry, "palang_events_replayed_total", "Events sent to resuming clients.");
  prometheus::Counter& logins =
      counter(registry, "palang_logins_total", "Log-ins.", {{"outcome", "granted"}});
  prometheus::Counter& refusals =
      counter(registry, "palang_logins_total", "Log-ins.", {{"outcome", "refused"}});
  prometheus::Gauge& up =
      gauge(registry, "palang_database_up", "1 while the database takes writes.");
  prometheus::Gauge& connections =
      gauge(registry, "palang_connections", "Open WebSocket connections.");
  prometheus::Counter& restarts =
      counter(registry, "palang_actor_restarts_total", "Actors started again after a failure.");
  prometheus::Counter& callbacks =
      counter(registry, "palang_callbacks_total", "TTLock callbacks.", {{"outcome", "taken"}});
  prometheus::Counter& unreadable =
      counter(registry, "palang_callbacks_total", "TTLock callbacks.", {{"outcome", "unreadable"}});
  prometheus::Counter& records =
      counter(registry, "palang_callback_records_total", "Lock records that callbacks carried.");
  prometheus::Counter& calls = counter(registry, "palang_cloud_calls_total",
                                       "What was asked of TTLock.", {{"outcome", "answered"}});
  prometheus::Counter& failures = counter(registry, "palang_cloud_calls_total",
                                          "What was asked of TTLock.", {{"outcome", "failed"}});
  prometheus::Gauge& left =
      gauge(registry, "palang_cloud_calls_left", "Calls to TTLock that the month has left.");
};

metrics::metrics() : parts_{std::make_unique<parts>()} {}

metrics::~metrics() = default;

void metrics::batch_committed(std::size_t submissions, std::chrono::microseconds took) {
  parts_->batches.Increment();
  parts_->submitted.Increment(static_cast<double>(submissions));
  parts_->commit.Observe(in_seconds(took));
}

void metrics::batch_failed() {
  parts_->failed.Increment();
}

void metrics::submission_answered(bool is_accepted) {
  (is_accepted ? parts_->accepted : parts_->rejected).Increment();
}

void metrics::submission_refused() {
  parts_->refused.Increment();
}

void metrics::query_answered(std::chrono::microseconds took) {
  parts_->query.Observe(in_seconds(took));
}

void metrics::events_published(std::size_t events, std::int64_t newest_seq) {
  parts_->events.Increment(static_cast<double>(events));
  parts_->newest.Set(static_cast<double>(newest_seq));
}

void metrics::replay_page_sent(std::size_t events) {
  parts_->replayed.Increment(static_cast<double>(events));
}

void metrics::login_answered(bool is_success) {
  (is_success ? parts_->logins : parts_->refusals).Increment();
}

void metrics::database_is(bool up) {
  parts_->up.Set(up ? 1 : 0);
}

void metrics::connections_are(std::size_t open) {
  parts_->connections.Set(static_cast<double>(open));
}

void metrics::actor_restarted() {
  parts_->restarts.Increment();
}

void metrics::callback_taken(std::size_t records) {
  parts_->callbacks.Increment();
  parts_->records.Increment(static_cast<double>(records));
}

void metrics::callback_unreadable() {
  parts_->unreadable.Increment();
}

void metrics::cloud_called(bool is_answered) {
  (is_answered ? parts_->calls : parts_->failures).Increment();
}

void metrics::calls_left(std::int64_t left) {
  parts_->left.Set(static_cast<double>(left));
}

std::string metrics::text() const {
  return prometheus::TextSerializer{}.Serialize(parts_->registry.Collect());
}

} // namespace palang::ops
