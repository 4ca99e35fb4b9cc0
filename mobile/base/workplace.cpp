#include "mobile/base/workplace.h"

#include "mobile/base/wording.h"
#include "mobile/core/synccontroller.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr auto gateKey = "ui.gate";
constexpr auto languageKey = "ui.language";
constexpr auto themeKey = "ui.theme";
constexpr auto fontScaleKey = "ui.font_scale";
constexpr auto cuesKey = "ui.cues";
constexpr auto reducedMotionKey = "ui.reduced_motion";
constexpr auto checkLimit = std::chrono::seconds(5);

QString yesOrNo(bool on) {
  return on ? QStringLiteral("yes") : QStringLiteral("no");
}

} // namespace

Workplace::Workplace(Client& client, QString dataDir, Platform platform)
    : m_client(client), m_dataDir(std::move(dataDir)),
      m_platform(platform.camera ? std::move(platform) : makeDesk(m_dataDir)) {
  m_checking.setSingleShot(true);
  m_checking.setInterval(checkLimit);
  connect(&m_checking, &QTimer::timeout, this, &Workplace::connectionChanged);
  connect(&client, &Client::identityChanged, this, &Workplace::identityChanged);
  connect(&client, &Client::configChanged, this, &Workplace::reloadConfig);
  connect(&client.link(), &Link::stateChanged, this, &Workplace::linkChanged);
  connect(&client.link(), &Link::clockSampled, &m_checking, &QTimer::stop);
  // Whoever must log in again learns it with the notice.
  connect(&client, &Client::notice, this, &Workplace::identityChanged);
  connect(&client, &Client::notice, this, [this](const QString& code, const QString& message) {
    const auto words = wording::of(code, message);
    emit noticed(words.text, words.nextStep, code);
  });
  connect(&client.sync(), &SyncController::countsChanged, this, &Workplace::tellWork);
  connect(&client, &Client::photosChanged, this, &Workplace::tellWork);
  reloadConfig();
  installTranslation();
  tellWork();
  if (isLoggedIn() && !isOnline())
    m_checking.start();
}

Workplace::~Workplace() = default;

instant Workplace::now() const {
  return m_client.correctedNow();
}

protocol::site_zone Workplace::zone() const {
  if (m_config && !m_config->site.utc_offsets.empty())
    return m_config->site.utc_offsets;
  return {{from_ms(0), QDateTime::currentDateTime().offsetFromUtc() / 60}};
}

bool Workplace::isLoggedIn() const {
  return m_client.isLoggedIn();
}

bool Workplace::needsLogin() const {
  return m_client.needsLogin();
}

QString Workplace::username() const {
  const auto who = m_client.identity();
  return who ? QString::fromStdString(who->user.username) : QString{};
}

QString Workplace::personName() const {
  const auto who = m_client.identity();
  return who ? QString::fromStdString(who->user.name) : QString{};
}

QString Workplace::siteName() const {
  const auto who = m_client.identity();
  return who ? QString::fromStdString(who->siteName) : QString{};
}

QString Workplace::serverAddress() const {
  const auto who = m_client.identity();
  return who ? QUrl(QString::fromStdString(who->serverUrl)).authority() : QString{};
}

QString Workplace::gateId() const {
  const auto id = setting(gateKey, {});
  const bool isKnown = !m_config || m_config->find_gate(id.toStdString()) != nullptr;
  return isKnown ? id : QString{};
}

void Workplace::setGateId(const QString& id) {
  keep(gateKey, id);
  emit gateChanged();
}

QString Workplace::gateName() const {
  const auto* gate = m_config ? m_config->find_gate(gateId().toStdString()) : nullptr;
  return gate != nullptr ? QString::fromStdString(gate->name) : gateId();
}

bool Workplace::hasGateLock() const {
  const auto* gate = m_config ? m_config->find_gate(gateId().toStdString()) : nullptr;
  return gate != nullptr && gate->lock_id;
}

bool Workplace::doesTakeEntries() const {
  return isGateFor(protocol::gate_direction::in);
}

