#include "mobile/features/outbox/importer.h"

#include "mobile/base/wording.h"
#include "mobile/core/offlinefiles.h"
#include "mobile/core/synccontroller.h"

#include <QDir>
#include <QTimer>

#include <algorithm>

namespace palang::mobile {

namespace {

/// Long enough for a frame that says what goes on.
constexpr auto frame = std::chrono::milliseconds(50);

QString nameOf(const std::vector<protocol::gate_config>& gates) {
  return gates.empty() ? QString{} : QString::fromStdString(gates.front().name);
}

void turn(std::vector<protocol::gate_config>& gates) {
  if (!gates.empty())
    std::ranges::rotate(gates, gates.begin() + 1);
}

} // namespace

void Importer::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::gateChanged, this, &Importer::chooseGates);
  emit workplaceChanged();
  chooseGates();
}

QString Importer::usualFolder() const {
  return m_workplace != nullptr
             ? QDir(m_workplace->dataDir()).filePath(QStringLiteral("offline_data"))
             : QString{};
}

QString Importer::entryGate() const {
  return nameOf(m_entryGates);
}

QString Importer::exitGate() const {
  return nameOf(m_exitGates);
}

void Importer::nextEntryGate() {
  turn(m_entryGates);
  emit gatesChanged();
}

void Importer::nextExitGate() {
  turn(m_exitGates);
  emit gatesChanged();
}

void Importer::run(const QString& folder) {
  if (m_state == State::Running)
    return;
  m_skipped.clear();
  settle(State::Running, {});
  QTimer::singleShot(frame, this, [this, folder] { take(folder.trimmed()); });
}

void Importer::reset() {
  m_skipped.clear();
  settle(State::Ready, {});
}

Importer::Gates Importer::gatesFor(protocol::gate_direction direction) const {
  Gates gates = m_workplace->config() ? m_workplace->config()->gates : Gates{};
  std::erase_if(gates, [&](const protocol::gate_config& gate) {
    return gate.direction != direction && gate.direction != protocol::gate_direction::both;
  });
  const auto here =
      std::ranges::find(gates, m_workplace->gateId().toStdString(), &protocol::gate_config::id);
  if (here != gates.end())
    std::ranges::rotate(gates, here);
  return gates;
}

void Importer::chooseGates() {
  m_entryGates = gatesFor(protocol::gate_direction::in);
  m_exitGates = gatesFor(protocol::gate_direction::out);
  emit gatesChanged();
}

void Importer::take(const QString& folder) {
  auto& client = m_workplace->client();
  const auto person = client.identity();
  if (m_entryGates.empty() || m_exitGates.empty() || !person)
    return settle(State::Failed, tr("Pintu lokasi ini belum dikenal. Hubungkan ke server dulu."));
  OfflineFiles files(client.store(), client.photos());
  const auto imported = files.importFolder({.folder = folder,
                                            .zone = m_workplace->zone(),
                                            .entryGateId = m_entryGates.front().id,
                                            .exitGateId = m_exitGates.front().id,
                                            .username = person->user.username,
                                            .hasDevice = m_workplace->hasDevice()});
  if (imported) {
    client.sync().reload();
    return tell(*imported);
  }
  if (imported.error().code == errc::not_found)
    return settle(State::Failed, tr("Tidak ada folder %1.").arg(folder));
  const auto words = wording::of(imported.error());
  settle(State::Failed, words.text + QLatin1Char(' ') + words.nextStep);
}

void Importer::tell(const std::vector<ImportedFile>& files) {
  using Outcome = ImportedFile::Outcome;
  const auto count = [&](Outcome outcome) {
    return std::ranges::count(files, outcome, &ImportedFile::outcome);
  };
  for (const auto& file : files)
    if (file.outcome == Outcome::Skipped)
      m_skipped.append(file.name + QStringLiteral(": ") + file.note);
  settle(State::Done, tr("%1 catatan diambil, %2 sudah ada, %3 berkas dilewati.")
                          .arg(count(Outcome::Imported))
                          .arg(count(Outcome::AlreadyThere))
                          .arg(count(Outcome::Skipped)));
}

void Importer::settle(State state, const QString& summary) {
  m_state = state;
  m_summary = summary;
  emit stateChanged();
}

} // namespace palang::mobile
