#include "mobile/desk/staylistmodel.h"

#include "mobile/desk/stayfacts.h"

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

/// An opening and its car are seldom further apart.
constexpr auto nearby = 10min;

} // namespace

StayListModel::StayListModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<protocol::session>>("sessions", protocol::decode_session,
                                                  stayColumns()),
        [this](const auto& after) { return question(after); },
        [](const protocol::event& e) { return e.event_topic == protocol::topic::session; },
        parent} {}

protocol::session_list StayListModel::question(const std::optional<std::string>& after) const {
  protocol::session_list asked;
  asked.window = window(after);
  if (const auto status = wanted("status"))
    asked.status = protocol::session_status_from(*status);
  if (const auto type = wanted("type"))
    asked.vehicle_type = domain::vehicle_class_from(*type);
  if (const auto amount = wanted("amount"))
    asked.amount = protocol::amount_filter_from(*amount);
  asked.gate_id = wanted("gate");
  asked.plate = wanted("plate");
  asked.entry_by = wanted("entryBy");
  asked.exit_by = wanted("exitBy");
  asked.flag = wanted("flag");
  asked.is_without_exit_photo = wantedYes("noExitPhoto").value_or(false);
  asked.is_by_exit = wantedYes("byExit").value_or(false);
  if (const auto around = wanted("aroundMs")) {
    const auto middle = from_ms(QString::fromStdString(*around).toLongLong());
    asked.window.from = middle - nearby;
    asked.window.to = middle + nearby;
  }
  if (const auto hour = wanted("hourMs")) {
    asked.window.from = from_ms(QString::fromStdString(*hour).toLongLong());
    asked.window.to = *asked.window.from + 1h;
  }
  return asked;
}

} // namespace palang::mobile
