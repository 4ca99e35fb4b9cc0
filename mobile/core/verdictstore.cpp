#include "mobile/core/verdictstore.h"

namespace palang::mobile {

result<void> VerdictStore::mark_applied(const uuid& id, const sync::answer& a) {
  auto marked = m_store.mark_applied(id, a);
  if (marked)
    m_verdicts.push_back({id, true, a.is_duplicate, {}});
  return marked;
}

result<void> VerdictStore::mark_quarantined(const std::vector<uuid>& ids, const error& why) {
  auto marked = m_store.mark_quarantined(ids, why);
  if (!marked)
    return marked;
  for (const auto& id : ids)
    m_verdicts.push_back({id, false, false, why});
  return marked;
}

} // namespace palang::mobile
