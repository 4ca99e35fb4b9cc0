#include "mobile/features/settings/tariffreplay.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"

#include <QPointer>

#include <algorithm>
#include <cstdlib>

namespace palang::mobile {

namespace {

constexpr std::size_t mostExamples = 8;

} // namespace

double TariffReplay::progress() const {
  const auto total = m_sum.total.value_or(0);
  return total > 0 ? std::min(1.0, static_cast<double>(m_sum.stays) / static_cast<double>(total))
                   : 0;
}

QVariantList TariffReplay::examples() const {
  QVariantList lines;
  for (const auto& change : m_sum.changes)
    lines.append(QVariantMap{{QStringLiteral("plate"), QString::fromStdString(change.plate)},
                             {QStringLiteral("before"), moneyText(change.before)},
                             {QStringLiteral("after"), moneyText(change.after)}});
  return lines;
}

void TariffReplay::start(int index, Period* period) {
  const auto& config = m_draft->draft();
  if (m_isRunning || !config || index < 0
      || static_cast<std::size_t>(index) >= config->tariffs.size())
    return;
  m_question = {};
  m_question.draft = config->tariffs[static_cast<std::size_t>(index)];
  m_question.from = period->from();
  m_question.to = period->to();
  m_sum = {};
  m_isRunning = true;
  m_summary = tr("Menghitung…");
  ask();
  emit changed();
}

void TariffReplay::cancel() {
  finish(tr("Dihentikan. %1").arg(sums()));
}

void TariffReplay::ask() {
  m_draft->workplace()->client().query(
      m_question, [self = QPointer(this), asked = ++m_asked](const result<std::string>& data) {
        if (self && self->m_asked == asked)
          self->take(data);
      });
}

void TariffReplay::take(const result<std::string>& data) {
  const auto page =
      data.and_then([](const std::string& json) { return protocol::decode_replay_page(json); });
  if (!page)
    return finish(wording::of(page.error()).text);
  m_sum.stays += page->stays;
  m_sum.before += page->before;
  m_sum.after_draft += page->after_draft;
  m_sum.dearer += page->dearer;
  m_sum.cheaper += page->cheaper;
  m_sum.same += page->same;
  if (page->total)
    m_sum.total = page->total;
  std::ranges::copy(page->changes, std::back_inserter(m_sum.changes));
  std::ranges::sort(m_sum.changes, std::ranges::greater{}, [](const protocol::replay_change& c) {
    return std::abs(c.after.value - c.before.value);
  });
  m_sum.changes.resize(std::min(m_sum.changes.size(), mostExamples));
  m_question.after = page->next;
  if (!page->next)
    return finish(sums());
  m_summary = sums();
  emit changed();
  ask();
}

void TariffReplay::finish(const QString& summary) {
  ++m_asked;
  m_isRunning = false;
  m_summary = summary;
  emit changed();
}

QString TariffReplay::sums() const {
  return tr("%1 kunjungan: %2 menjadi %3 (%4). %5 lebih mahal, %6 lebih murah, %7 tetap.")
      .arg(m_sum.stays)
      .arg(moneyText(m_sum.before), moneyText(m_sum.after_draft),
           signedMoney(m_sum.after_draft - m_sum.before))
      .arg(m_sum.dearer)
      .arg(m_sum.cheaper)
      .arg(m_sum.same);
}

} // namespace palang::mobile
