#include "mobile/desk/fetch.h"

#include "mobile/base/wording.h"
#include "shared/protocol/codec.hpp"

#include <QPointer>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

/// What changes seldom changes alone.
constexpr auto eventPause = 400ms;

std::optional<std::string> cursorIn(const std::string& data) {
  const auto next = protocol::member_of(data, "next");
  return next ? protocol::string_of(*next) : std::nullopt;
}

} // namespace

Fetch::Fetch(Hooks hooks, QObject* parent) : QObject{parent}, m_hooks{std::move(hooks)} {
  m_pause.setSingleShot(true);
  m_pause.setInterval(eventPause);
  connect(&m_pause, &QTimer::timeout, this, &Fetch::askIfNeeded);
}

void Fetch::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  auto& client = workplace->client();
  connect(&client, &Client::eventReceived, this, &Fetch::hear);
  connect(&client, &Client::onlineChanged, this, &Fetch::onlineChanged);
  connect(&client, &Client::resyncNeeded, this, &Fetch::markOutdated);
  connect(workplace, &Workplace::languageChanged, this, &Fetch::changed);
  askIfNeeded();
}

void Fetch::setActive(bool on) {
  m_isActive = on;
  askIfNeeded();
}

QString Fetch::asOf() const {
  return m_loadedAt ? m_workplace->siteTime().timeWithSeconds(*m_loadedAt) : QString{};
}

void Fetch::refresh() {
  if (m_workplace != nullptr)
    ask({});
}

void Fetch::askAnew() {
  ++m_asked;
  m_isBusy = false;
  m_loadedAt.reset();
  m_next.reset();
  m_hasMorePages = false;
  m_hooks.clear();
  setState(State::Idle);
  askIfNeeded();
}

void Fetch::fetchMore() {
  if (m_next && !m_isBusy)
    ask(m_next);
}

void Fetch::onlineChanged() {
  if (m_workplace->isOnline())
    return markOutdated();
  ++m_asked;
  m_isBusy = false;
  setState(m_loadedAt ? State::Stale : State::Idle);
}

void Fetch::hear(const protocol::event& e) {
  if (m_hooks.concerns(e))
    markOutdated();
}

void Fetch::markOutdated() {
  m_isOutdated = true;
  // Who has scrolled on is not thrown back to the first page: the age says that there is more.
  if (!m_hasMorePages && !m_pause.isActive())
    m_pause.start();
  emit changed();
}

void Fetch::askIfNeeded() {
  const bool isNeeded = !m_loadedAt || m_isOutdated || m_state == State::Stale;
  if (m_workplace != nullptr && m_isActive && isNeeded && !m_isBusy)
    ask({});
}

void Fetch::ask(const std::optional<std::string>& after) {
  const auto question = m_hooks.ask(after);
  if (!question || !m_workplace->isOnline())
    return setState(!question ? State::Idle : m_loadedAt ? State::Stale : State::Idle);
  m_isBusy = true;
  if (!after)
    m_isOutdated = false;
  setState(m_loadedAt ? m_state : State::Loading);
  m_workplace->client().query(*question, [self = QPointer(this), asked = ++m_asked,
                                          isFirst = !after](const result<std::string>& data) {
    if (self && self->m_asked == asked)
      self->take(data, isFirst);
  });
}

void Fetch::take(const result<std::string>& data, bool isFirst) {
  m_isBusy = false;
  const auto taken =
      data.and_then([&](const std::string& json) { return m_hooks.take(json, isFirst); });
  if (!taken) {
    if (!m_workplace->isOnline())
      return setState(m_loadedAt ? State::Stale : State::Idle);
    const auto words = wording::of(taken.error());
    m_trouble = words.text;
    m_nextStep = words.nextStep;
    return setState(State::Failed);
  }
  m_next = cursorIn(*data);
  m_hasMorePages = !isFirst;
  if (isFirst)
    m_loadedAt = m_workplace->now();
  m_trouble.clear();
  m_nextStep.clear();
  setState(State::Ready);
  if (m_isOutdated && !m_hasMorePages)
    m_pause.start();
}

void Fetch::setState(State state) {
  m_state = state;
  emit changed();
}

} // namespace palang::mobile
