#include "mobile/features/settings/peoplemodels.h"

#include "mobile/base/pairing.h"

#include <QCoreApplication>

#include <algorithm>

namespace palang::mobile {

namespace {

using Device = protocol::device;
using User = protocol::user;

struct PeopleWords {
  Q_DECLARE_TR_FUNCTIONS(PeopleWords)
};

QString text(std::string_view s) {
  return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

QString roleName(protocol::role role) {
  switch (role) {
  case protocol::role::attendant:
    return PeopleWords::tr("Petugas");
  case protocol::role::supervisor:
    return PeopleWords::tr("Penyelia");
  case protocol::role::admin:
    break;
  }
  return PeopleWords::tr("Admin");
}

QString status(protocol::device_status s) {
  switch (s) {
  case protocol::device_status::pending:
    return PeopleWords::tr("Menunggu persetujuan");
  case protocol::device_status::approved:
    return PeopleWords::tr("Disetujui");
  case protocol::device_status::revoked:
    break;
  }
  return PeopleWords::tr("Dicabut");
}

std::vector<Column<User>> userColumns() {
  return {{"username", [](const User& u, const SiteView&) -> QVariant { return text(u.username); }},
          {"name", [](const User& u, const SiteView&) -> QVariant { return text(u.name); }},
          {"role",
           [](const User& u, const SiteView&) -> QVariant {
             return text(protocol::to_string(u.user_role));
           }},
          {"roleText",
           [](const User& u, const SiteView&) -> QVariant { return roleName(u.user_role); }},
          {"disabled", [](const User& u, const SiteView&) -> QVariant { return u.is_disabled; }},
          {"state",
           [](const User& u, const SiteView&) -> QVariant {
             return u.is_disabled ? PeopleWords::tr("Nonaktif") : PeopleWords::tr("Aktif");
           }},
          {"icon",
           [](const User& u, const SiteView&) -> QVariant {
             return u.is_disabled ? QStringLiteral("lock") : QStringLiteral("tick-circle");
           }},
          {"tone", [](const User& u, const SiteView&) -> QVariant {
             return u.is_disabled ? QStringLiteral("quiet") : QStringLiteral("ok");
           }}};
}

std::vector<Column<Device>> deviceColumns() {
  return {
      {"deviceId",
       [](const Device& d, const SiteView&) -> QVariant { return text(to_string(d.id)); }},
      {"name",
       [](const Device& d, const SiteView&) -> QVariant {
         const auto number = d.device_no == 0 ? PeopleWords::tr("HP baru")
                                              : QStringLiteral("HP %1").arg(d.device_no);
         return d.label.empty() ? number : number + QStringLiteral(" · ") + text(d.label);
       }},
      {"status",
       [](const Device& d, const SiteView&) -> QVariant {
         return text(protocol::to_string(d.status));
       }},
      {"statusText", [](const Device& d, const SiteView&) -> QVariant { return status(d.status); }},
      {"icon",
       [](const Device& d, const SiteView&) -> QVariant {
         return d.status == protocol::device_status::approved  ? QStringLiteral("tick-circle")
                : d.status == protocol::device_status::pending ? QStringLiteral("warning")
                                                               : QStringLiteral("lock");
       }},
      {"tone",
       [](const Device& d, const SiteView&) -> QVariant {
         return d.status == protocol::device_status::approved  ? QStringLiteral("ok")
                : d.status == protocol::device_status::pending ? QStringLiteral("bad")
                                                               : QStringLiteral("quiet");
       }},
      {"firstSeen",
       [](const Device& d, const SiteView& s) -> QVariant { return s.moment(d.first_seen); }},
      {"lastSeen",
       [](const Device& d, const SiteView& s) -> QVariant {
         return d.last_seen ? s.moment(*d.last_seen) : QStringLiteral("–");
       }},
      {"key", [](const Device& d, const SiteView&) -> QVariant { return text(d.key); }},
      {"code", [](const Device& d, const SiteView&) -> QVariant {
         return pairing::shortCode(text(d.key));
       }}};
}

bool isPending(const Device& d) {
  return d.status == protocol::device_status::pending;
}

} // namespace

UserListModel::UserListModel(QObject* parent)
    : FetchedModel{
        std::make_unique<Rows<User>>("users", protocol::decode_user, userColumns()),
        [](const auto&) { return protocol::user_list{}; },
        [](const protocol::event& e) { return e.event_topic == protocol::topic::config; }, parent} {
}

DeviceListModel::DeviceListModel(QObject* parent)
    : FetchedModel{std::make_unique<Rows<Device>>("devices", protocol::decode_device,
                                                  deviceColumns(), isPending),
                   [](const auto&) { return protocol::device_list{}; },
                   [](const protocol::event& e) { return e.kind.starts_with("device."); }, parent} {
}

DeviceListModel::Match DeviceListModel::match(const QString& code) const {
  const auto* device = find(code);
  if (device == nullptr)
    return Match::None;
  const auto scanned = pairing::deviceCodeIn(code);
  return scanned && scanned->key != text(device->key) ? Match::Other : Match::Device;
}

QString DeviceListModel::deviceOf(const QString& code) const {
  const auto* device = find(code);
  return device == nullptr ? QString{} : text(to_string(device->id));
}

QString DeviceListModel::serverCode(const QString& address) const {
  return pairing::textOfServer(address.trimmed());
}

const std::vector<protocol::device>& DeviceListModel::devices() const {
  return static_cast<const Rows<Device>&>(rows()).all();
}

const protocol::device* DeviceListModel::find(const QString& code) const {
  const auto scanned = pairing::deviceCodeIn(code);
  const auto found = std::ranges::find_if(devices(), [&](const Device& d) {
    return scanned ? text(to_string(d.id)) == scanned->id
                   : pairing::isShortCodeOf(code, text(d.key));
  });
  return found == devices().end() ? nullptr : &*found;
}

} // namespace palang::mobile
