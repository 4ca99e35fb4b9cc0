#include "mobile/features/live/livefetch.h"

#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <QPointer>

namespace palang::mobile {

namespace {

constexpr std::int64_t newestSessions = 60;

template <class T>
result<std::vector<T>> readList(const std::string& data, const char* name,
                                result<T> (*read)(std::string_view)) {
  const auto items = protocol::items_of(data, name);
  if (!items)
    return fail(items.error());
  std::vector<T> list;
  for (const auto& item : *items) {
    auto one = read(item);
    if (!one)
      return fail(one.error());
    list.push_back(*std::move(one));
  }
  return list;
}

} // namespace

LiveFetch::LiveFetch(Client& client, QObject* parent) : QObject{parent}, m_client{client} {}

void LiveFetch::picture() {
  ++m_asked;
  m_open = 3;
  m_picture = {};
  protocol::alert_list open;
  open.is_open = true;
  open.window.limit = protocol::limits::max_list_limit;
  protocol::session_list newest;
  newest.window.limit = newestSessions;
  ask(protocol::gate_list{}, "gates", m_picture.gates, protocol::decode_gate);
  ask(open, "alerts", m_picture.alerts, protocol::decode_alert);
  ask(newest, "sessions", m_picture.sessions, protocol::decode_session);
}

void LiveFetch::figures(instant from, instant to) {
  const int asked = ++m_figuresAsked;
  m_client.query(protocol::stats_summary{from, to, protocol::stats_bucket::day},
                 [self = QPointer(this), asked](const result<std::string>& data) {
                   if (!self || self->m_figuresAsked != asked)
                     return;
                   const auto rows = data.and_then([](const std::string& json) {
                     return readList(json, "buckets", protocol::decode_stats_row);
                   });
                   if (rows)
                     emit self->figuresFetched(*rows);
                   else
                     emit self->failed(rows.error());
                 });
}

template <class T>
void LiveFetch::ask(const protocol::query_data& what, const char* list, std::vector<T>& into,
                    result<T> (*read)(std::string_view)) {
  m_client.query(what, [self = QPointer(this), asked = m_asked, list, &into,
                        read](const result<std::string>& data) {
    if (!self || self->m_asked != asked)
      return;
    auto found = data.and_then([&](const std::string& json) { return readList(json, list, read); });
    if (!found)
      return self->finish(asked, fail(found.error()));
    into = *std::move(found);
    self->finish(asked, {});
  });
}

void LiveFetch::finish(int asked, const result<void>& outcome) {
  if (asked != m_asked)
    return;
  if (!outcome) {
    ++m_asked;
    m_open = 0;
    emit failed(outcome.error());
    return;
  }
  if (--m_open == 0)
    emit pictureFetched(m_picture);
}

} // namespace palang::mobile
