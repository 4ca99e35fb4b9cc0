#include "server/storage/soci/submissions.hpp"

#include "server/storage/soci/sql_text.hpp"

#include <algorithm>

namespace palang::storage {

namespace {

constexpr column_name submission_columns[] = {"submission_no",   "id",
                                              "digest",          "device_no",
                                              "device_seq",      "kind",
                                              "username",        "taken_at",
                                              "clock_offset_ms", "clock_source",
                                              "corrected_at",    "uncertainty_ms",
                                              "received_at",     "is_offline",
                                              "session_id",      "refusal_code",
                                              "refusal_message", "refusal_field",
                                              "journal_seq",     "answer"};

crypto::sha256 as_digest(const text& stored) {
  const auto bytes = known(crypto::from_hex(stored), stored);
  crypto::sha256 out{};
  if (bytes.size() != out.size())
    throw bad_row("a stored digest has another length");
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

void to_row(const submission_record& from, submission_row& row) {
  row.submission_no = from.number;
  row.id = column(from.id);
  row.digest = crypto::to_hex(from.digest);
  row.device_no = maybe<integer>{from.device_no};
  row.device_seq = maybe<integer>{from.device_seq};
  row.kind = from.kind;
  row.username = from.username;
  row.taken_at = column(from.taken_at);
  row.clock_offset_ms = from.clock.offset_ms;
  row.clock_source = to_string(from.clock.source);
  row.corrected_at = column(from.corrected_at);
  row.uncertainty_ms = column(from.uncertainty);
  row.received_at = column(from.received_at);
  row.is_offline = column(from.is_offline);
  row.session_id = column(from.session_id);
  row.refusal_code = {};
  row.refusal_message = {};
  row.refusal_field = {};
  if (from.refusal) {
    row.refusal_code = maybe<text>{text{to_string(from.refusal->code)}};
    row.refusal_message = maybe<text>{from.refusal->message};
    row.refusal_field = maybe<text>{from.refusal->field};
  }
  row.journal_seq = from.seq;
  row.answer = from.answer;
}

} // namespace

soci_submissions::soci_submissions(connection& db)
    : db_{db}, digest_{db, "SELECT digest FROM submissions WHERE id = :id"},
      id_at_{db, "SELECT s.id FROM submissions s JOIN devices d ON d.device_no = s.device_no "
                 "WHERE d.id = :device AND s.device_seq = :seq"},
      answer_{db, "SELECT refusal_code, refusal_message, refusal_field, journal_seq, answer FROM "
                  "submissions "
                  "WHERE id = :id"},
      insert_{db, insert_sql("submissions", submission_columns)},
      newest_{db, "SELECT MAX(submission_no) FROM submissions"},
      last_seq_{db, "SELECT MAX(device_seq) FROM submissions WHERE device_no = :device"},
      gaps_{db, "SELECT first_seq, last_seq FROM device_gaps WHERE device_no = :device ORDER BY "
                "first_seq"},
      confirmed_{
          db,
          "SELECT corrected_at, received_at FROM submissions "
          "WHERE device_no = :device AND clock_source = 'server' ORDER BY device_seq DESC LIMIT 1"},
      clear_gaps_{db, "DELETE FROM device_gaps WHERE device_no = :device"},
      add_gap_{db, "INSERT INTO device_gaps (device_no, first_seq, last_seq) VALUES (:device, "
                   ":first, :last)"} {}

result<std::optional<crypto::sha256>> soci_submissions::digest_of(const uuid& id) {
  return db_.guarded([&]() -> std::optional<crypto::sha256> {
    std::get<0>(digest_.in) = column(id);
    if (!digest_.one())
      return std::nullopt;
    return as_digest(std::get<0>(digest_.out));
  });
}

result<std::optional<uuid>> soci_submissions::id_at(const uuid& device, std::uint32_t device_seq) {
  return db_.guarded([&]() -> std::optional<uuid> {
    id_at_.in = {column(device), device_seq};
    if (!id_at_.one())
      return std::nullopt;
    return as_uuid(std::get<0>(id_at_.out));
  });
}

result<std::optional<remembered_answer>> soci_submissions::answer_of(const uuid& id) {
  return db_.guarded([&]() -> std::optional<remembered_answer> {
    std::get<0>(answer_.in) = column(id);
    if (!answer_.one())
      return std::nullopt;
    const auto& [code, message, field, seq, data] = answer_.out;
    remembered_answer out{std::nullopt, seq, data};
    if (code.has_value())
      out.refusal = error{known(errc_from_string(code.value), code.value),
                          message.get().value_or(""), field.get().value_or("")};
    return out;
  });
}

result<void> soci_submissions::insert(const submission_record& row) {
  return db_.guarded([&] {
    to_row(row, insert_.in);
    insert_.run();
  });
}

result<std::int64_t> soci_submissions::newest_number() {
  return db_.guarded([&]() -> std::int64_t {
    newest_.one();
    return std::get<0>(newest_.out).get().value_or(0);
  });
}

result<device_progress> soci_submissions::progress_of(std::uint16_t device_no) {
  return db_.guarded([&] {
    device_progress out;
    std::get<0>(last_seq_.in) = device_no;
    last_seq_.one();
    out.last_seq = narrow<std::uint32_t>(std::get<0>(last_seq_.out).get().value_or(0));
    std::get<0>(gaps_.in) = device_no;
    gaps_.each([&](const auto& row) {
      out.missing.push_back(
          {narrow<std::uint32_t>(std::get<0>(row)), narrow<std::uint32_t>(std::get<1>(row))});
    });
    std::get<0>(confirmed_.in) = device_no;
    // A clock that ran ahead must not make every later record look late.
    if (confirmed_.one())
      out.confirmed_at =
          from_ms(std::min(std::get<0>(confirmed_.out), std::get<1>(confirmed_.out)));
    return out;
  });
}

result<void> soci_submissions::replace_gaps(std::uint16_t device_no,
                                            const std::vector<sync::number_range>& missing) {
  return db_.guarded([&] {
    std::get<0>(clear_gaps_.in) = device_no;
    clear_gaps_.run();
    for (const auto& range : missing) {
      add_gap_.in = {device_no, range.first, range.last};
      add_gap_.run();
    }
  });
}

} // namespace palang::storage
