#include "tests/server/actors/fake_ledger.hpp"

#include <algorithm>
#include <stdexcept>

namespace palang::testing {

namespace {

using namespace palang::ledger;

tl::unexpected<error> down() {
  return fail(errc::db_unavailable, "the disk is gone");
}

/// Remembers what it was told.
class fake_lock_writer final : public lock_writer {
public:
  explicit fake_lock_writer(fake_ledger& in) : in_{in} {}

  result<committed> take(std::span<const lock_intake> batch) override {
    return noted([&] { in_.intakes.insert(in_.intakes.end(), batch.begin(), batch.end()); });
  }
  result<void> keep(const rejected_intake& what) override {
    return noted([&] { in_.rejects.push_back(what); }).map([](const committed&) {});
  }
  result<committed> note_discovery(const lock_discovery& seen) override {
    return noted([&] { in_.discoveries.push_back(seen); });
  }
  result<committed> note_reading(const lock_reading& what) override {
    return noted([&] { in_.readings.push_back(what); });
  }
  result<committed> note_gap(const gap_change& what) override {
    return noted([&] { in_.gap_changes.push_back(what); });
  }
  result<storage::stored_scan> begin_scan(const scan_request& what) override {
    if (in_.is_down)
      return down();
    auto& scan = in_.lock_facts.running_scans.emplace_back();
    scan.id = make_uuid_v7(what.at);
    scan.lock_id = what.lock_id;
    scan.why = what.why;
    scan.from = what.from;
    scan.to = what.to;
    scan.requested_by = what.requested_by;
    scan.started_at = what.at;
    return scan;
  }
  result<committed> advance_scan(const scan_step& step) override {
    return noted([&] {
      in_.scan_steps.push_back(step);
      if (step.is_last || step.failure)
        std::erase_if(in_.lock_facts.running_scans,
                      [&](const storage::stored_scan& s) { return s.id == step.scan; });
    });
  }
  result<committed> judge_openings(instant) override {
    return noted([&] { ++in_.judged; });
  }
  result<void> reserve_calls(const std::string&, std::int64_t count) override {
    return noted([&] { in_.lock_facts.calls_this_month = count; }).map([](const committed&) {});
  }
  result<committed> tell_quota(bool is_low, std::int64_t, std::int64_t, instant) override {
    return noted([&] { in_.is_quota_low = is_low; });
  }

private:
  template <class F>
  result<committed> noted(F&& note) {
    if (in_.is_down)
      return down();
    note();
    return committed{};
  }

  fake_ledger& in_;
};

class fake_writer final : public writer {
public:
  explicit fake_writer(fake_ledger& in) : in_{in} {}

  result<committed> submit(std::span<const submission> batch) override {
    if (in_.throws_in_submit)
      throw std::runtime_error("a defect");
    if (in_.is_down)
      return down();
    in_.batch_sizes.push_back(batch.size());
    committed done;
    for (const auto& s : batch)
      done.answers.push_back(answer(s, done));
    if (in_.on_commit)
      in_.on_commit(done);
    if (in_.throws_after_commit)
      throw std::runtime_error("a defect after the commit");
    return done;
  }

  result<committed> settle_command(const uuid& command, protocol::command_state outcome,
                                   const std::string& detail, instant) override {
    if (in_.is_down)
      return down();
    auto& settled = in_.open_commands[command];
    settled.state = outcome;
    settled.detail = detail;
    committed done;
    done.events.push_back(in_.append(protocol::topic::gate, "gate.open_failed"));
    return done;
  }

  result<login_outcome> login(const login_facts& facts) override {
    if (in_.is_down)
      return down();
    in_.logins.push_back(facts);
    token_grant grant;
    grant.who.user_id = facts.user_id;
    grant.who.device_id = facts.device_id;
    grant.expires_at = facts.at + std::chrono::hours{16};
    in_.tokens[facts.token_hash] = grant;
    return login_outcome{grant, {}};
  }

  result<void> logout(const std::string& token_hash) override {
    if (in_.is_down)
      return down();
    in_.tokens.erase(token_hash);
    return {};
  }

  result<committed> photo_arrived(const std::string&, std::int64_t, const std::string&,
                                  instant) override {
    return in_.is_down ? result<committed>{down()} : result<committed>{};
  }

  result<void> audit(const protocol::audit_entry& entry) override {
    in_.audits.push_back(entry);
    return {};
  }

  result<prune_outcome> prune(const prune_request& what) override {
    if (in_.is_down)
      return down();
    in_.prunes.push_back(what);
    if (in_.on_prune)
      in_.on_prune(what);
    const auto rows = std::min(what.limit, in_.prunable);
    in_.prunable -= rows;
    in_.oldest_seq += rows;
    for (const auto& sha256 : what.photos)
      std::erase(in_.old_photos, sha256);
    return prune_outcome{rows, in_.oldest_seq};
  }

