#include "tests/system/crashing/crashing_store.hpp"

#include "tests/system/crashing/crash_point.hpp"

#include <utility>

namespace palang::testing {

namespace {

using namespace storage;

/// Transactions without a submission (a probe, a log-in) pass.
struct progress {
  bool has_submission = false;
};

class crashing_work final : public unit_of_work {
public:
  crashing_work(unit_of_work& inner, progress& now) : inner_{inner}, now_{now} {}

  result<void> begin_write() override {
    crash_point::reached(crash_point::before_transaction);
    now_ = {};
    return inner_.begin_write();
  }
  result<void> begin_read() override { return inner_.begin_read(); }
  result<void> commit() override {
    if (now_.has_submission)
      crash_point::reached(crash_point::before_commit);
    auto done = inner_.commit();
    if (now_.has_submission)
      crash_point::reached(crash_point::committed);
    return done;
  }
  void rollback() noexcept override { inner_.rollback(); }
  result<void> set_savepoint() override { return inner_.set_savepoint(); }
  result<void> release_savepoint() override { return inner_.release_savepoint(); }
  result<void> rollback_to_savepoint() override { return inner_.rollback_to_savepoint(); }

private:
  unit_of_work& inner_;
  progress& now_;
};

class crashing_submissions final : public submission_repository {
public:
  crashing_submissions(submission_repository& inner, progress& now) : inner_{inner}, now_{now} {}

  result<std::optional<crypto::sha256>> digest_of(const uuid& id) override {
    now_.has_submission = true;
    crash_point::reached(crash_point::nothing_written);
    return inner_.digest_of(id);
  }
  result<std::optional<uuid>> id_at(const uuid& device, std::uint32_t device_seq) override {
    return inner_.id_at(device, device_seq);
  }
  result<std::optional<remembered_answer>> answer_of(const uuid& id) override {
    return inner_.answer_of(id);
  }
  result<void> insert(const submission_record& row) override {
    auto done = inner_.insert(row);
    crash_point::reached(crash_point::answer_written);
    return done;
  }
  result<std::int64_t> newest_number() override { return inner_.newest_number(); }
  result<device_progress> progress_of(std::uint16_t device_no) override {
    return inner_.progress_of(device_no);
  }
  result<void> replace_gaps(std::uint16_t device_no,
                            const std::vector<sync::number_range>& missing) override {
    return inner_.replace_gaps(device_no, missing);
  }

private:
  submission_repository& inner_;
  progress& now_;
};

class crashing_journal final : public journal_repository {
public:
  crashing_journal(journal_repository& inner, const progress& now) : inner_{inner}, now_{now} {}

  result<void> append(const protocol::event& e) override {
    if (now_.has_submission)
      crash_point::reached(crash_point::effect_written);
    auto done = inner_.append(e);
    if (now_.has_submission)
      crash_point::reached(crash_point::event_written);
    return done;
  }
  result<std::vector<protocol::event>> after(std::int64_t seq, std::size_t limit) override {
    return inner_.after(seq, limit);
  }
  result<std::int64_t> newest_seq() override { return inner_.newest_seq(); }
  result<journal_range> range() override { return inner_.range(); }
  result<journal_cut> prune(const journal_excess& what) override { return inner_.prune(what); }
  result<history> history_of() override { return inner_.history_of(); }

private:
  journal_repository& inner_;
  const progress& now_;
};

class crashing_store final : public store {
public:
  explicit crashing_store(std::unique_ptr<store> inner) : inner_{std::move(inner)} {}
  repositories& ports() override { return ports_; }

private:
  repositories with_crashes() {
    const auto& p = inner_->ports();
    return {work_,    p.sessions, p.session_lists, submissions_, journal_,   p.users,
            p.tokens, p.devices,  p.enrolments,    p.shifts,     p.payments, p.gates,
            p.alerts, p.configs,  p.photos,        p.audit,      p.reports,  p.probe,
            p.locks,  p.records,  p.recovery,      p.openings,   p.merges};
  }

  std::unique_ptr<store> inner_;
  progress now_;
  crashing_work work_{inner_->ports().work, now_};
  crashing_submissions submissions_{inner_->ports().submissions, now_};
  crashing_journal journal_{inner_->ports().journal, now_};
  repositories ports_ = with_crashes();
};

} // namespace

std::unique_ptr<storage::store> make_crashing_store(std::unique_ptr<storage::store> inner) {
  return std::make_unique<crashing_store>(std::move(inner));
}

} // namespace palang::testing
