#include "tests/server/actors/fake_ledger.hpp"

#include <stdexcept>

namespace palang::testing {

namespace {

using namespace palang::ledger;

tl::unexpected<error> down() {
  return fail(errc::db_unavailable, "the disk is gone");
}

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

  result<void> photo_arrived(const std::string&, std::int64_t, const std::string&,
                             instant) override {
    return in_.is_down ? result<void>{down()} : result<void>{};
  }

  result<void> audit(const protocol::audit_entry& entry) override {
    in_.audits.push_back(entry);
    return {};
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
      if (e.seq > seq && page.size() < limit)
        page.push_back(e);
    return page;
  }
  result<journal_bounds> bounds() override {
    if (in_.is_down)
      return down();
    return journal_bounds{in_.epoch, 1, in_.newest_seq()};
  }
  result<config_snapshot> configuration() override {
    if (in_.is_down)
      return down();
    config_snapshot c;
    c.document.site.name = "Site";
    c.version = 7;
    return c;
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
  result<std::vector<protocol::gate_command>> unsettled_commands() override {
    if (in_.is_down)
      return down();
    std::vector<protocol::gate_command> open;
    for (const auto& [id, command] : in_.open_commands)
      if (command.state == protocol::command_state::requested)
        open.push_back(command);
    return open;
  }
  result<std::vector<protocol::gate>> gates() override { return std::vector<protocol::gate>{}; }

private:
  fake_ledger& in_;
};

} // namespace

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