bool Workplace::doesTakeExits() const {
  return isGateFor(protocol::gate_direction::out);
}

Workplace::Connection Workplace::connection() const {
  if (m_client.isOnline())
    return Connection::Up;
  return m_checking.isActive() && m_client.link().state() == Link::State::Connecting
             ? Connection::Checking
             : Connection::Down;
}

bool Workplace::isOnline() const {
  return m_client.isOnline();
}

QString Workplace::connectionDetail() const {
  return m_client.link().detail();
}

QString Workplace::language() const {
  const auto ofSite = m_config ? QString::fromStdString(m_config->site.language) : QString{};
  return setting(languageKey, ofSite == QLatin1String("en") ? ofSite : QStringLiteral("id"));
}

void Workplace::setLanguage(const QString& language) {
  keep(languageKey, language);
  speak();
}

QString Workplace::theme() const {
  return setting(themeKey, QStringLiteral("normal"));
}

void Workplace::setTheme(const QString& theme) {
  keep(themeKey, theme);
  emit themeChanged();
}

double Workplace::fontScale() const {
  return std::clamp(setting(fontScaleKey, QStringLiteral("1")).toDouble(), 1.0, 2.0);
}

void Workplace::setFontScale(double scale) {
  keep(fontScaleKey, QString::number(scale));
  emit themeChanged();
}

bool Workplace::isMotionReduced() const {
  return setting(reducedMotionKey, yesOrNo(false)) == yesOrNo(true);
}

void Workplace::setReducedMotion(bool on) {
  keep(reducedMotionKey, yesOrNo(on));
  emit themeChanged();
}

bool Workplace::givesCues() const {
  return setting(cuesKey, yesOrNo(m_platform.cues->areUsual())) == yesOrNo(true);
}

void Workplace::setCues(bool on) {
  keep(cuesKey, yesOrNo(on));
  emit themeChanged();
  give(Cue::Good); // So that one knows what was turned on.
}

void Workplace::give(Cue cue) const {
  if (givesCues())
    m_platform.cues->give(cue);
}

void Workplace::checkNow() {
  m_checking.start();
  m_client.link().checkNow();
  emit connectionChanged();
}

void Workplace::logout() {
  m_client.logout();
}

bool Workplace::isGateFor(protocol::gate_direction direction) const {
  const auto* gate = m_config ? m_config->find_gate(gateId().toStdString()) : nullptr;
  return gate == nullptr || gate->direction == direction
         || gate->direction == protocol::gate_direction::both;
}

QString Workplace::setting(const char* key, const QString& otherwise) const {
  const auto kept = m_client.store().setting(key);
  return kept ? QString::fromStdString(*kept) : otherwise;
}

void Workplace::keep(const char* key, const QString& value) {
  // A look or a gate that cannot be kept still holds until the program ends; the store tells of
  // real damage itself.
  static_cast<void>(m_client.store().setSetting(key, value.toStdString()));
}

void Workplace::reloadConfig() {
  m_config = m_client.config();
  m_siteTime = SiteTime(m_config);
  emit configChanged();
  emit gateChanged();
  speak();
}

void Workplace::linkChanged() {
  if (m_client.link().state() != Link::State::Connecting)
    m_checking.stop();
  emit connectionChanged();
}

void Workplace::tellWork() {
  const int pending = m_client.sync().pendingCount() + m_client.photosPending();
  m_platform.background->setWork(pending, tr("%n menunggu kirim", "", pending));
}

void Workplace::speak() {
  if (wording::isIndonesian() == (language() != QLatin1String("en")))
    return;
  installTranslation();
  emit languageChanged();
}

void Workplace::installTranslation() {
  QCoreApplication::removeTranslator(&m_translator);
  wording::setIndonesian(language() != QLatin1String("en"));
  QLocale::setDefault(wording::locale());
  // Indonesian is the language of the sources; every other one is a file.
  if (!wording::isIndonesian() && m_translator.load(QStringLiteral(":/i18n/palang_en.qm")))
    QCoreApplication::installTranslator(&m_translator);
}

} // namespace palang::mobile
