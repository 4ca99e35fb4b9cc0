#include "mobile/features/shift/shiftmodel.h"

#include "mobile/base/wording.h"
#include "mobile/core/synccontroller.h"
#include "shared/protocol/codec.hpp"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdlib>

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr auto shiftKey = "shift";

QString words(const uuid& id) {
  return QString::fromStdString(to_string(id));
}

std::vector<ShiftModel::Range> missingIn(const std::string& data) {
  const auto numberOf = [](const std::string& item, const char* name) {
    return static_cast<std::uint32_t>(
        protocol::member_of(item, name).map(protocol::number_of).value_or(0).value_or(0));
  };
  std::vector<ShiftModel::Range> out;
  for (const auto& item : protocol::items_of(data, "missing").value_or(std::vector<std::string>{}))
    out.push_back({numberOf(item, "first"), numberOf(item, "last")});
  return out;
}

QString money(qint64 amount) {
  return QString::fromStdString(to_display(rupiah{amount}));
}

} // namespace

void ShiftModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(&workplace->client().sync(), &SyncController::countsChanged, this,
          &ShiftModel::readAnswer);
  connect(workplace, &Workplace::languageChanged, this, &ShiftModel::changed);
  emit workplaceChanged();
  load();
  readAnswer();
}

QString ShiftModel::opened() const {
  return m_phase == Phase::None
             ? QString{}
             : m_workplace->siteTime().dayTime(from_ms(m_openedAtMs), m_workplace->now());
}

int ShiftModel::records() const {
  if (m_workplace == nullptr || m_phase == Phase::None)
    return 0;
  const auto last = m_lastSeq != 0
                        ? m_lastSeq
                        : m_workplace->client().store().nextDeviceSeq().value_or(m_firstSeq) - 1;
  const auto rows = m_workplace->client().store().rowsBySeq(m_firstSeq, last);
  return rows ? static_cast<int>(rows->size()) : 0;
}

int ShiftModel::pending() const {
  return m_workplace != nullptr ? m_workplace->client().sync().pendingCount() : 0;
}

QString ShiftModel::differenceText() const {
  if (!m_answer)
    return {};
  const auto amount = m_answer->difference.value_or(rupiah{}).value;
  if (amount == 0)
    return tr("Pas");
  return amount < 0 ? tr("Kurang %1").arg(money(-amount)) : tr("Lebih %1").arg(money(amount));
}

QString ShiftModel::auditText() const {
  if (!m_answer)
    return {};
  const auto made = static_cast<int>(m_lastSeq - m_firstSeq + 1);
  const auto there = made - stillMissing();
  return (doesAuditAgree() ? tr("dibuat di HP %1 = di server %2")
                           : tr("dibuat di HP %1, di server baru %2"))
      .arg(made)
      .arg(there);
}

bool ShiftModel::openShift(double cash) {
  protocol::shift_open_data data;
  data.shift_id = make_uuid_v7(m_workplace->now());
  data.cash = rupiah{qRound64(cash)};
  const auto row = m_workplace->client().record(data, money(data.cash.value).toStdString());
  if (!row) {
    refuse(row.error());
    return false;
  }
  m_shiftId = data.shift_id;
  m_username = m_workplace->username();
  m_openedAtMs = to_ms(m_workplace->now());
  m_openingCash = data.cash.value;
  m_firstSeq = row->submission.device_seq.value_or(0);
  m_lastSeq = 0;
  m_counted = 0;
  m_closing.reset();
  m_answer.reset();
  m_missing.clear();
  m_hasAskedAgain = false;
  m_phase = Phase::Open;
  save();
  dismiss();
  return true;
}

bool ShiftModel::closeShift(double cash) {
  const auto last = m_workplace->client().store().nextDeviceSeq();
  if (!last) {
    refuse(last.error());
    return false;
  }
  protocol::shift_close_data data;
  data.shift_id = m_shiftId;
  data.cash = rupiah{qRound64(cash)};
  data.records = protocol::shift_records{m_firstSeq, *last, *last - m_firstSeq + 1};
  const auto row = m_workplace->client().record(data, money(data.cash.value).toStdString());
  if (!row) {
    refuse(row.error());
    return false;
  }
  m_counted = data.cash.value;
  m_lastSeq = *last;
  m_closing = row->submission.id;
  m_phase = Phase::Counted;
  save();
  dismiss();
  readAnswer();
  return true;
}

