#pragma once

#include "../core/clientfixture.h"
#include "samples.h"

#include "mobile/base/wording.h"
#include "mobile/base/workplace.h"

#include <memory>
#include <utility>

namespace palang::test {

/// A supervisor's desk, online with a scripted server that answers the screens' questions from what
/// the test puts here.
struct DeskFixture : ClientFixture {
  DeskFixture() {
    server.config = protocol::encode(sampleConfig());
    server.onQuery = [this](const protocol::query& q) {
      auto told = onQuestion ? onQuestion(q.data) : std::nullopt;
      return told ? told : answer(q);
    };
    make({.dataDir = dir.path(),
          .app = "supervisor",
          .hasDevice = false,
          .topics = {"session", "gate", "lock", "gateway", "alert", "config", "sync"}});
    goOnline();
    workplace = std::make_unique<mobile::Workplace>(*client, dir.path());
  }
  ~DeskFixture() { mobile::wording::setIndonesian(true); }

  /// The server tells something that happened, under the next number.
  template <class Object>
  void tell(const std::string& kind, const Object& what) {
    auto told = event(kind, what);
    told.seq = ++seq;
    server.send(told);
  }
  /// A client that comes back hears again what it may have missed.
  template <class Object>
  void tellAgain(const std::string& kind, const Object& what) {
    auto told = event(kind, what);
    told.seq = seq;
    server.send(told);
  }
  template <class Kind>
  [[nodiscard]] int asked() const {
    return static_cast<int>(std::ranges::count_if(server.queries, [](const protocol::query& q) {
      return std::holds_alternative<Kind>(q.data);
    }));
  }

  std::vector<protocol::gate> gates{gate("in-1"), gate("out-1")};
  std::vector<protocol::alert> alerts;
  std::vector<protocol::session> sessions; ///< Newest first.
  std::vector<protocol::stats_row> sums;
  /// Asked first: what the pages beyond these lists want to know.
  std::function<std::optional<std::string>(const protocol::query_data&)> onQuestion;
  std::int64_t seq = 100; ///< As the scripted server's greeting has it.
  std::unique_ptr<mobile::Workplace> workplace;

private:
  template <class T>
  [[nodiscard]] static std::string list(const char* name, const std::vector<T>& all) {
    std::vector<std::string> items;
    for (const auto& one : all)
      items.push_back(protocol::encode(one));
    return protocol::object({{name, protocol::array(items)}, {"next", "null"}});
  }
  [[nodiscard]] std::optional<std::string> answer(const protocol::query& q) const {
    if (std::holds_alternative<protocol::gate_list>(q.data))
      return list("gates", gates);
    if (std::holds_alternative<protocol::alert_list>(q.data))
      return list("alerts", alerts);
    if (std::holds_alternative<protocol::stats_summary>(q.data))
      return list("buckets", sums);
    if (std::holds_alternative<protocol::audit_list>(q.data))
      return list("entries", std::vector<protocol::audit_entry>{});
    if (const auto* find = std::get_if<protocol::session_find>(&q.data))
      return list("sessions", found(*find));
    if (const auto* wanted = std::get_if<protocol::session_list>(&q.data))
      return list("sessions", those(*wanted));
    return std::nullopt;
  }
  [[nodiscard]] std::vector<protocol::session> found(const protocol::session_find& wanted) const {
    auto fitting = sessions;
    std::erase_if(fitting, [&](const protocol::session& s) {
      return wanted.session_id ? s.id != *wanted.session_id
                               : !s.plate_key.starts_with(wanted.plate.value_or(""));
    });
    return fitting;
  }
  [[nodiscard]] std::vector<protocol::session> those(const protocol::session_list& wanted) const {
    auto fitting = sessions;
    std::erase_if(fitting, [&](const protocol::session& s) {
      return (wanted.status && s.status != *wanted.status)
             || s.plate_key.find(wanted.plate.value_or("")) == std::string::npos;
    });
    return fitting;
  }
};

} // namespace palang::test
