#include "mobile/features/exit/checkoutmodel.h"

/// A supervisor's leave by telephone, of CheckoutModel.
namespace palang::mobile {

bool CheckoutModel::needsApproval(double amount) const {
  if (m_workplace->isOnline())
    return false;
  // What has no price must not become a car that cannot leave: without a key the reason is all.
  return m_fee ? rupiah{qRound64(amount)} < m_fee->due
               : m_workplace->client().approvalKey().has_value();
}

int CheckoutModel::deviceNo() const {
  return m_workplace != nullptr ? m_workplace->client().deviceNo().value_or(0) : 0;
}

QString CheckoutModel::challenge() const {
  return m_approval ? QString::fromStdString(m_approval->challenge()) : QString{};
}

bool CheckoutModel::askApproval(double amount) {
  auto& client = m_workplace->client();
  const auto key = client.approvalKey();
  m_approval.reset();
  m_approvalNote.clear();
  if (key)
    m_approval.emplace(client.deviceNo().value_or(0), rupiah{qRound64(amount)}, *key,
                       client.time().monotonic());
  else
    m_approvalNote = tr("Izin telepon belum bisa di HP ini: kunci lokasi belum diterima. "
                        "Sambungkan HP sekali ke server, "
                        "atau pakai biaya menurut tarif.");
  emit approvalChanged();
  return m_approval.has_value();
}

void CheckoutModel::dropApproval() {
  m_approval.reset();
  m_approvalNote.clear();
  emit approvalChanged();
}

bool CheckoutModel::approve(const QString& code, const QString& reason) {
  if (!m_approval || !m_session)
    return false;
  auto& client = m_workplace->client();
  const auto outcome = m_approval->answer(code.toStdString(), client.time().monotonic());
  if (outcome != domain::approval::outcome::granted) {
    m_approvalNote = outcome == domain::approval::outcome::wrong ? tr("Kode tidak cocok, coba lagi")
                     : outcome == domain::approval::outcome::expired
                         ? tr("Waktunya habis, minta kode baru")
                         : tr("Sudah tiga kali salah, minta kode baru");
    emit approvalChanged();
    return false;
  }
  protocol::note_data note;
  note.what = protocol::note_kind::approval;
  if (!m_session->id.is_nil())
    note.session_id = m_session->id;
  note.text =
      tr("%1 disetujui penyelia lewat telepon, kode %2: %3")
          .arg(QString::fromStdString(to_display(m_approval->amount())), challenge(), reason)
          .toStdString();
  const auto row = client.record(note, m_session->plate);
  m_approval.reset();
  emit approvalChanged();
  if (!row)
    refuse(row.error());
  return row.has_value();
}

} // namespace palang::mobile