void ShiftModel::finish() {
  m_phase = Phase::None;
  m_closing.reset();
  m_answer.reset();
  m_missing.clear();
  m_hasAskedAgain = false;
  m_lastSeq = 0;
  save();
  dismiss();
}

void ShiftModel::dismiss() {
  m_trouble.clear();
  m_nextStep.clear();
  emit changed();
}

void ShiftModel::load() {
  const auto kept = m_workplace->client().store().setting(shiftKey);
  const auto state =
      QJsonDocument::fromJson(QByteArray::fromStdString(kept.value_or("{}"))).object();
  const auto id = parse_uuid(state[QLatin1String("id")].toString().toStdString());
  if (!id)
    return;
  m_shiftId = *id;
  m_username = state[QLatin1String("username")].toString();
  m_openedAtMs = state[QLatin1String("opened_at")].toInteger();
  m_openingCash = state[QLatin1String("opening_cash")].toInteger();
  m_counted = state[QLatin1String("counted")].toInteger();
  m_firstSeq = static_cast<std::uint32_t>(state[QLatin1String("first_seq")].toInteger());
  m_lastSeq = static_cast<std::uint32_t>(state[QLatin1String("last_seq")].toInteger());
  m_closing = parse_uuid(state[QLatin1String("closing")].toString().toStdString());
  m_phase = m_closing ? Phase::Counted : Phase::Open;
}

void ShiftModel::save() const {
  QJsonObject state;
  if (m_phase != Phase::None) {
    state = {{QStringLiteral("id"), words(m_shiftId)},
             {QStringLiteral("username"), m_username},
             {QStringLiteral("opened_at"), m_openedAtMs},
             {QStringLiteral("opening_cash"), m_openingCash},
             {QStringLiteral("counted"), m_counted},
             {QStringLiteral("first_seq"), static_cast<qint64>(m_firstSeq)},
             {QStringLiteral("last_seq"), static_cast<qint64>(m_lastSeq)},
             {QStringLiteral("closing"), m_closing ? words(*m_closing) : QString{}}};
  }
  // The shift itself is in the outbox; this only says which one the screen is about.
  static_cast<void>(m_workplace->client().store().setSetting(
      shiftKey, QJsonDocument(state).toJson(QJsonDocument::Compact).toStdString()));
}

void ShiftModel::readAnswer() {
  const auto row =
      m_closing ? m_workplace->client().store().row(*m_closing) : fail(errc::not_found, "");
  if (row && row->state == sync::record_state::quarantined) {
    m_phase = Phase::Refused;
    if (row->why)
      return refuse(*row->why);
  } else if (row && row->state == sync::record_state::applied) {
    const auto shift =
        protocol::member_of(row->acceptedData, "shift").and_then([](const std::string& json) {
          return protocol::decode_shift(json);
        });
    if (shift) {
      m_answer = *shift;
      m_phase = Phase::Closed;
      if (!m_hasAskedAgain)
        bringAgain(missingIn(row->acceptedData));
    }
  }
  emit changed();
}

void ShiftModel::bringAgain(std::vector<Range> missing) {
  m_missing = std::move(missing);
  m_hasAskedAgain = true;
  for (const auto& range : m_missing)
    // Not now: the sync is telling of the answer.
    QMetaObject::invokeMethod(
        this, [this, range] { m_workplace->client().sync().sendAgain(range.first, range.last); },
        Qt::QueuedConnection);
}

int ShiftModel::stillMissing() const {
  const result<OutboxRow> closing =
      m_missing.empty() ? fail(errc::not_found, "") : m_workplace->client().store().row(*m_closing);
  if (!closing)
    return 0;
  int count = 0;
  for (const auto& range : m_missing) {
    const auto rows = m_workplace->client().store().rowsBySeq(range.first, range.last);
    const auto back = rows ? std::ranges::count_if(*rows,
                                                   [&](const OutboxRow& row) {
                                                     return row.wasApplied && row.settledAt
                                                            && row.settledAt >= closing->settledAt;
                                                   })
                           : 0;
    count += static_cast<int>(range.last - range.first + 1) - static_cast<int>(back);
  }
  return count;
}

void ShiftModel::refuse(const error& why) {
  const auto said = wording::of(why);
  m_trouble = said.text;
  m_nextStep = said.nextStep;
  emit changed();
}

} // namespace palang::mobile
