#pragma once

#include "server/storage/soci/columns.hpp"
#include "server/storage/submissions.hpp"

namespace palang::storage {

/// A row of `submissions` as SOCI binds it, in the order of its columns.
struct submission_row {
  integer submission_no = 0;
  text id, digest;
  maybe<integer> device_no, device_seq;
  text kind, username;
  integer taken_at = 0, clock_offset_ms = 0;
  text clock_source;
  integer corrected_at = 0, uncertainty_ms = 0, received_at = 0, is_offline = 0;
  maybe<text> session_id, refusal_code, refusal_message, refusal_field;
  integer journal_seq = 0;
  text answer;

  auto fields() {
    return std::tie(submission_no, id, digest, device_no, device_seq, kind, username, taken_at,
                    clock_offset_ms, clock_source, corrected_at, uncertainty_ms, received_at,
                    is_offline, session_id, refusal_code, refusal_message, refusal_field,
                    journal_seq, answer);
  }
};

class soci_submissions final : public submission_repository {
public:
  explicit soci_submissions(connection& db);
  result<std::optional<crypto::sha256>> digest_of(const uuid& id) override;
  result<std::optional<uuid>> id_at(const uuid& device, std::uint32_t device_seq) override;
  result<std::optional<remembered_answer>> answer_of(const uuid& id) override;
  result<void> insert(const submission_record& row) override;
  result<std::int64_t> newest_number() override;
  result<device_progress> progress_of(std::uint16_t device_no) override;
  result<void> replace_gaps(std::uint16_t device_no,
                            const std::vector<sync::number_range>& missing) override;

private:
  connection& db_;
  statement<std::tuple<text>, std::tuple<text>> digest_;
  statement<std::tuple<text, integer>, std::tuple<text>> id_at_;
  statement<std::tuple<text>, std::tuple<maybe<text>, maybe<text>, maybe<text>, integer, text>>
      answer_;
  statement<submission_row> insert_;
  statement<std::tuple<>, std::tuple<maybe<integer>>> newest_;
  statement<std::tuple<integer>, std::tuple<maybe<integer>>> last_seq_;
  statement<std::tuple<integer>, std::tuple<integer, integer>> gaps_;
  statement<std::tuple<integer>, std::tuple<integer, integer>> confirmed_;
  statement<std::tuple<integer>> clear_gaps_;
  statement<std::tuple<integer, integer, integer>> add_gap_;
};

} // namespace palang::storage
