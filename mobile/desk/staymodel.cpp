#include "mobile/desk/staymodel.h"

#include "mobile/desk/stayfacts.h"
#include "shared/protocol/codec.hpp"

namespace palang::mobile {

namespace {

result<std::optional<protocol::session>> firstSessionIn(const std::string& data) {
  const auto items = protocol::items_of(data, "sessions");
  if (!items)
    return fail(items.error());
  if (items->empty())
    return std::nullopt;
  return protocol::decode_session(items->front()).map([](protocol::session s) {
    return std::optional(std::move(s));
  });
}

} // namespace

StayModel::StayModel(QObject* parent)
    : QObject{parent}, m_fetch{{.ask = [this](const auto&) -> std::optional<protocol::query_data> {
                                  const auto id = parse_uuid(m_sessionId.toStdString());
                                  if (!id)
                                    return std::nullopt;
                                  protocol::session_find wanted;
                                  wanted.session_id = id;
                                  return wanted;
                                },
                                .take = [this](const std::string& data, bool) -> result<void> {
                                  auto found = firstSessionIn(data);
                                  if (!found)
                                    return fail(found.error());
                                  m_session = *std::move(found);
                                  emit changed();
                                  return {};
                                },
                                .clear =
                                    [this] {
                                      m_session.reset();
                                      emit changed();
                                    },
                                .concerns =
                                    [this](const protocol::event& e) {
                                      return m_session && e.event_topic == protocol::topic::session;
                                    }}} {
  m_fetch.setActive(true);
}

void StayModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_fetch.workplace() || workplace == nullptr)
    return;
  connect(workplace, &Workplace::languageChanged, this, &StayModel::changed);
  m_fetch.setWorkplace(workplace);
  emit workplaceChanged();
}

void StayModel::setSessionId(const QString& sessionId) {
  if (sessionId == m_sessionId)
    return;
  m_sessionId = sessionId;
  emit sessionIdChanged();
  m_fetch.askAnew();
}

QVariantMap StayModel::facts() const {
  return m_session ? stayFacts(*m_session, siteOf(*workplace())) : QVariantMap{};
}

} // namespace palang::mobile
