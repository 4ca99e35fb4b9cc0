#include "server/storage/soci/journal.hpp"

#include <algorithm>

namespace palang::storage {

soci_journal::soci_journal(connection& db)
    : db_{db}, append_{db, "INSERT INTO journal (seq, at, topic, kind, content) VALUES (:seq, :at, "
                           ":topic, :kind, :content)"},
      after_{db, "SELECT seq, at, topic, kind, content FROM journal WHERE seq > :seq ORDER BY seq "
                 "LIMIT :limit"},
      newest_{db, "SELECT MAX(seq) FROM journal"},
      range_{db, "SELECT (SELECT MIN(seq) FROM journal), (SELECT MAX(seq) FROM journal)"},
      range_from_{db,
                  "SELECT (SELECT MIN(seq) FROM journal WHERE seq >= :oldest), (SELECT MAX(seq) "
                  "FROM journal)"},
      first_young_{db,
                   "SELECT seq FROM journal WHERE seq >= :from AND seq < :end AND at >= :before "
                   "ORDER BY seq LIMIT 1"},
      remove_{db, "DELETE FROM journal WHERE seq >= :oldest AND seq < :end"},
      history_{db, "SELECT content, (SELECT content FROM meta WHERE name = 'restored_at'), (SELECT "
                   "content FROM meta WHERE name = 'new_devices_from') FROM meta WHERE name = "
                   "'epoch'"} {}

result<void> soci_journal::append(const protocol::event& e) {
  return db_.guarded([&] {
    auto& [seq, at, topic, kind, content] = append_.in;
    seq = e.seq;
    at = column(e.at);
    topic = to_string(e.event_topic);
    kind = e.kind;
    content = e.data;
    append_.run();
  });
}

result<std::vector<protocol::event>> soci_journal::after(std::int64_t seq, std::size_t limit) {
  return db_.guarded([&] {
    std::vector<protocol::event> out;
    after_.in = {seq, static_cast<integer>(limit)};
    after_.each([&](const auto& row) {
      const auto& [number, at, topic, kind, content] = row;
      out.push_back(
          {number, from_ms(at), known(protocol::topic_from(topic), topic), kind, content});
    });
    return out;
  });
}

result<std::int64_t> soci_journal::newest_seq() {
  return db_.guarded([&]() -> std::int64_t {
    newest_.one();
    return std::get<0>(newest_.out).get().value_or(0);
  });
}

result<journal_range> soci_journal::range() {
  return db_.guarded([&] {
    range_.one();
    const auto& [oldest, newest] = range_.out;
    journal_range out;
    out.newest_seq = newest.get().value_or(0);
    out.oldest_seq = oldest.get().value_or(out.newest_seq + 1);
    return out;
  });
}

// MariaDB keeps removed rows for as long as some client's view may need them, and whoever begins at
// the beginning reads past all of them: each statement names where it begins.
result<journal_cut> soci_journal::prune(const journal_excess& what) {
  return db_.guarded([&]() -> journal_cut {
    range_from_.in = {what.oldest_seq};
    range_from_.one();
    const auto newest = std::get<1>(range_from_.out).get().value_or(0);
    const auto oldest = std::get<0>(range_from_.out).get().value_or(newest + 1);
    auto end = std::min<integer>(oldest + what.limit, newest);
    const auto crowded_out = what.most > 0 ? newest - what.most : 0;
    first_young_.in = {std::max<integer>(oldest, crowded_out + 1), end, column(what.before)};
    if (first_young_.one())
      end = std::get<0>(first_young_.out);
    if (end <= oldest)
      return {0, oldest};
    remove_.in = {oldest, end};
    return {remove_.run(), end};
  });
}

result<history> soci_journal::history_of() {
  return db_.guarded([&] {
    if (!history_.one())
      throw bad_row("the database has no epoch");
    const auto& [epoch, restored_at, new_devices_from] = history_.out;
    history out{epoch, std::nullopt, 0};
    if (restored_at.has_value())
      out.restored_at = from_ms(std::stoll(restored_at.value));
    if (new_devices_from.has_value())
      out.new_devices_from = narrow<std::uint16_t>(std::stoll(new_devices_from.value));
    return out;
  });
}

} // namespace palang::storage
