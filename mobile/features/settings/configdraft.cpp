#include "mobile/features/settings/configdraft.h"

#include "mobile/base/wording.h"
#include "mobile/desk/stayfacts.h"
#include "mobile/features/settings/configwords.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/json_edit.hpp"
#include "shared/protocol/local_time.hpp"

#include <algorithm>

namespace palang::mobile {

namespace {

QString text(const std::string& s) {
  return QString::fromStdString(s);
}

QVariantMap option(const QString& words, const QString& value) {
  return {{QStringLiteral("text"), words}, {QStringLiteral("value"), value}};
}

/// A JSON value as a person reads it.
QString shown(const std::string& json) {
  return json.empty() || json == "null" ? QStringLiteral("–")
                                        : text(protocol::string_of(json).value_or(json));
}

std::string pointerOf(const QString& pointer) {
  return pointer.toStdString();
}

} // namespace

ConfigDraft::ConfigDraft(QObject* parent)
    : QObject{parent}, m_fetch{
                           {.ask = [](const auto&) { return protocol::config_get{}; },
                            .take = [this](const std::string& data, bool) { return take(data); },
                            .concerns =
                                [this](const protocol::event& e) {
                                  return e.kind == "config.changed" && changes() == 0;
                                }}} {
  m_action.setProperty("needsAdmin", true);
  connect(&m_action, &DeskAction::done, this, [this] {
    m_saved = m_document;
    m_theirs.clear();
    m_fetch.refresh();
    emit changed();
  });
  connect(&m_action, &DeskAction::refused, this, [this](errc code) {
    if (code != errc::version_conflict)
      return complain(m_action.field(), configwords::problem(m_action.text()));
    m_isConflicting = true;
    m_fetch.refresh();
  });
}

void ConfigDraft::setWorkplace(Workplace* workplace) {
  if (workplace == m_fetch.workplace() || workplace == nullptr)
    return;
  connect(workplace, &Workplace::languageChanged, this, [this] {
    if (m_fetch.isLoaded())
      setDraft(m_document); // What is wrong reads differently.
  });
  m_action.setWorkplace(workplace);
  m_fetch.setWorkplace(workplace);
  emit workplaceChanged();
}

void ConfigDraft::setActive(bool on) {
  m_fetch.setActive(on);
  emit activeChanged();
}

QString ConfigDraft::problemWhere() const {
  return configwords::field(m_problemField, m_draft);
}

int ConfigDraft::changes() const {
  return static_cast<int>(protocol::differences(m_saved, m_document).size());
}

QVariantList ConfigDraft::zones() const {
  QVariantList all;
  if (m_draft)
    for (const auto& zone : m_draft->zones)
      all.append(option(text(zone.name), text(zone.id)));
  return all;
}

QVariantList ConfigDraft::gates() const {
  QVariantList all;
  if (m_draft)
    for (const auto& gate : m_draft->gates)
      all.append(option(text(gate.name), text(gate.id)));
  return all;
}

QVariantList ConfigDraft::locks() const {
  QVariantList all{option(tr("Tanpa kunci"), {})};
  if (m_draft)
    for (const auto& lock : m_draft->locks)
      all.append(option(text(lock.name) + QStringLiteral(" · ") + text(lock.id), text(lock.id)));
  return all;
}

QString ConfigDraft::vehicleName(const QString& type) const {
  const auto known = domain::vehicle_class_from(type.toStdString());
  return known ? wording::vehicle(*known, m_draft) : type;
}

QVariantList ConfigDraft::tariffs() const {
  QVariantList all;
  if (!m_draft || workplace() == nullptr)
    return all;
  const auto& tariffs = m_draft->tariffs;
  const auto now = workplace()->now();
  for (std::size_t i = 0; i < tariffs.size(); ++i) {
    const auto& t = tariffs[i];
    const bool isInForce = domain::tariff_in_force(tariffs, t.vehicle, now) == &t;
    all.append(QVariantMap{
        {QStringLiteral("index"), static_cast<int>(i)},
        {QStringLiteral("name"), tr("%1, versi %2").arg(text(t.id)).arg(t.version)},
        {QStringLiteral("vehicle"), wording::vehicle(t.vehicle, m_draft)},
        {QStringLiteral("type"), text(std::string{domain::to_string(t.vehicle)})},
        {QStringLiteral("from"),
         t.valid_from <= instant{} ? tr("awal") : workplace()->siteTime().date(t.valid_from)},
        {QStringLiteral("isDraft"), i >= m_savedTariffs || t.valid_from > now},
        {QStringLiteral("inForce"), isInForce},
        {QStringLiteral("summary"), tr("%1 untuk %2 menit, lalu %3 per %4 menit")
                                        .arg(moneyText(t.first_amt))
                                        .arg(t.first_min)
                                        .arg(moneyText(t.next_amt))
                                        .arg(t.next_min)}});
  }
  return all;
}

QVariantList ConfigDraft::conflicts() const {
  QVariantList lines;
  if (m_theirs.empty())
    return lines;
  for (const auto& one : protocol::differences(m_document, m_theirs))
    lines.append(
        QVariantMap{{QStringLiteral("field"), configwords::field(text(one.pointer), m_draft)},
                    {QStringLiteral("mine"), shown(one.before)},
                    {QStringLiteral("theirs"), shown(one.after)}});
  return lines;
}

QString ConfigDraft::value(const QString& pointer) const {
  const auto found = protocol::value_at(m_document, pointerOf(pointer));
  if (!found || *found == "null")
    return {};
  return text(protocol::string_of(*found).value_or(*found));
}

void ConfigDraft::setText(const QString& pointer, const QString& words) {
  put(pointer, protocol::text(words.toStdString()));
}

void ConfigDraft::setNumber(const QString& pointer, const QString& digits) {
  bool isNumber = false;
  const auto number = digits.trimmed().toLongLong(&isNumber);
  if (!isNumber && !digits.trimmed().isEmpty())
    return complain(pointer, tr("Isi dengan angka."));
  put(pointer, isNumber ? protocol::number(number) : "null");
}

void ConfigDraft::setChoice(const QString& pointer, const QString& value) {
  put(pointer, value.isEmpty() ? "null" : protocol::text(value.toStdString()));
}

void ConfigDraft::addZone() {
  const auto id = newId(QStringLiteral("area-"), zones());
  put(QStringLiteral("/zones/-"),
      protocol::object({{"id", protocol::text(id.toStdString())},
                        {"name", protocol::text(tr("Area baru").toStdString())},
                        {"capacity", R"({"MOBIL":0,"MOTOR":0})"}}));
}

void ConfigDraft::addGate() {
  if (!m_draft || m_draft->zones.empty())
    return complain(QStringLiteral("/gates"), tr("Buat area lebih dulu."));
  const auto id = newId(QStringLiteral("pintu-"), gates());
  put(QStringLiteral("/gates/-"),
      protocol::object({{"id", protocol::text(id.toStdString())},
                        {"name", protocol::text(tr("Pintu baru").toStdString())},
                        {"direction", protocol::text("in")},
                        {"zone_id", protocol::text(m_draft->zones.front().id)}}));
}

void ConfigDraft::addLock(const QString& lockId, const QString& name) {
  put(QStringLiteral("/locks/-"),
      protocol::object({{"id", protocol::text(lockId.trimmed().toStdString())},
                        {"name", protocol::text(name.trimmed().toStdString())}}));
}

void ConfigDraft::addTariffVersion(int index) {
  if (!m_draft || index < 0 || static_cast<std::size_t>(index) >= m_draft->tariffs.size())
    return;
  auto changed = *m_draft;
  auto next = changed.tariffs[static_cast<std::size_t>(index)];
  for (const auto& t : changed.tariffs)
    if (t.id == next.id)
      next.version = std::max(next.version, t.version);
  ++next.version;
  auto midnight = workplace()->siteTime().local(workplace()->now()).addDays(1);
  midnight.setTime(QTime(0, 0));
  next.valid_from = from_ms(midnight.toMSecsSinceEpoch());
  changed.tariffs.push_back(next);
  setDraft(protocol::encode(changed));
}

QString ConfigDraft::localTime(const QString& pointer) const {
  const auto found = protocol::value_at(m_document, pointerOf(pointer));
  const auto ms = found ? protocol::number_of(*found) : std::nullopt;
  return ms ? workplace()
                  ->siteTime()
                  .local(from_ms(*ms))
                  .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
            : QString{};
}

void ConfigDraft::setLocalTime(const QString& pointer, const QString& words) {
  auto iso = words.trimmed().replace(QLatin1Char(' '), QLatin1Char('T'));
  if (iso.size() == 10)
    iso += QStringLiteral("T00:00");
  const auto at =
      protocol::from_local((iso + QStringLiteral(":00")).toStdString(), workplace()->zone());
  if (!at)
    return complain(pointer, tr("Isi seperti 2025-03-24 00:00."));
  put(pointer, protocol::number(to_ms(*at)));
}

void ConfigDraft::remove(const QString& pointer) {
  if (auto shorter = protocol::remove_at(m_document, pointerOf(pointer)))
    setDraft(*std::move(shorter));
}

void ConfigDraft::discard() {
  m_theirs.clear();
  m_action.dismiss();
  setDraft(m_saved);
}

void ConfigDraft::save() {
  if (m_problemField.isEmpty() && changes() > 0)
    m_action.submit(protocol::config_set_data{"", m_document, m_version}, tr("Tersimpan."));
}

void ConfigDraft::keepMine() {
  m_saved = std::exchange(m_theirs, {});
  m_version = m_theirVersion;
  save();
  emit changed();
}

void ConfigDraft::takeTheirs() {
  m_saved = std::exchange(m_theirs, {});
  m_version = m_theirVersion;
  discard();
}

result<void> ConfigDraft::take(const std::string& data) {
  auto document = protocol::member_of(data, "config");
  if (!document)
    return fail(document.error());
  const auto config = protocol::decode_config(*document);
  if (!config)
    return fail(config.error());
  const auto number = protocol::member_of(data, "config_version");
  const auto version = number ? protocol::number_of(*number).value_or(0) : 0;
  // Encoded by ourselves, so that only meaning differs and not the order of members.
  auto whole = protocol::encode(*config);
  if (std::exchange(m_isConflicting, false)) {
    m_theirs = std::move(whole);
    m_theirVersion = version;
    emit changed();
    emit conflictFound();
    return {};
  }
  const bool isEdited = changes() > 0;
  if (isEdited)
    return {};
  m_version = version;
  m_saved = whole;
  m_savedTariffs = config->tariffs.size();
  setDraft(std::move(whole));
  return {};
}

void ConfigDraft::put(const QString& pointer, const std::string& json) {
  auto changed = protocol::replace_at(m_document, pointerOf(pointer), json);
  if (!changed)
    return complain(pointer, configwords::problem(text(changed.error().message)));
  setDraft(*std::move(changed));
}

void ConfigDraft::setDraft(std::string document) {
  m_document = std::move(document);
  m_problemField.clear();
  m_problemText.clear();
  auto read = protocol::decode_config(m_document);
  const auto checked = read ? protocol::validate(*read) : result<void>{fail(read.error())};
  if (read)
    m_draft = *std::move(read);
  if (!checked) {
    m_problemField = text(checked.error().field);
    m_problemText = configwords::problem(text(checked.error().message));
  }
  ++m_revision;
  emit changed();
}

void ConfigDraft::complain(const QString& field, const QString& words) {
  m_problemField = field;
  m_problemText = words;
  emit changed();
}

QString ConfigDraft::newId(const QString& prefix, const QVariantList& known) const {
  for (int number = static_cast<int>(known.size()) + 1;; ++number) {
    const auto id = prefix + QString::number(number);
    const bool isTaken = std::ranges::any_of(known, [&](const QVariant& one) {
      return one.toMap().value(QStringLiteral("value")).toString() == id;
    });
    if (!isTaken)
      return id;
  }
}

} // namespace palang::mobile
