#pragma once

#include "server/storage/alerts.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

/// A row of `alerts`, key last.
struct alert_row {
  text kind, severity;
  integer raised_at = 0;
  maybe<integer> resolved_at;
  maybe<text> session_id, other_session_id, device_id, gate_id, lock_id, submission_id, gateway_id;
  text text_id, text_en, note, id;
  auto fields() {
    return std::tie(kind, severity, raised_at, resolved_at, session_id, other_session_id, device_id,
                    gate_id, lock_id, submission_id, gateway_id, text_id, text_en, note, id);
  }
};

class soci_alerts final : public alert_repository {
public:
  explicit soci_alerts(connection& db);
  result<void> insert(const protocol::alert& row) override;
  result<std::optional<protocol::alert>> find(const uuid& id) override;
  result<void> resolve(const protocol::alert& row) override;
  result<void> reopen(const uuid& id) override;
  result<std::vector<protocol::alert>> open_of_session(const uuid& session_id,
                                                       protocol::alert_kind kind) override;
  result<std::vector<protocol::alert>> open_of_device(const uuid& device_id,
                                                      protocol::alert_kind kind) override;
  result<std::vector<protocol::alert>> open_of_lock(const std::string& lock_id,
                                                    protocol::alert_kind kind) override;
  result<std::vector<protocol::alert>> open_of_kind(protocol::alert_kind kind) override;
  result<std::vector<protocol::alert>> list(const alert_filter& filter) override;

private:
  connection& db_;
  statement<alert_row> insert_;
  statement<std::tuple<text>, alert_row> find_;
  statement<std::tuple<maybe<integer>, text, text>> resolve_;
  statement<std::tuple<text, text>, alert_row> of_session_;
  statement<std::tuple<text, text>, alert_row> of_device_;
  statement<std::tuple<text, text>, alert_row> of_lock_;
  statement<std::tuple<text>, alert_row> of_kind_;
  /// One for each set of indexed filters.
  using list_statement = statement<
      std::tuple<text, integer, integer, integer, integer, integer, integer, text, integer>,
      alert_row>;
  statement<std::tuple<text>> reopen_;
  list_statement list_;
  list_statement open_list_;
  list_statement kind_list_;
  list_statement open_kind_list_;
};

} // namespace palang::storage
