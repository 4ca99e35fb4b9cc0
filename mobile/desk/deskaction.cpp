#include "mobile/desk/deskaction.h"

#include "mobile/base/wording.h"

#include <QPointer>

namespace palang::mobile {

namespace {

uuid idOf(const QString& text) {
  return parse_uuid(text.toStdString()).value_or(uuid{});
}

} // namespace

void DeskAction::setWorkplace(Workplace* workplace) {
  if (workplace == m_workplace || workplace == nullptr)
    return;
  m_workplace = workplace;
  connect(workplace, &Workplace::connectionChanged, this, &DeskAction::availableChanged);
  connect(workplace, &Workplace::identityChanged, this, &DeskAction::availableChanged);
  connect(workplace, &Workplace::languageChanged, this, &DeskAction::availableChanged);
  connect(this, &DeskAction::changed, this, &DeskAction::availableChanged);
  emit workplaceChanged();
  emit availableChanged();
}

bool DeskAction::isAllowed() const {
  const auto who = m_workplace == nullptr ? std::nullopt : m_workplace->client().identity();
  return !m_needsAdmin || (who && who->user.user_role == protocol::role::admin);
}

bool DeskAction::isAvailable() const {
  return whyNot().isEmpty() && m_state != State::Waiting;
}

QString DeskAction::whyNot() const {
  if (m_workplace == nullptr || !m_workplace->isOnline())
    return tr("Luring: tindakan menunggu server terhubung lagi.");
  if (!isAllowed())
    return tr("Hanya admin yang dapat mengubah ini.");
  return {};
}

void DeskAction::resolveAlert(const QString& alertId, const QString& note) {
  submit(protocol::alert_resolve_data{idOf(alertId), note.trimmed().toStdString()},
         tr("Selesai, tersimpan bersama catatannya."));
}

void DeskAction::merge(const QString& keepId, const QString& dropId, const QString& reason) {
  submit(protocol::merge_data{idOf(keepId), idOf(dropId), reason.trimmed().toStdString()},
         tr("Digabung."));
}

void DeskAction::undoMerge(const QString& sessionId, const QString& reason) {
  submit(protocol::merge_undo_data{idOf(sessionId), reason.trimmed().toStdString()},
         tr("Penggabungan diurungkan."));
}

void DeskAction::keepBoth(const QString& alertId, const QString& note) {
  submit(protocol::duplicate_keep_data{idOf(alertId), note.trimmed().toStdString()},
         tr("Keduanya dipertahankan."));
}

void DeskAction::reopenDuplicate(const QString& alertId, const QString& reason) {
  submit(protocol::duplicate_reopen_data{idOf(alertId), reason.trimmed().toStdString()},
         tr("Dibuka lagi untuk diperiksa."));
}

void DeskAction::judgeOpening(const QString& openingId, const QString& verdict,
                              const QString& note) {
  protocol::opening_judge_data data;
  data.opening_id = idOf(openingId);
  data.verdict = protocol::opening_verdict_from(verdict.toStdString())
                     .value_or(protocol::opening_verdict::justified);
  data.note = note.trimmed().toStdString();
  submit(data, tr("Penilaian tersimpan."));
}

void DeskAction::pullRecords(const QString& lockId, int hours) {
  const auto now = m_workplace->now();
  submit(protocol::lock_sync_data{lockId.toStdString(), now - std::chrono::hours(hours), now},
         tr("Catatan kunci diminta. Yang ditemukan muncul di daftar."));
}

void DeskAction::approveDevice(const QString& deviceId) {
  submit(protocol::device_approve_data{idOf(deviceId)}, tr("Perangkat disetujui."));
}

void DeskAction::revokeDevice(const QString& deviceId) {
  submit(protocol::device_revoke_data{idOf(deviceId)}, tr("Perangkat dicabut."));
}

void DeskAction::setUser(const QString& username, const QString& name, const QString& role,
                         const QString& password, bool disabled) {
  protocol::user_set_data data;
  data.username = username.trimmed().toStdString();
  data.name = name.trimmed().toStdString();
  data.user_role = protocol::role_from(role.toStdString()).value_or(protocol::role::attendant);
  if (!password.isEmpty())
    data.password = password.toStdString();
  data.is_disabled = disabled;
  submit(data, tr("Pengguna tersimpan."));
}

void DeskAction::dismiss() {
  settle(State::None, {});
}

void DeskAction::submit(const protocol::submit_data& data, const QString& done) {
  if (!isAvailable())
    return;
  settle(State::Waiting, tr("Menunggu server…"));
  m_workplace->client().submitNow(data,
                                  [self = QPointer(this), done](const result<std::string>& answer) {
                                    if (!self)
                                      return;
                                    if (answer) {
                                      self->settle(State::Done, done);
                                      emit self->done();
                                      return;
                                    }
                                    const auto words = wording::of(answer.error());
                                    self->settle(State::Refused, words.text, words.nextStep,
                                                 QString::fromStdString(answer.error().field));
                                    emit self->refused(answer.error().code);
                                  });
}

void DeskAction::settle(State state, const QString& text, const QString& nextStep,
                        const QString& field) {
  m_state = state;
  m_text = text;
  m_nextStep = nextStep;
  m_field = field;
  emit changed();
}

} // namespace palang::mobile
