#include "mobile/features/outbox/handovergiver.h"

#include "mobile/core/secondcopy.h"
#include "mobile/features/outbox/sealwords.h"
#include "shared/protocol/handover.hpp"

#include <algorithm>
#include <numeric>

namespace palang::mobile {

namespace {

using namespace std::chrono_literals;

constexpr auto usualPace = 200ms;
constexpr auto slowPace = 500ms;

} // namespace

HandoverGiver::HandoverGiver(QObject* parent) : QObject(parent) {
  m_timer.setInterval(usualPace);
  connect(&m_timer, &QTimer::timeout, this, &HandoverGiver::next);
}

void HandoverGiver::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  emit workplaceChanged();
}

QString HandoverGiver::code() const {
  return m_parts.empty() ? QString() : QString::fromStdString(m_parts[m_order[m_at]]);
}

int HandoverGiver::number() const {
  return m_parts.empty() ? 0 : static_cast<int>(m_order[m_at]) + 1;
}

int HandoverGiver::photosLeft() const {
  return m_workplace != nullptr ? m_workplace->client().photosPending() : 0;
}

void HandoverGiver::setSlow(bool on) {
  m_isSlow = on;
  m_timer.setInterval(on ? slowPace : usualPace);
  emit codeChanged();
}

result<void> HandoverGiver::prepare() {
  auto& client = m_workplace->client();
  const auto waiting = sealRecords(client);
  const auto& config = m_workplace->config();
  if (!waiting || !config)
    return fail(waiting ? error{errc::not_supported, "no configuration", {}} : waiting.error());
  auto parts = protocol::handover_parts(waiting->sealed, config->site.number, waiting->deviceNo,
                                        static_cast<std::size_t>(waiting->records));
  if (!parts)
    return fail(parts.error());
  m_parts = std::move(*parts);
  m_records = waiting->records;
  return {};
}

void HandoverGiver::start() {
  stop();
  const auto prepared = prepare();
  if (prepared) {
    m_order.resize(m_parts.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    m_timer.start();
  } else {
    m_trouble = sealTrouble(prepared.error());
  }
  emit codeChanged();
}

void HandoverGiver::stop() {
  m_timer.stop();
  m_parts.clear();
  m_order.clear();
  m_at = 0;
  m_records = 0;
  m_trouble.clear();
  emit codeChanged();
}

void HandoverGiver::next() {
  if (++m_at == m_order.size()) {
    m_at = 0;
    // A camera that misses every other code would miss the same ones again, round after round.
    std::ranges::shuffle(m_order, m_random);
  }
  emit codeChanged();
}

} // namespace palang::mobile
