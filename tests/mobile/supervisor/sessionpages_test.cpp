#include "mobile/features/vehicles/sessionpages.h"

#include "samples.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;

namespace {

constexpr int pageSize = 100;

/// A server that lists its stays page by page, and a client that shows them.
class Site {
public:
  explicit Site(int stays) {
    for (int i = 0; i < stays; ++i)
      m_stays.push_back(entered("B " + std::to_string(i), noon - i * 1min));
    fetchMore();
  }

  void fetchMore() { take(m_pages.pages()); }
  void fetchAll() {
    do
      fetchMore();
    while (m_pages.next());
  }
  /// Scrolls there, as the model does.
  void lookAt(int row) {
    m_pages.keepAround(row);
    for (int page = m_pages.missingAround(row); page >= 0; page = m_pages.missingAround(row))
      take(page);
  }
  void come(const protocol::session& s) {
    m_stays.insert(
        std::ranges::upper_bound(
            m_stays, s, [](const auto& a, const auto& b) { return a.entered_at > b.entered_at; }),
        s);
  }
  void go(int stay) { m_stays.erase(m_stays.begin() + stay); }

  [[nodiscard]] const std::vector<protocol::session>& all() const { return m_stays; }
  [[nodiscard]] SessionPages& pages() { return m_pages; }
  /// Every row that is in memory is the server's row of that number.
  [[nodiscard]] bool isTrue() const {
    for (int row = 0; row < m_pages.count(); ++row)
      if (const auto* s = m_pages.at(row))
        if (s->id != m_stays.at(static_cast<std::size_t>(row)).id)
          return false;
    return true;
  }

private:
  void take(int page) {
    const auto after = page < m_pages.pages() ? m_pages.cursorOf(page) : m_pages.next();
    const auto begin = std::ranges::find_if(m_stays, [&](const protocol::session& s) {
      return !after || to_ms(*s.entered_at) < std::stoll(*after);
    });
    const auto size = std::min<std::ptrdiff_t>(pageSize, m_stays.end() - begin);
    SessionPages::Rows rows(begin, begin + size);
    const bool isEnd = begin + size == m_stays.end();
    const auto next =
        isEnd ? SessionPages::Cursor{} : std::to_string(to_ms(*rows.back().entered_at));
    if (page < m_pages.pages())
      m_pages.fill(page, m_pages.ownRows(page, rows), next);
    else
      m_pages.append(rows, next);
  }

  std::vector<protocol::session> m_stays;
  SessionPages m_pages;
};

} // namespace

TEST_CASE("however far a list is scrolled, only what is near is in memory", "[vehicles]") {
  Site site(10'000);
  auto& pages = site.pages();
  while (pages.next()) {
    site.fetchMore();
    site.lookAt(pages.count() - 1);
    REQUIRE(pages.held() <= (2 * SessionPages::reach + 1) * pageSize);
  }
  CHECK(pages.count() == 10'000);
  CHECK(pages.at(0) == nullptr);
  CHECK(pages.rowOf(idOf("B 0")) == -1);
  CHECK(pages.rowOf(idOf("B 9999")) == 9999);
  site.lookAt(0);
  CHECK(pages.rowOf(idOf("B 0")) == 0);
  CHECK(pages.at(9'999) == nullptr);
  CHECK(site.isTrue());
}

TEST_CASE("what came and went in a page that was put away is seen when it is fetched again",
          "[vehicles]") {
  Site site(3'000);
  site.fetchAll();
  site.lookAt(2'999);
  SECTION("more than the page had room for") {
    for (int i = 0; i < 250; ++i)
      site.come(entered("D " + std::to_string(i), noon - 10min + i * 1ms));
  }
  SECTION("one came and another went") {
    site.come(entered("D 1", noon - 10min + 1ms));
    site.go(50);
  }
  SECTION("half of it went, and its last row") {
    for (int i = 0; i < 50; ++i)
      site.go(50);
  }
  site.lookAt(0);
  CHECK(site.isTrue());
  for (int row = 0; row < 900; ++row) {
    INFO(row);
    site.lookAt(row);
    REQUIRE(site.pages().at(row) != nullptr);
  }
  CHECK(site.pages().count() == static_cast<int>(site.all().size()));
  CHECK(site.isTrue());
}

TEST_CASE("a stay that comes in has its place among the pages, but in none that was put away",
          "[vehicles]") {
  Site site(3'000);
  site.fetchAll();
  auto& pages = site.pages();
  site.lookAt(0);
  const auto newest = entered("D 1", noon + 1min);
  CHECK(pages.placeOf(newest) == 0);
  CHECK(pages.placeOf(entered("D 2", noon - 150min + 1s)) == 150);
  CHECK(pages.placeOf(entered("D 3", noon - 100min + 1s)) == 100);
  CHECK(pages.placeOf(entered("D 4", noon - 2'000min + 1s)) == -1);
  CHECK(pages.placeOf(entered("D 5", noon - 5'000min)) == -1);
  pages.insert(0, newest);
  pages.remove(10);
  CHECK(pages.count() == 3'000);
  CHECK(pages.rowOf(newest.id) == 0);
  CHECK(pages.rowOf(idOf("B 9")) == -1);
  CHECK(pages.rowOf(idOf("B 250")) == 250);
}

TEST_CASE("a list that nothing was in takes what comes", "[vehicles]") {
  SessionPages pages;
  pages.append({}, {});
  const auto first = entered("B 1 A");
  pages.insert(pages.placeOf(first), first);
  const auto older = entered("B 2 A", noon - 1h);
  pages.insert(pages.placeOf(older), older);
  CHECK(pages.at(0)->id == first.id);
  CHECK(pages.at(1)->id == older.id);
}
