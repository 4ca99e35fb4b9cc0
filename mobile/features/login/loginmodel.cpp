#include "mobile/features/login/loginmodel.h"

#include "mobile/base/wording.h"
#include "mobile/core/deviceidentity.h"

namespace palang::mobile {

namespace {

constexpr auto serverKey = "login.server";
constexpr auto usernameKey = "login.username";

QString kept(const Workplace* workplace, const char* key) {
  const auto value = workplace != nullptr ? workplace->client().store().setting(key) : std::nullopt;
  return value ? QString::fromStdString(*value) : QString{};
}

} // namespace

void LoginModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  auto& client = workplace->client();
  connect(&client, &Client::loggedIn, this, &LoginModel::succeeded);
  connect(&client, &Client::loginFailed, this, &LoginModel::failed);
  emit workplaceChanged();
}

QString LoginModel::lastServer() const {
  return kept(m_workplace, serverKey);
}

QString LoginModel::lastUsername() const {
  return kept(m_workplace, usernameKey);
}

QString LoginModel::deviceCode() const {
  const auto code = device();
  return code ? pairing::textOf(*code) : QString{};
}

QString LoginModel::shortCode() const {
  const auto code = device();
  return code ? pairing::shortCode(code->key) : QString{};
}

QString LoginModel::serverIn(const QString& code) const {
  return pairing::serverIn(code).value_or(QString{});
}

std::optional<pairing::DeviceCode> LoginModel::device() const {
  if (m_workplace == nullptr || !m_workplace->hasDevice())
    return std::nullopt;
  const auto who = deviceIdentity(m_workplace->client().store(), m_workplace->now());
  if (!who)
    return std::nullopt;
  return pairing::DeviceCode{QString::fromStdString(to_string(who->id)),
                             QString::fromStdString(crypto::to_base64(who->keys.pub))};
}

void LoginModel::login(const QString& server, const QString& username, const QString& password,
                       const QString& enrolment) {
  if (m_isBusy)
    return;
  if (server.trimmed().isEmpty())
    return fail(tr("Alamat server belum diisi"), tr("Contoh: 10.0.0.5:8181. Tanyakan pada admin."));
  if (username.trimmed().isEmpty() || password.isEmpty())
    return fail(tr("Nama dan sandi belum lengkap"), tr("Isi keduanya."));
  m_server = server.trimmed();
  m_username = username.trimmed();
  m_isBusy = true;
  m_trouble.clear();
  emit changed();
  m_workplace->client().login(m_server, m_username, password, enrolment.trimmed());
}

void LoginModel::dismiss() {
  m_trouble.clear();
  m_nextStep.clear();
  emit changed();
}

void LoginModel::fail(const QString& trouble, const QString& nextStep) {
  m_isBusy = false;
  m_trouble = trouble;
  m_nextStep = nextStep;
  emit changed();
}

void LoginModel::failed(const QString& code, const QString& message) {
  m_doesEnrolmentHelp = code == QLatin1String("device_pending");
  const auto words = wording::of(code, message);
  fail(words.text, words.nextStep);
}

void LoginModel::succeeded() {
  auto& store = m_workplace->client().store();
  // Only a convenience for the next time: nothing is lost when it cannot be kept.
  static_cast<void>(store.setSetting(serverKey, m_server.toStdString()));
  static_cast<void>(store.setSetting(usernameKey, m_username.toStdString()));
  m_isBusy = false;
  m_doesEnrolmentHelp = false;
  dismiss();
  emit workplaceChanged();
}

} // namespace palang::mobile
