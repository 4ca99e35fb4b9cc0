#include "mobile/features/outbox/handovertaker.h"

#include "mobile/base/wording.h"

#include <QStringList>

namespace palang::mobile {

namespace {

/// More numbers than these help nobody.
constexpr std::size_t fewMissing = 8;

} // namespace

void HandoverTaker::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  emit workplaceChanged();
}

int HandoverTaker::count() const {
  return static_cast<int>(m_assembly.count());
}

int HandoverTaker::total() const {
  return m_assembly.head() ? m_assembly.head()->parts : 0;
}

QString HandoverTaker::missing() const {
  const auto numbers = m_assembly.missing();
  if (numbers.empty() || numbers.size() > fewMissing)
    return {};
  QStringList words;
  for (const auto number : numbers)
    words.append(QString::number(number));
  return tr("Masih kurang: %1").arg(words.join(QStringLiteral(", ")));
}

QString HandoverTaker::whose() const {
  const auto& head = m_assembly.head();
  return head ? tr("%n catatan dari HP %1", "", head->records).arg(head->device_no) : QString();
}

void HandoverTaker::reset() {
  m_assembly.clear();
  m_trouble.clear();
  m_isDone = false;
  emit changed();
}

void HandoverTaker::take(const QString& code) {
  if (m_isDone)
    return;
  using step = protocol::handover_assembly::step;
  const auto& config = m_workplace->config();
  const auto taken = m_assembly.take(code.toStdString(),
                                     config ? std::optional{config->site.number} : std::nullopt);
  if (!taken) {
    refuse(taken.error());
  } else {
    m_trouble.clear();
    if (*taken == step::complete)
      keep();
  }
  emit changed();
}

void HandoverTaker::keep() {
  const auto& head = *m_assembly.head();
  const auto kept = m_workplace->client().carry(m_assembly.sealed(), head.device_no, head.records);
  m_isDone = kept.has_value();
  if (!kept) {
    refuse(kept.error());
    m_assembly.clear();
    return;
  }
  m_workplace->give(Cue::Good);
}

void HandoverTaker::refuse(const error& why) {
  const bool isNews = m_trouble.isEmpty();
  if (why.code == errc::forbidden)
    m_trouble = tr("Ini catatan lokasi lain, server di sini tidak dapat membacanya.");
  else if (why.code == errc::invalid)
    m_trouble = tr("Bukan kode serah terima. Di HP yang satunya: Catatan, Salinan & pindahan, "
                   "Serahkan ke HP lain, Kode.");
  else if (why.code == errc::corrupt)
    m_trouble = tr("Kode rusak terbaca; teruskan memindai.");
  else
    m_trouble = wording::of(why).text;
  if (isNews)
    m_workplace->give(Cue::Refused);
}

} // namespace palang::mobile
