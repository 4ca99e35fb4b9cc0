#include "server/storage/soci/journal.hpp"

namespace palang::storage {

soci_journal::soci_journal(connection& db)
    : db_{db}, append_{db, "INSERT INTO journal (seq, at, topic, kind, content) VALUES (:seq, :at, "
                           ":topic, :kind, :content)"},
      after_{db, "SELECT seq, at, topic, kind, content FROM journal WHERE seq > :seq ORDER BY seq "
                 "LIMIT :limit"},
      range_{db, "SELECT (SELECT MIN(seq) FROM journal), (SELECT MAX(seq) FROM journal)"},
      prune_{db, "DELETE FROM journal WHERE at < :before AND seq < (SELECT newest FROM "
                 "(SELECT MAX(seq) AS newest FROM journal) AS bounds)"},
      epoch_{db, "SELECT content FROM meta WHERE name = 'epoch'"} {}

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

result<void> soci_journal::prune(instant before) {
  return db_.guarded([&] {
    std::get<0>(prune_.in) = column(before);
    prune_.run();
  });
}

result<std::string> soci_journal::epoch() {
  return db_.guarded([&] {
    if (!epoch_.one())
      throw bad_row("the database has no epoch");
    return std::get<0>(epoch_.out);
  });
}

} // namespace palang::storage
