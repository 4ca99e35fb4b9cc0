#include "mobile/features/vehicles/sessionpages.h"

#include <algorithm>
#include <numeric>

namespace palang::mobile {

namespace {

instant timeOf(const protocol::session& s) {
  return s.entered_at.value_or(s.exited_at.value_or(instant{}));
}

bool isNewer(const protocol::session& a, const protocol::session& b) {
  return timeOf(a) > timeOf(b);
}

std::size_t at0(int number) {
  return static_cast<std::size_t>(number);
}

} // namespace

int SessionPages::count() const {
  return firstRowOf(pages());
}

int SessionPages::held() const {
  return std::accumulate(m_pages.begin(), m_pages.end(), 0, [](int sum, const Page& page) {
    return sum + static_cast<int>(page.rows.size());
  });
}

int SessionPages::rowsOf(int page) const {
  return m_pages[at0(page)].count;
}

int SessionPages::firstRowOf(int page) const {
  return std::accumulate(m_pages.begin(), m_pages.begin() + page, 0,
                         [](int sum, const Page& each) { return sum + each.count; });
}

int SessionPages::pageOf(int row) const {
  for (int page = 0; row >= 0 && page < pages(); ++page) {
    if (row < rowsOf(page))
      return page;
    row -= rowsOf(page);
  }
  return -1;
}

const protocol::session* SessionPages::at(int row) const {
  const int page = pageOf(row);
  if (page < 0 || !m_pages[at0(page)].isHeld)
    return nullptr;
  return &m_pages[at0(page)].rows[at0(row - firstRowOf(page))];
}

int SessionPages::rowOf(const uuid& id) const {
  int first = 0;
  for (const auto& page : m_pages) {
    const auto row = std::ranges::find(page.rows, id, &protocol::session::id);
    if (row != page.rows.end())
      return first + static_cast<int>(row - page.rows.begin());
    first += page.count;
  }
  return -1;
}

int SessionPages::placeOf(const protocol::session& s) const {
  const auto page =
      std::ranges::find_if(m_pages, [&](const Page& each) { return each.oldest < timeOf(s); });
  if (page == m_pages.end()) {
    // What lies beyond the last page comes with its page.
    const bool isAtEnd = !m_next && (m_pages.empty() || m_pages.back().isHeld);
    return isAtEnd ? count() : -1;
  }
  if (!page->isHeld)
    return -1;
  const auto before = std::ranges::lower_bound(page->rows, s, isNewer);
  return firstRowOf(static_cast<int>(page - m_pages.begin()))
         + static_cast<int>(before - page->rows.begin());
}

SessionPages::Cursor SessionPages::cursorOf(int page) const {
  return m_pages[at0(page)].cursor;
}

void SessionPages::clear() {
  m_pages.clear();
  m_next.reset();
}

void SessionPages::append(Rows rows, Cursor next) {
  // Between two pages something may have moved on: what is there already is left out.
  std::erase_if(rows, [this](const protocol::session& s) { return rowOf(s.id) >= 0; });
  Page page{m_next, std::move(rows)};
  page.count = static_cast<int>(page.rows.size());
  if (!page.rows.empty())
    page.oldest = timeOf(page.rows.back());
  else if (!m_pages.empty())
    page.oldest = m_pages.back().oldest;
  m_pages.push_back(std::move(page));
  m_next = std::move(next);
}

void SessionPages::replace(int row, const protocol::session& s) {
  const int page = pageOf(row);
  m_pages[at0(page)].rows[at0(row - firstRowOf(page))] = s;
}

void SessionPages::insert(int row, const protocol::session& s) {
  if (m_pages.empty())
    m_pages.emplace_back();
  // Between two pages it belongs to the newer one, or to the one whose times it is of.
  int page = row == count() ? pages() - 1 : pageOf(row);
  if (page > 0 && row == firstRowOf(page) && m_pages[at0(page - 1)].oldest < timeOf(s))
    --page;
  auto& into = m_pages[at0(page)];
  into.rows.insert(into.rows.begin() + (row - firstRowOf(page)), s);
  into.oldest = into.count == 0 ? timeOf(s) : std::min(into.oldest, timeOf(s));
  ++into.count;
}

void SessionPages::remove(int row) {
  const int page = pageOf(row);
  auto& from = m_pages[at0(page)];
  from.rows.erase(from.rows.begin() + (row - firstRowOf(page)));
  --from.count;
}

SessionPages::Rows SessionPages::ownRows(int page, Rows answered) const {
  const bool isLast = page + 1 == pages();
  std::erase_if(answered, [&](const protocol::session& s) {
    const int known = rowOf(s.id);
    return (known >= 0 && pageOf(known) != page)
           || (!isLast && timeOf(s) < m_pages[at0(page)].oldest);
  });
  return answered;
}

void SessionPages::fill(int page, Rows rows, Cursor next) {
  auto& filled = m_pages[at0(page)];
  const bool isLast = page + 1 == pages();
  const int before = filled.count;
  filled.count = static_cast<int>(rows.size());
  filled.rows = std::move(rows);
  filled.isHeld = true;
  if (isLast) {
    m_next = std::move(next);
    return;
  }
  if (!next || filled.rows.empty() || timeOf(filled.rows.back()) <= filled.oldest)
    return;
  Page between{std::move(next), {}, std::max(0, before - filled.count), filled.oldest, false};
  filled.oldest = timeOf(filled.rows.back());
  m_pages.insert(m_pages.begin() + page + 1, std::move(between));
}

void SessionPages::keepAround(int row) {
  const int middle = pageOf(row);
  for (int page = 0; middle >= 0 && page < pages(); ++page)
    if (std::abs(page - middle) > reach) {
      m_pages[at0(page)].rows = Rows{};
      m_pages[at0(page)].isHeld = false;
    }
}

int SessionPages::missingAround(int row) const {
  const int middle = pageOf(row);
  for (int away = 0; middle >= 0 && away <= reach; ++away)
    for (const int page : {middle - away, middle + away})
      if (page >= 0 && page < pages() && !m_pages[at0(page)].isHeld)
        return page;
  return -1;
}

} // namespace palang::mobile
