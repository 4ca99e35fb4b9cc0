#include "mobile/features/lock/lockmodel.h"

#include "shared/core/crypto.hpp"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace palang::mobile {

namespace {

using namespace std::chrono_literals;

constexpr auto pinKey = "pin.hash";
constexpr auto ownerKey = "pin.username";
constexpr milliseconds firstWait = 30s;
constexpr int mostDoublings = 6;

bool isPin(const QString& text) {
  return text.size() >= 4 && text.size() <= 6
         && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isTouch(QEvent::Type type) {
  return type == QEvent::MouseButtonPress || type == QEvent::TouchBegin || type == QEvent::KeyPress;
}

} // namespace

LockModel::LockModel(QObject* parent) : QObject(parent) {
  m_idle.setSingleShot(true);
  connect(&m_idle, &QTimer::timeout, this, &LockModel::lockIfIdle);
  m_countdown.setInterval(1s);
  connect(&m_countdown, &QTimer::timeout, this, [this] {
    if (wait() == 0)
      m_countdown.stop();
    emit changed();
  });
  QCoreApplication::instance()->installEventFilter(this);
}

LockModel::~LockModel() = default;

void LockModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::identityChanged, this, &LockModel::personChanged);
  connect(&workplace->client(), &Client::loggedIn, this, [this] {
    // A password is more than a PIN.
    m_wrong = 0;
    m_isLocked = false;
    personChanged();
  });
  emit workplaceChanged();
  personChanged();
  lock();
  touched();
}

bool LockModel::hasPin() const {
  return m_workplace != nullptr && m_workplace->client().store().setting(pinKey).has_value();
}

int LockModel::wait() const {
  if (!m_isLocked)
    return 0;
  const auto left = std::chrono::ceil<std::chrono::seconds>(m_nextTry - now());
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

bool LockModel::setPin(const QString& pin) {
  const auto hash = isPin(pin) ? crypto::slow_hash(pin.toStdString()) : std::string{};
  if (hash.empty())
    return false;
  auto& store = m_workplace->client().store();
  const bool isKept =
      store.setSetting(pinKey, hash)
          .and_then(
              [&] { return store.setSetting(ownerKey, m_workplace->username().toStdString()); })
          .has_value();
  touched();
  emit changed();
  return isKept;
}

void LockModel::clearPin() {
  static_cast<void>(m_workplace->client().store().removeSetting(pinKey));
  m_isLocked = false;
  emit changed();
}

bool LockModel::unlock(const QString& pin) {
  const auto hash = m_workplace->client().store().setting(pinKey);
  if (!m_isLocked || !hash || wait() > 0)
    return false;
  m_isLocked = !crypto::is_slow_hash_of(pin.toStdString(), *hash);
  m_wrong = m_isLocked ? m_wrong + 1 : 0;
  m_message = m_isLocked ? tr("PIN salah") : QString{};
  if (m_isLocked)
    m_workplace->give(Cue::Refused);
  if (m_wrong >= freeTries) {
    m_nextTry = now() + firstWait * (1 << std::min(m_wrong - freeTries, mostDoublings));
    m_countdown.start();
  }
  touched();
  emit changed();
  return !m_isLocked;
}

void LockModel::lock() {
  if (!hasPin() || !m_workplace->isLoggedIn() || m_isLocked)
    return;
  m_isLocked = true;
  m_message.clear();
  emit changed();
}

void LockModel::forget() {
  m_workplace->logout();
}

bool LockModel::eventFilter(QObject* watched, QEvent* event) {
  if (m_workplace == nullptr)
    return false;
  if (event->type() == QEvent::ApplicationActivate)
    lockIfIdle(); // Timers stand still while a device sleeps.
  else if (!m_isLocked && isTouch(event->type()))
    touched();
  return QObject::eventFilter(watched, event);
}

milliseconds LockModel::now() const {
  return m_workplace->client().time().monotonic();
}

void LockModel::touched() {
  m_lastTouch = now();
  m_idle.start(idleTime);
}

void LockModel::lockIfIdle() {
  const auto left = m_lastTouch + idleTime - now();
  if (left <= 0ms)
    lock();
  else
    m_idle.start(std::chrono::ceil<std::chrono::milliseconds>(left));
}

void LockModel::personChanged() {
  const auto owner = m_workplace->client().store().setting(ownerKey);
  const bool isTheirs = owner && *owner == m_workplace->username().toStdString();
  if (!m_workplace->isLoggedIn() || !isTheirs)
    clearPin();
  emit changed();
}

} // namespace palang::mobile
