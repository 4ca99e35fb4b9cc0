#pragma once

#include "server/storage/locks.hpp"
#include "server/storage/soci/columns.hpp"

namespace palang::storage {

/// A row of `locks`, key last.
struct lock_row {
  text alias, mac;
  maybe<integer> battery;
  text state;
  maybe<integer> clock_offset_ms, clock_measured_at, last_record_at, last_heard_at, discovered_at;
  text id;
  auto fields() {
    return std::tie(alias, mac, battery, state, clock_offset_ms, clock_measured_at, last_record_at,
                    last_heard_at, discovered_at, id);
  }
};

/// A row of `gateways`, key last.
struct gateway_row {
  text name, mac, network;
  integer is_online = 0, since = 0, last_seen = 0, late_records = 0;
  text id;
  auto fields() {
    return std::tie(name, mac, network, is_online, since, last_seen, late_records, id);
  }
};

class soci_locks final : public lock_repository {
public:
  explicit soci_locks(connection& db);
  result<std::optional<stored_lock>> find(const std::string& id) override;
  result<std::vector<stored_lock>> all() override;
  result<void> put(const stored_lock& row) override;
  result<std::optional<stored_gateway>> find_gateway(const std::string& id) override;
  result<std::vector<stored_gateway>> all_gateways() override;
  result<void> put_gateway(const stored_gateway& row) override;
  result<std::vector<lock_link>> all_links() override;
  result<void> replace_links(const std::string& lock_id,
                             const std::vector<lock_link>& links) override;

private:
  using link_row = std::tuple<text, text, integer, integer>;
  connection& db_;
  statement<std::tuple<text>, lock_row> find_;
  statement<std::tuple<>, lock_row> all_;
  statement<lock_row> insert_;
  statement<lock_row> update_;
  statement<std::tuple<text>, gateway_row> find_gateway_;
  statement<std::tuple<>, gateway_row> all_gateways_;
  statement<gateway_row> insert_gateway_;
  statement<gateway_row> update_gateway_;
  statement<std::tuple<>, link_row> links_;
  statement<link_row> insert_link_;
  statement<std::tuple<text>> clear_links_;
};

} // namespace palang::storage
