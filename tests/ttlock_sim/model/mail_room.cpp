#include "tests/ttlock_sim/model/mail_room.hpp"

#include <algorithm>
#include <utility>

namespace palang::ttlock_sim {

void mail_room::put(std::string body, bool is_get) {
  waiting_.push_back({++last_id_, 1, std::move(body), is_get});
}

std::optional<post> mail_room::next() {
  const auto room = static_cast<std::size_t>(std::max(1, rules_->callback.parallel));
  if (is_paused_ || waiting_.empty() || sending_ >= room)
    return std::nullopt;
  auto first = std::move(waiting_.front());
  waiting_.pop_front();
  ++sending_;
  log_.push_back({first.id, first.attempt, agenda_->now(), std::nullopt, false, {}, first.body});
  return first;
}

void mail_room::answered(const post& of, bool is_success, std::string answer) {
  --sending_;
  const auto entry = std::find_if(log_.rbegin(), log_.rend(), [&of](const delivery& d) {
    return d.post == of.id && d.attempt == of.attempt;
  });
  entry->answered = agenda_->now();
  entry->is_success = is_success;
  entry->answer = std::move(answer);
  if (is_success || of.attempt > rules_->callback.retries)
    return;
  ++retrying_;
  agenda_->after(milliseconds{rules_->callback.retry_ms}, [this, again = of]() mutable {
    --retrying_;
    ++again.attempt;
    waiting_.push_back(std::move(again));
  });
}

} // namespace palang::ttlock_sim
