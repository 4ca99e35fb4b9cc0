#include "server/storage/soci/soci_store.hpp"

#include "server/storage/soci/alerts.hpp"
#include "server/storage/soci/gates.hpp"
#include "server/storage/soci/journal.hpp"
#include "server/storage/soci/lock_records.hpp"
#include "server/storage/soci/locks.hpp"
#include "server/storage/soci/merges.hpp"
#include "server/storage/soci/money.hpp"
#include "server/storage/soci/openings.hpp"
#include "server/storage/soci/people.hpp"
#include "server/storage/soci/records.hpp"
#include "server/storage/soci/recovery.hpp"
#include "server/storage/soci/reports.hpp"
#include "server/storage/soci/session_queries.hpp"
#include "server/storage/soci/sessions.hpp"
#include "server/storage/soci/submissions.hpp"
#include "server/storage/soci/unit_of_work.hpp"

#include <utility>

namespace palang::storage {

namespace {

class soci_store final : public store {
public:
  explicit soci_store(std::unique_ptr<dialect> speaks) : db_{std::move(speaks)} {}
  repositories& ports() override { return ports_; }

private:
  connection db_;
  hour_book hours_{db_};
  plate_index plates_{db_};
  soci_unit_of_work work_{db_, hours_, plates_};
  soci_sessions sessions_{db_, hours_, plates_};
  soci_session_queries session_lists_{db_};
  soci_submissions submissions_{db_};
  soci_journal journal_{db_};
  soci_users users_{db_};
  soci_tokens tokens_{db_};
  soci_devices devices_{db_};
  soci_enrolments enrolments_{db_};
  soci_shifts shifts_{db_};
  soci_payments payments_{db_, hours_};
  soci_gates gates_{db_};
  soci_alerts alerts_{db_};
  soci_configs configs_{db_};
  soci_photos photos_{db_};
  soci_audit audit_{db_};
  soci_reports reports_{db_};
  soci_probe probe_{db_};
  soci_locks locks_{db_};
  soci_lock_records records_{db_};
  soci_recovery recovery_{db_};
  soci_openings openings_{db_};
  soci_merges merges_{db_};
  repositories ports_{work_,   sessions_, session_lists_, submissions_, journal_,  users_,
                      tokens_, devices_,  enrolments_,    shifts_,      payments_, gates_,
                      alerts_, configs_,  photos_,        audit_,       reports_,  probe_,
                      locks_,  records_,  recovery_,      openings_,    merges_};
};

} // namespace

std::unique_ptr<store> make_soci_store(std::unique_ptr<dialect> speaks) {
  return std::make_unique<soci_store>(std::move(speaks));
}

} // namespace palang::storage
