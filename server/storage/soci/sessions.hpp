#pragma once

#include "server/storage/sessions.hpp"
#include "server/storage/soci/hour_book.hpp"
#include "server/storage/soci/plate_index.hpp"
#include "server/storage/soci/session_rows.hpp"

namespace palang::storage {

class soci_sessions final : public session_repository {
public:
  soci_sessions(connection& db, hour_book& hours, plate_index& plates);
  result<std::optional<stored_session>> find(const uuid& id) override;
  result<entry_obstacles> obstacles(const uuid& id, const std::string& plate_key,
                                    std::uint16_t device_no, std::uint32_t device_seq) override;
  result<void> insert(const stored_session& row) override;
  result<void> update(const stored_session& row) override;
  result<void> close(const stored_session& row) override;
  result<bool> left_free_since(const std::string& plate_key, instant since) override;
  result<std::optional<uuid>> of_ticket(std::uint16_t device_no, std::uint32_t device_seq) override;

private:
  /// The hours must know what a write replaces.
  void look_before_write(const uuid& id);

  connection& db_;
  hour_book& hours_;
  plate_index& plates_;
  statement<std::tuple<text>, session_row> find_;
  statement<std::tuple<text, text, integer, integer>, std::tuple<integer, text>> obstacles_;
  statement<session_row> insert_;
  statement<session_row> update_;
  statement<session_exit_row> close_;
  statement<std::tuple<text, integer>, std::tuple<integer>> left_free_;
  statement<std::tuple<integer, integer, integer, integer>, std::tuple<text>> of_ticket_;
};

} // namespace palang::storage
