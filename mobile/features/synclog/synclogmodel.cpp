#include "mobile/features/synclog/synclogmodel.h"

#include "mobile/base/wording.h"
#include "mobile/features/synclog/syncwords.h"

#include <cstdlib>

namespace palang::mobile {

namespace {

using Entry = protocol::sync_log_entry;

QVariant text(const std::string& s) {
  return QString::fromStdString(s);
}

QString tone(const Entry& e) {
  return !e.is_accepted ? QStringLiteral("bad")
         : e.is_offline ? QStringLiteral("warn")
                        : QStringLiteral("ok");
}

std::vector<Column<Entry>> columns() {
  return {
      {"submissionId", [](const Entry& e, const SiteView&) { return text(to_string(e.id)); }},
      {"received",
       [](const Entry& e, const SiteView& s) -> QVariant { return s.moment(e.received_at); }},
      {"taken", [](const Entry& e, const SiteView& s) -> QVariant { return s.moment(e.taken_at); }},
      {"device",
       [](const Entry& e, const SiteView&) -> QVariant {
         return e.device_no == 0 ? QString{} : QStringLiteral("HP %1").arg(e.device_no);
       }},
      {"number",
       [](const Entry& e, const SiteView&) -> QVariant {
         return e.device_seq == 0 ? QString{} : QString::number(e.device_seq);
       }},
      {"kind", [](const Entry& e, const SiteView&) -> QVariant { return syncwords::kind(e.kind); }},
      {"person", [](const Entry& e, const SiteView&) { return text(e.username); }},
      {"delay",
       [](const Entry& e, const SiteView&) -> QVariant { return syncwords::delay(e.delay_ms); }},
      {"verdict",
       [](const Entry& e, const SiteView&) -> QVariant {
         return syncwords::verdict(e.is_accepted, e.code);
       }},
      {"tone", [](const Entry& e, const SiteView&) -> QVariant { return tone(e); }},
      {"icon",
       [](const Entry& e, const SiteView&) -> QVariant {
         return !e.is_accepted ? QStringLiteral("failed")
                : e.is_offline ? QStringLiteral("offline")
                               : QStringLiteral("tick-circle");
       }},
      {"nextStep",
       [](const Entry& e, const SiteView&) -> QVariant {
         const auto code = QString::fromStdString(e.code);
         return e.is_accepted ? QString{} : wording::of(code, code).nextStep;
       }},
      {"sequence", [](const Entry& e, const SiteView&) -> QVariant {
         return e.is_accepted ? QString::number(e.seq) : QString{};
       }}};
}

} // namespace

SyncLogModel::SyncLogModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<Entry>>("entries", protocol::decode_sync_log_entry, columns()),
        [this](const auto& after) {
          protocol::sync_log question;
          question.window = window(after);
          if (const auto device = wanted("device"))
            question.device_no = static_cast<std::uint16_t>(std::atoi(device->c_str()));
          question.is_accepted = wantedYes("accepted");
          question.is_offline = wantedYes("offline");
          return question;
        },
        [](const protocol::event& e) {
          return e.event_topic == protocol::topic::sync
                 || e.event_topic == protocol::topic::session;
        },
        parent} {}

} // namespace palang::mobile
