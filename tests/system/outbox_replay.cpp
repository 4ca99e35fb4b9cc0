#include "tests/system/outbox_replay.hpp"

#include "shared/sync/outbox.hpp"

#include <map>
#include <memory>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

namespace palang::testing {

namespace {

/// An outbox whose records are all there from the start; a map is enough, since this device never
/// loses power.
class replay_store final : public sync::outbox_store {
public:
  replay_store(const std::vector<protocol::submit>& records, replay_report& report)
      : report_{report} {
    for (const auto& record : records)
      pending_.emplace(*record.device_seq, record.id);
  }

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
      : options_{o}, store_{records, report_}, sender_{store_, sender_options(o)}, random_{o.seed} {
    for (const auto& record : records)
      by_id_.emplace(record.id, &record);
    if (!sender_.reload())
      throw std::runtime_error("outbox");
    token_ = log_in(o.port, o.who).token;
  }

  replay_report run(const std::vector<protocol::submit>& records) {
    while (sender_.pending_count() > 0) {
      try {
        if (!link_)
          connect();
        step();
      } catch (const std::runtime_error&) {
        cut(); // the link broke: what was in flight is sent again
      }
    }
    for (const auto& record : records)
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

  void connect() {
    link_ = std::make_unique<protocol_client>(options_.port, token_, std::vector<std::string>{});
    ++report_.connections;
    sender_.link_up();
    until_break_ = std::uniform_int_distribution{1, 2 * options_.break_every}(random_);
  }

  void cut() {
    link_.reset();
    in_flight_.clear();
    sender_.link_down();
  }

  void step() {
    for (const auto& id : sender_.tick(time_.now())) {
      link_->send(*by_id_.at(id));
      in_flight_.insert(id);
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
    }
    in_flight_.erase(a.id);
    if (!sender_.answered(a, time_.now()))
      throw std::runtime_error("outbox");
  }

  replay_options options_;
  replay_report report_;
  replay_store store_;
  sync::outbox_sender sender_;
  system_clock time_;
  std::minstd_rand random_;
  std::map<uuid, const protocol::submit*> by_id_;
  std::map<uuid, std::string> answers_;
  std::set<uuid> in_flight_;
  std::string token_;
  std::unique_ptr<protocol_client> link_;
  int until_break_ = 0;
};

} // namespace

replay_report replay(const std::vector<protocol::submit>& records, const replay_options& o) {
  return device{records, o}.run(records);
}

} // namespace palang::testing
