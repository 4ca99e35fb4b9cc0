#include "mobile/base/wording.h"
#include "mobile/features/vehicles/sessionlistmodel.h"
#include "shared/domain/plate.hpp"
#include "shared/protocol/codec.hpp"

#include <QPointer>

#include <algorithm>

/// What a list of stays asks the server, or this computer without it, and what it makes of answers.
namespace palang::mobile {

namespace {

constexpr int leastCharacters = 2;
constexpr std::int64_t pageSize = 100;

result<std::vector<protocol::session>> sessionsIn(const std::string& data) {
  const auto items = protocol::items_of(data, "sessions");
  if (!items)
    return fail(items.error());
  std::vector<protocol::session> sessions;
  for (const auto& item : *items) {
    auto session = protocol::decode_session(item);
    if (!session)
      return fail(session.error());
    sessions.push_back(*std::move(session));
  }
  return sessions;
}

std::optional<std::string> cursorIn(const std::string& data) {
  const auto next = protocol::member_of(data, "next");
  return next ? protocol::string_of(*next) : std::nullopt;
}

} // namespace

void SessionListModel::ask() {
  if (m_workplace == nullptr)
    return;
  ++m_asked;
  if (isSearching() && m_text.trimmed().size() < leastCharacters)
    return setState(State::TooShort);
  if (!m_workplace->isOnline())
    return isSearching() ? askReplica() : onlineChanged();
  if (count() == 0)
    setState(State::Loading);
  if (isTicketNumber())
    askTicket();
  else
    askList();
}

protocol::session_list SessionListModel::question(const SessionPages::Cursor& after) const {
  auto wanted = m_wanted.question();
  if (isSearching())
    wanted.plate = domain::plate_key(m_text.toStdString());
  wanted.window.after = after;
  wanted.window.limit = pageSize;
  return wanted;
}

void SessionListModel::askList() {
  m_isFetching = true;
  m_workplace->client().query(
      question({}), [self = QPointer(this), asked = m_asked](const result<std::string>& data) {
        if (!self || self->m_asked != asked)
          return;
        auto rows = data.and_then(sessionsIn);
        if (!rows)
          return self->refuse(rows.error());
        self->showFound(*std::move(rows), cursorIn(*data));
        self->setState(State::Ready);
      });
}

void SessionListModel::askPage(int page) {
  m_isFetching = true;
  const auto after = page < m_pages.pages() ? m_pages.cursorOf(page) : m_pages.next();
  m_workplace->client().query(question(after), [self = QPointer(this), asked = m_asked,
                                                page](const result<std::string>& data) {
    if (self && self->m_asked == asked)
      self->showPage(data, page);
  });
}

void SessionListModel::askMissing() {
  const int page = m_isFetching ? -1 : m_pages.missingAround(m_lookedAt);
  if (page >= 0)
    askPage(page);
}

void SessionListModel::askTicket() {
  m_isFetching = true;
  protocol::session_find wanted;
  wanted.ticket = m_text.trimmed().toStdString();
  wanted.status = m_wanted.question().status;
  m_workplace->client().query(
      wanted, [self = QPointer(this), asked = m_asked](const result<std::string>& data) {
        if (!self || self->m_asked != asked)
          return;
        auto found = data.and_then(sessionsIn);
        if (!found)
          return self->refuse(found.error());
        self->showFound(*std::move(found), {});
        self->setState(State::Ready);
      });
}

void SessionListModel::askReplica() {
  m_workplace->client().find(
      m_text, [self = QPointer(this), asked = m_asked](const result<Client::Found>& found) {
        if (!self || self->m_asked != asked)
          return;
        if (!found)
          return self->refuse(found.error());
        auto fitting = found->sessions;
        std::erase_if(fitting, [&](const protocol::session& s) { return !self->fits(s); });
        self->showFound(std::move(fitting), {});
        const auto* place = self->m_workplace;
        self->setState(State::Stale,
                       found->asOf ? tr("Hanya yang tersimpan di komputer ini, data s.d. %1")
                                         .arg(place->siteTime().dayTime(*found->asOf, place->now()))
                                   : tr("Hanya yang tersimpan di komputer ini"));
      });
}

void SessionListModel::showPage(const result<std::string>& data, int page) {
  auto rows = data.and_then(sessionsIn);
  if (!rows)
    return refuse(rows.error());
  auto pages = m_pages;
  if (page < pages.pages())
    pages.fill(page, m_pages.ownRows(page, *std::move(rows)), cursorIn(*data));
  else
    pages.append(*std::move(rows), cursorIn(*data));
  const int first = m_pages.firstRowOf(page);
  const int last = page < m_pages.pages() ? first + m_pages.rowsOf(page) : first;
  const int more = pages.count() - count();
  if (more > 0)
    beginInsertRows({}, last, last + more - 1);
  else if (more < 0)
    beginRemoveRows({}, last + more, last - 1);
  m_pages = std::move(pages);
  if (more > 0)
    endInsertRows();
  else if (more < 0)
    endRemoveRows();
  if (std::min(last, last + more) > first)
    emit dataChanged(index(first), index(std::min(last, last + more) - 1));
  setState(State::Ready);
  lookAt(m_lookedAt);
}

void SessionListModel::showFound(SessionPages::Rows found, SessionPages::Cursor next) {
  beginResetModel();
  m_pages.clear();
  m_pages.append(std::move(found), std::move(next));
  m_lookedAt = 0;
  endResetModel();
}

void SessionListModel::refuse(const error& why) {
  const auto words = wording::of(why);
  m_trouble = words.text;
  m_nextStep = words.nextStep;
  setState(State::Failed);
}

} // namespace palang::mobile
