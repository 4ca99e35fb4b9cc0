#include "server/domain/config_change.hpp"

#include <algorithm>

namespace palang::domain {

namespace {

bool is_kept(const tariff& used, const std::vector<tariff>& tariffs) {
  return std::ranges::find(tariffs, used) != tariffs.end();
}

} // namespace

result<void> check_change(const protocol::config& before, const protocol::config& after,
                          instant now) {
  if (before.site.number != after.site.number)
    return fail(errc::invalid, "the site's number stands in tickets that were handed out",
                "/site/number");
  for (const auto& used : before.tariffs)
    if (used.valid_from <= now && !is_kept(used, after.tariffs))
      return fail(errc::invalid,
                  "version " + std::to_string(used.version) + " of tariff " + used.id
                      + " is in force: add a new version instead of changing it",
                  "/tariffs");
  return {};
}

} // namespace palang::domain
