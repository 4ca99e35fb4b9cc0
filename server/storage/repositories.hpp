#pragma once

#include "server/storage/alerts.hpp"
#include "server/storage/gates.hpp"
#include "server/storage/journal.hpp"
#include "server/storage/locks.hpp"
#include "server/storage/merges.hpp"
#include "server/storage/money.hpp"
#include "server/storage/openings.hpp"
#include "server/storage/people.hpp"
#include "server/storage/records.hpp"
#include "server/storage/recovery.hpp"
#include "server/storage/sessions.hpp"
#include "server/storage/submissions.hpp"
#include "server/storage/unit_of_work.hpp"

namespace palang::storage {

/// All that one database session offers. Thread: one.
struct repositories {
  unit_of_work& work;
  session_repository& sessions;
  session_queries& session_lists;
  submission_repository& submissions;
  journal_repository& journal;
  user_repository& users;
  token_repository& tokens;
  device_repository& devices;
  enrolment_repository& enrolments;
  shift_repository& shifts;
  payment_repository& payments;
  gate_repository& gates;
  alert_repository& alerts;
  config_repository& configs;
  photo_repository& photos;
  audit_repository& audit;
  report_queries& reports;
  probe_repository& probe;
  lock_repository& locks;
  record_repository& records;
  recovery_repository& recovery;
  opening_repository& openings;
  merge_repository& merges;
};

/// Owns a session and its repositories.
class store {
public:
  virtual ~store() = default;
  [[nodiscard]] virtual repositories& ports() = 0;
};

} // namespace palang::storage
