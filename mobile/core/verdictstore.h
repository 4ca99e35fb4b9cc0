#pragma once

#include "shared/sync/outbox.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace palang::mobile {

/// What became of one record.
struct Verdict {
  uuid id;
  bool isApplied = false;
  bool isDuplicate = false; ///< Of an applied one: the server had it already.
  std::optional<error> why; ///< Of a quarantine.
};

/// An outbox_store that remembers the verdicts which pass through it, until they are taken. A
/// refused record brings several: its own and its dependants'.
class VerdictStore final : public sync::outbox_store {
public:
  explicit VerdictStore(sync::outbox_store& store) : m_store{store} {}

  [[nodiscard]] result<std::vector<sync::outbox_record>> pending() override {
    return m_store.pending();
  }
  [[nodiscard]] result<void> mark_applied(const uuid& id, const sync::answer& a) override;
  [[nodiscard]] result<void> mark_quarantined(const std::vector<uuid>& ids,
                                              const error& why) override;
  [[nodiscard]] result<bool> is_quarantined(const uuid& id) override {
    return m_store.is_quarantined(id);
  }

  [[nodiscard]] std::vector<Verdict> take() { return std::exchange(m_verdicts, {}); }

private:
  sync::outbox_store& m_store;
  std::vector<Verdict> m_verdicts;
};

} // namespace palang::mobile
