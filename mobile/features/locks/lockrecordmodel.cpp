#include "mobile/features/locks/lockrecordmodel.h"

#include "mobile/base/wording.h"
#include "mobile/desk/lockwords.h"

#include <QCoreApplication>

namespace palang::mobile {

namespace {

using Record = protocol::lock_record;
using lockwords::text;

struct RecordWords {
  Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

std::vector<Column<Record>> columns() {
  return {{"recordId",
           [](const Record& r, const SiteView&) -> QVariant { return text(to_string(r.id)); }},
          {"at",
           [](const Record& r, const SiteView& s) -> QVariant { return s.moment(r.corrected_at); }},
          {"what",
           [](const Record& r, const SiteView&) -> QVariant {
             const auto words = text(wording::isIndonesian() ? r.text_id : r.text_en);
             return r.who.empty() ? words : words + QStringLiteral(" · ") + text(r.who);
           }},
          {"tone",
           [](const Record& r, const SiteView&) -> QVariant {
             return r.is_success ? QStringLiteral("quiet") : QStringLiteral("warn");
           }},
          {"source", [](const Record& r, const SiteView&) -> QVariant {
             const auto how = r.source == protocol::record_source::pull
                                  ? RecordWords::tr("ditarik")
                                  : RecordWords::tr("callback");
             return r.late_by_ms > 0
                        ? RecordWords::tr("%1, telat %2").arg(how, lockwords::delay(r.late_by_ms))
                        : how;
           }}};
}

} // namespace

LockRecordModel::LockRecordModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<Record>>("records", protocol::decode_lock_record, columns()),
        [this](const std::optional<std::string>& after) -> std::optional<protocol::query_data> {
          if (m_lockId.isEmpty())
            return std::nullopt;
          protocol::lock_records wanted;
          wanted.lock_id = m_lockId.toStdString();
          wanted.window.after = after;
          return wanted;
        },
        [](const protocol::event& e) { return e.kind == "lock.record"; }, parent} {}

void LockRecordModel::setLockId(const QString& lockId) {
  if (lockId == m_lockId)
    return;
  m_lockId = lockId;
  emit lockIdChanged();
  fetch()->askAnew();
}

} // namespace palang::mobile
