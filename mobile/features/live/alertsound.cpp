#include "mobile/features/live/alertsound.h"

#include <QApplication>

#include <utility>

namespace palang::mobile {

namespace {

constexpr auto mutedKey = "live.muted";

} // namespace

// Only Qt Widgets offers the system's bell; no widget is used.
AlertSound::AlertSound(QObject* parent, Bell bell)
    : QObject{parent}, m_bell{bell ? std::move(bell) : QApplication::beep} {}

void AlertSound::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  m_isMuted = workplace->client().store().setting(mutedKey) == "yes";
  emit workplaceChanged();
  emit mutedChanged();
}

void AlertSound::setMuted(bool on) {
  if (on == m_isMuted)
    return;
  m_isMuted = on;
  // Only a convenience: it holds until the program ends even when it cannot be kept.
  static_cast<void>(m_workplace->client().store().setSetting(mutedKey, on ? "yes" : "no"));
  emit mutedChanged();
}

void AlertSound::play() {
  if (!m_isMuted)
    m_bell();
}

} // namespace palang::mobile
