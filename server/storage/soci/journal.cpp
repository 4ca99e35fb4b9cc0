#include "server/storage/soci/journal.hpp"

namespace palang::storage {

soci_journal::soci_journal(connection& db)
    : db_{db}, append_{db, "INSERT INTO journal (seq, at, topic, kind, content) VALUES (:seq, :at, "
                           ":topic, :kind, :content)"},
      after_{db, "SELECT seq, at, topic, kind, content FROM journal WHERE seq > :seq ORDER BY seq "
                 "LIMIT :limit"},
      range_{db, "SELECT (SELECT MIN(seq) FROM journal), (SELECT MAX(seq) FROM journal)"},
      oldest_{db, "SELECT seq, at FROM journal ORDER BY seq LIMIT :limit"},
      prune_{db, "DELETE FROM journal WHERE seq <= :last"},
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

result<std::int64_t> soci_journal::prune(instant before, std::int64_t most, std::int64_t limit) {
  return db_.guarded([&]() -> std::int64_t {
    range_.one();
    const auto newest = std::get<1>(range_.out).get().value_or(0);
    const auto crowded_out = most > 0 ? newest - most : 0;
    std::int64_t last = 0;
    bool is_kept = false;
    std::get<0>(oldest_.in) = limit;
    oldest_.each([&](const auto& row) {
      const auto& [seq, at] = row;
      is_kept = is_kept || seq == newest || (at >= column(before) && seq > crowded_out);
      if (!is_kept)
        last = seq;
    });
    if (last == 0)
      return 0;
    std::get<0>(prune_.in) = last;
    return prune_.run();
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
