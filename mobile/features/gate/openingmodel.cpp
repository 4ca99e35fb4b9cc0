#include "mobile/features/gate/openingmodel.h"

#include "mobile/base/wording.h"
#include "mobile/core/synccontroller.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

namespace palang::mobile {

namespace {

/// A gate that opens by itself later than this after a record surprises.
constexpr auto recordPatience = std::chrono::seconds(10);
/// The command has the horizon to be carried out; its outcome may need a moment more to come back.
constexpr auto patience = protocol::limits::gate_open_horizon + std::chrono::seconds(5);

result<protocol::gate_command> commandIn(const std::string& data) {
  return protocol::member_of(data, "command").and_then([](const std::string& json) {
    return protocol::decode_gate_command(json);
  });
}

/// What an entry or an exit says of its gate and its car. A scanned ticket names no session: the
/// server's answer does.
protocol::gate_open_data openingAfter(const OutboxRow& row) {
  protocol::gate_open_data opening;
  if (const auto* entry = std::get_if<protocol::entry_data>(&row.submission.data)) {
    opening.gate_id = entry->gate_id;
    opening.session_id = entry->session_id;
  } else if (const auto* exit = std::get_if<protocol::exit_data>(&row.submission.data)) {
    opening.gate_id = exit->gate_id;
    opening.session_id = exit->session_id;
  }
  const auto told =
      protocol::member_of(row.acceptedData, "session").and_then([](const std::string& json) {
        return protocol::decode_session(json);
      });
  if (told)
    opening.session_id = told->id;
  return opening;
}

OpeningModel::Outcome outcomeOf(protocol::command_state state) {
  using protocol::command_state;
  switch (state) {
  case command_state::requested:
  case command_state::sent:
    return OpeningModel::Outcome::Asked;
  case command_state::confirmed:
    return OpeningModel::Outcome::Opened;
  case command_state::failed:
    return OpeningModel::Outcome::Failed;
  case command_state::expired:
    return OpeningModel::Outcome::Expired;
  case command_state::unknown:
    break;
  }
  return OpeningModel::Outcome::Unknown;
}

} // namespace

OpeningModel::OpeningModel(QObject* parent) : QObject(parent) {
  m_recordPatience.setSingleShot(true);
  m_recordPatience.setInterval(recordPatience);
  connect(&m_recordPatience, &QTimer::timeout, this,
          [this] { settle(Outcome::Failed, tr("Server belum menerima catatannya.")); });
  m_patience.setSingleShot(true);
  m_patience.setInterval(patience);
  connect(&m_patience, &QTimer::timeout, this, [this] { settle(Outcome::Unknown, {}); });
}

void OpeningModel::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  auto& client = workplace->client();
  connect(&client.sync(), &SyncController::countsChanged, this, &OpeningModel::readRecord);
  connect(&client.sync(), &SyncController::countsChanged, this, &OpeningModel::readAnswer);
  connect(&client, &Client::eventReceived, this, &OpeningModel::readEvent);
  connect(workplace, &Workplace::connectionChanged, this, &OpeningModel::availableChanged);
  connect(workplace, &Workplace::connectionChanged, this, &OpeningModel::readRecord);
  connect(workplace, &Workplace::gateChanged, this, &OpeningModel::availableChanged);
  connect(workplace, &Workplace::languageChanged, this, &OpeningModel::changed);
  emit workplaceChanged();
  emit availableChanged();
}

bool OpeningModel::mayBeOpen() const {
  return m_outcome == Outcome::Asked || m_outcome == Outcome::Opened
         || m_outcome == Outcome::Unknown;
}

QString OpeningModel::outcomeText() const {
  switch (m_outcome) {
  case Outcome::None:
    return {};
  case Outcome::Asked:
    return tr("Membuka…");
  case Outcome::Opened:
    return tr("Palang dibuka");
  case Outcome::Failed:
    return tr("Gagal dibuka");
  case Outcome::Expired:
    return tr("Terlambat, tidak dijalankan");
  case Outcome::Unknown:
    break;
  }
  return tr("Belum pasti terbuka: lihat palangnya");
}

QString OpeningModel::gateName() const {
  const auto& config = m_workplace != nullptr ? m_workplace->config() : std::nullopt;
  const auto* gate = config ? config->find_gate(m_gateId.toStdString()) : nullptr;
  return gate != nullptr ? QString::fromStdString(gate->name) : m_gateId;
}

