#include "tests/system/outbox_replay.hpp"

#include "shared/sync/outbox.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

namespace palang::testing {

namespace {

using steady = std::chrono::steady_clock;

constexpr milliseconds pause_between_attempts{100};

/// An outbox that outlives its sender; a map is enough, since this process never loses power.
class replay_store final : public sync::outbox_store {
public:
  explicit replay_store(replay_report& report) : report_{report} {}

  void add(const sync::outbox_record& record) { pending_.emplace(record.position, record.id); }

  result<std::vector<sync::outbox_record>> pending() override {
    std::vector<sync::outbox_record> out;
    for (const auto& [position, id] : pending_)
      out.push_back({id, position, {}});
    return out;
  }

  result<void> mark_applied(const uuid& id, const sync::answer& a) override {
    settle(id);
    ++report_.accepted;
    report_.duplicates += a.is_duplicate ? 1 : 0;
    return {};
  }

  result<bool> is_quarantined(const uuid& id) override { return quarantined_.contains(id); }

  result<void> mark_quarantined(const std::vector<uuid>& ids, const error& why) override {
    for (const auto& id : ids)
      settle(id);
    quarantined_.insert(ids.begin(), ids.end());
    report_.refusals.push_back(why);
    return {};
  }

private:
  void settle(const uuid& id) {
    std::erase_if(pending_, [&](const auto& item) { return item.second == id; });
  }

  std::map<std::int64_t, uuid> pending_;
  std::set<uuid> quarantined_;
  replay_report& report_;
};

class device {
public:
  device(const std::vector<protocol::submit>& records, const replay_options& o)
      : options_{o}, records_{records}, store_{report_}, random_{o.seed} {
    for (const auto& record : records)
      by_id_.emplace(record.id, &record);
    if (options_.token.empty())
      options_.token = log_in(o.port, o.who).token;
    start();
  }

  replay_report run() {
    while (made_ < records_.size() || sender_->pending_count() > 0) {
      if (steady::now() - began_ > options_.give_up_after)
        break;
      try {
        make_what_is_due();
        if (!link_)
          connect();
        step();
      } catch (const std::runtime_error& e) {
        report_.last_trouble = e.what();
        if (link_)
          cut(); // what was in flight is sent again
        else
          std::this_thread::sleep_for(pause_between_attempts);
      }
    }
    for (const auto& record : records_)
      report_.answers.push_back(answers_[record.id]);
    return std::move(report_);
  }

private:
  static sync::outbox_options sender_options(const replay_options& o) {
    sync::outbox_options out;
    out.window = o.window;
    out.jitter_seed = o.seed;
    return out;
  }

  void start() {
    sender_.emplace(store_, sender_options(options_));
    if (!sender_->reload())
      throw std::runtime_error("outbox");
  }

  void make_what_is_due() {
    const auto passed = std::chrono::duration_cast<milliseconds>(steady::now() - began_);
    while (made_ < records_.size()
           && static_cast<int>(made_) * options_.lasting
                  <= static_cast<int>(records_.size()) * passed) {
      const auto& record = records_[made_++];
      const sync::outbox_record made{record.id, *record.device_seq, {}};
      store_.add(made);
      sender_->added(made);
    }
  }

  void connect() {
    link_ = std::make_unique<protocol_client>(options_.port, options_.token,
                                              std::vector<std::string>{});
    ++report_.connections;
    sender_->link_up();
    until_break_ = std::uniform_int_distribution{1, 2 * options_.break_every}(random_);
  }

  void cut() {
    link_.reset();
    in_flight_.clear();
    sender_->link_down();
    if (options_.restart_one_in > 0
        && std::uniform_int_distribution{1, options_.restart_one_in}(random_) == 1) {
      start();
      ++report_.restarts;
    }
  }

  void step() {
    for (const auto& id : sender_->tick(time_.now())) {
      link_->send(*by_id_.at(id));
      in_flight_.emplace(id, steady::now());
      if (--until_break_ == 0)
        return cut();
    }
    if (in_flight_.empty()) // the server asked for patience
      std::this_thread::sleep_for(milliseconds{20});
    else
      take(link_->next_answer());
  }

  void take(const protocol::server_message& message) {
    sync::answer a;
    if (const auto* yes = std::get_if<protocol::accepted>(&message)) {
      a = {yes->id, true, yes->is_duplicate, std::nullopt};
      answers_[yes->id] = yes->data;
    } else {
      const auto& no = std::get<protocol::rejected>(message);
      a = {no.id, false, false, no.why};
      report_.put_off += is_retryable(no.why.code) ? 1 : 0;
    }
    report_.worst_answer =
        std::max(report_.worst_answer,
                 std::chrono::duration_cast<milliseconds>(steady::now() - in_flight_.at(a.id)));
    in_flight_.erase(a.id);
    if (!sender_->answered(a, time_.now()))
      throw std::runtime_error("outbox");
  }

  replay_options options_;
  const std::vector<protocol::submit>& records_;
  replay_report report_;
  replay_store store_;
  std::optional<sync::outbox_sender> sender_;
  system_clock time_;
  std::minstd_rand random_;
  std::map<uuid, const protocol::submit*> by_id_;
  std::map<uuid, std::string> answers_;
  std::map<uuid, steady::time_point> in_flight_; ///< Since when.
  steady::time_point began_ = steady::now();
  std::size_t made_ = 0; ///< So many of the records are in the outbox.
  std::unique_ptr<protocol_client> link_;
  int until_break_ = 0;
};

} // namespace

replay_report replay(const std::vector<protocol::submit>& records, const replay_options& o) {
  return device{records, o}.run();
}

} // namespace palang::testing