  result<void> probe(instant) override {
    return in_.is_down ? result<void>{down()} : result<void>{};
  }

  result<bool> has_users() override { return !in_.users.empty(); }
  result<protocol::user> put_user(const std::string&, const std::string&, protocol::role,
                                  const std::string&, bool, instant) override {
    return protocol::user{};
  }
  result<void> put_config(const protocol::config&, instant, const std::string&) override {
    return {};
  }
  result<void> add_enrolment(const std::string&, instant) override { return {}; }
  lock_writer& lock_side() override { return locks_; }

private:
  verdict answer(const submission& s, committed& done) {
    if (const auto known = in_.answered.find(s.content.id); known != in_.answered.end()) {
      auto again = known->second;
      again.is_duplicate = true;
      return again;
    }
    done.events.push_back(in_.append());
    protocol::accepted first{s.content.id, in_.newest_seq(), false, "{}"};
    in_.answered[s.content.id] = first;
    in_.contents[s.content.id] = s.content;
    return first;
  }

  fake_ledger& in_;
  fake_lock_writer locks_{in_};
};

class fake_reader final : public reader {
public:
  explicit fake_reader(fake_ledger& in) : in_{in} {}

  result<std::string> query(const protocol::query_data& what, const principal&, instant) override {
    if (in_.is_down)
      return down();
    return R"({"kind":")" + std::string{protocol::kind_of(what)} + "\"}";
  }
  result<std::vector<protocol::event>> journal_after(std::int64_t seq, std::size_t limit) override {
    ++in_.journal_reads;
    if (in_.is_down)
      return down();
    std::vector<protocol::event> page;
    for (const auto& e : in_.journal)
      if (e.seq > seq && e.seq >= in_.oldest_seq && page.size() < limit)
        page.push_back(e);
    return page;
  }
  result<journal_bounds> bounds() override {
    if (in_.is_down)
      return down();
    return journal_bounds{in_.epoch, in_.oldest_seq, in_.newest_seq()};
  }
  result<config_snapshot> configuration() override {
    if (in_.is_down)
      return down();
    return in_.config;
  }
  result<std::optional<credentials>> find_credentials(const std::string& username) override {
    if (in_.is_down)
      return down();
    const auto found = in_.users.find(username);
    return found == in_.users.end() ? std::nullopt : std::optional{found->second};
  }
  result<std::optional<token_grant>> find_token(const std::string& token_hash) override {
    ++in_.reads;
    if (in_.is_down)
      return down();
    const auto found = in_.tokens.find(token_hash);
    return found == in_.tokens.end() ? std::nullopt : std::optional{found->second};
  }
  result<std::vector<std::string>> old_photos(instant, std::int64_t, std::int64_t limit) override {
    if (in_.is_down)
      return down();
    const auto count = std::min(static_cast<std::int64_t>(in_.old_photos.size()), limit);
    return std::vector<std::string>(in_.old_photos.begin(), in_.old_photos.begin() + count);
  }
  result<std::vector<protocol::gate_command>> unsettled_commands() override {
    if (in_.is_down)
      return down();
    std::vector<protocol::gate_command> open;
    for (const auto& [id, command] : in_.open_commands)
      if (command.state == protocol::command_state::requested
          || command.state == protocol::command_state::sent)
        open.push_back(command);
    return open;
  }
  result<std::vector<protocol::gate>> gates() override { return std::vector<protocol::gate>{}; }
  result<crypto::key_pair> site_key() override { return crypto::key_pair{}; }
  result<lock_side_facts> lock_side(instant) override {
    if (in_.is_down)
      return down();
    return in_.lock_facts;
  }

private:
  fake_ledger& in_;
};

} // namespace

ledger::config_snapshot fake_ledger::demo_config() {
  ledger::config_snapshot out;
  out.document.site.name = "Site";
  out.version = 7;
  return out;
}

std::unique_ptr<ledger::writer> fake_ledger::make_writer() {
  return std::make_unique<fake_writer>(*this);
}

std::unique_ptr<ledger::reader> fake_ledger::make_reader() {
  return std::make_unique<fake_reader>(*this);
}

protocol::event fake_ledger::append(protocol::topic t, const std::string& kind) {
  protocol::event e;
  e.seq = newest_seq() + 1;
  e.event_topic = t;
  e.kind = kind;
  e.data = "{}";
  journal.push_back(e);
  return e;
}

} // namespace palang::testing