bool OpeningModel::isAvailable() const {
  return m_workplace != nullptr && m_workplace->isOnline();
}

QString OpeningModel::whyNot() const {
  return isAvailable() ? QString{}
                       : tr("Luring: palang tidak bisa dibuka dari HP. Perintah tidak pernah "
                            "disimpan untuk nanti; buka dengan kunci "
                            "dan catat alasannya setelah tersambung.");
}

void OpeningModel::open(const QString& gateId, const QString& reason, const QString& sessionId) {
  reset();
  m_gateId = gateId;
  protocol::gate_open_data data;
  data.gate_id = gateId.toStdString();
  data.session_id = parse_uuid(sessionId.toStdString());
  if (!data.session_id)
    data.reason = reason.toStdString();
  ask(data, gateName() + (reason.isEmpty() ? QString{} : QStringLiteral(" · ") + reason));
}

void OpeningModel::openAfter(const QString& recordId) {
  reset();
  const auto id = parse_uuid(recordId.toStdString());
  const auto row = m_workplace->client().store().row(id.value_or(uuid{}));
  if (!row || row->submission.is_offline)
    return;
  const auto gateId = openingAfter(*row).gate_id;
  const auto& config = m_workplace->config();
  const auto* gate = config ? config->find_gate(gateId) : nullptr;
  if (gate == nullptr || !gate->lock_id)
    return;
  m_gateId = QString::fromStdString(gateId);
  m_record = id;
  m_outcome = Outcome::Asked;
  m_recordPatience.start();
  emit changed();
  readRecord();
}

void OpeningModel::ask(const protocol::gate_open_data& data, const QString& summary) {
  if (!isAvailable())
    return settle(Outcome::Failed, whyNot());
  // How long it may wait is the core's to say.
  const auto row = m_workplace->client().record(data, summary.toStdString());
  if (!row)
    return settle(Outcome::Failed, wording::of(row.error()).text);
  m_submission = row->submission.id;
  m_outcome = Outcome::Asked;
  m_patience.start();
  emit changed();
  readAnswer();
}

void OpeningModel::reset() {
  m_recordPatience.stop();
  m_patience.stop();
  m_record.reset();
  m_submission.reset();
  m_command.reset();
  m_outcome = Outcome::None;
  m_detail.clear();
  emit changed();
}

void OpeningModel::settle(Outcome outcome, const QString& detail) {
  m_recordPatience.stop();
  m_patience.stop();
  m_record.reset();
  m_outcome = outcome;
  m_detail = detail;
  emit changed();
}

void OpeningModel::readRecord() {
  if (!m_record)
    return;
  if (!isAvailable())
    return settle(Outcome::Failed, whyNot());
  const auto row = m_workplace->client().store().row(*m_record);
  if (!row || row->state == sync::record_state::pending)
    return;
  m_record.reset();
  m_recordPatience.stop();
  if (row->state == sync::record_state::quarantined)
    return settle(Outcome::Failed, tr("Server menolak catatannya: %1")
                                       .arg(row->why ? wording::of(*row->why).text : QString{}));
  ask(openingAfter(*row), gateName());
}

void OpeningModel::readAnswer() {
  if (!m_submission || m_command)
    return;
  const auto row = m_workplace->client().store().row(*m_submission);
  if (!row)
    return;
  if (row->state == sync::record_state::quarantined)
    return settle(Outcome::Failed, row->why ? wording::of(*row->why).text : QString{});
  if (const auto command = commandIn(row->acceptedData);
      row->state == sync::record_state::applied && command) {
    m_command = command->id;
    follow(*command);
  }
}

void OpeningModel::readEvent(const protocol::event& e) {
  if (!m_submission || e.event_topic != protocol::topic::gate)
    return;
  readAnswer();
  if (const auto command = commandIn(e.data); command && m_command && command->id == *m_command)
    follow(*command);
}

void OpeningModel::follow(const protocol::gate_command& command) {
  const auto outcome = outcomeOf(command.state);
  if (outcome != Outcome::Asked)
    settle(outcome, wording::ofBoth(command.detail));
}

} // namespace palang::mobile
