#include "mobile/features/outbox/networkgiver.h"

#include "mobile/core/secondcopy.h"
#include "mobile/features/outbox/sealwords.h"

namespace palang::mobile {

using protocol::handover_answer;

namespace {

QString wordsOf(handover_answer why) {
  switch (why) {
  case handover_answer::stranger:
    return NetworkGiver::tr("Kode itu sudah tidak berlaku. Pindai kode yang sekarang tampil di HP "
                            "yang satunya.");
  case handover_answer::spent:
    return NetworkGiver::tr("HP yang satunya sudah menerima salinan lain dengan kode itu. Di sana "
                            "tutup dan buka lagi, lalu pindai kode barunya.");
  case handover_answer::other_site:
    return NetworkGiver::tr("HP itu bekerja di lokasi lain dan tidak dapat membawanya.");
  default:
    return NetworkGiver::tr("HP yang satunya tidak dapat menyimpannya. Pakai HP lain, atau Salinan "
                            "kedua.");
  }
}

} // namespace

NetworkGiver::NetworkGiver(QObject* parent) : QObject(parent) {
  connect(&m_sender, &HandoverSender::finished, this, &NetworkGiver::end);
}

void NetworkGiver::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  emit workplaceChanged();
}

bool NetworkGiver::isPossible() const {
  return m_workplace != nullptr && m_workplace->camera()->isAvailable()
         && !m_workplace->platform().network->addresses().isEmpty();
}

int NetworkGiver::receiver() const {
  return m_phase == Phase::Done ? m_invitation->device_no : 0;
}

result<void> NetworkGiver::prepare() {
  auto waiting = sealRecords(m_workplace->client());
  if (!waiting)
    return fail(waiting.error());
  const auto& config = m_workplace->config();
  if (!config)
    return fail(errc::not_supported, "no configuration");
  m_sealed = std::move(waiting->sealed);
  m_offer = protocol::offer_of(m_sealed, config->site.number, waiting->deviceNo,
                               static_cast<std::size_t>(waiting->records));
  return {};
}

void NetworkGiver::start() {
  stop();
  const auto prepared = prepare();
  if (!prepared)
    return refuse(sealTrouble(prepared.error()));
  m_phase = Phase::Scanning;
  if (m_workplace->platform().network->addresses().isEmpty())
    m_trouble = tr("HP ini tidak berada di jaringan mana pun. Sambungkan kedua HP ke Wi-Fi yang "
                   "sama, hotspot juga boleh, atau pakai kode berurutan.");
  emit changed();
}

void NetworkGiver::stop() {
  m_sender.stop();
  m_sealed.clear();
  m_offer = {};
  m_invitation.reset();
  m_phase = Phase::Closed;
  m_trouble.clear();
  m_canRetry = false;
  emit changed();
}

void NetworkGiver::take(const QString& code) {
  if (m_phase != Phase::Scanning)
    return;
  const auto invitation = protocol::read_handover_invitation(code.toStdString());
  if (!invitation)
    return refuse(invitation.error().code == errc::corrupt
                      ? tr("Kode rusak terbaca; pindai sekali lagi.")
                      : tr("Bukan kode penerimaan. Di HP yang satunya: Catatan, Salinan & "
                           "pindahan, Terima dari HP lain."));
  if (invitation->site_no != m_offer.site_no)
    return refuse(wordsOf(handover_answer::other_site));
  // The camera may still see what came to nothing; the person says when to try that again.
  if (*invitation == m_invitation)
    return;
  m_invitation = *invitation;
  retry();
}

void NetworkGiver::retry() {
  m_phase = Phase::Sending;
  m_trouble.clear();
  m_canRetry = false;
  m_sender.start(*m_invitation, m_offer, m_sealed);
  emit changed();
}

void NetworkGiver::refuse(const QString& why, bool canRetry) {
  const bool isNews = m_trouble != why;
  m_trouble = why;
  m_canRetry = canRetry;
  emit changed();
  if (isNews)
    m_workplace->give(Cue::Refused);
}

void NetworkGiver::end(HandoverSender::End end) {
  using End = HandoverSender::End;
  m_phase = end == End::Kept ? Phase::Done : Phase::Scanning;
  switch (end) {
  case End::Kept:
    m_workplace->give(Cue::Good);
    return emit changed();
  case End::Unreachable:
    return refuse(tr("HP yang satunya tidak terjangkau. Pastikan keduanya di Wi-Fi yang sama, lalu "
                     "coba lagi, atau pakai kode berurutan."),
                  true);
  case End::Cut:
    return refuse(
        tr("Sambungan terputus, belum pasti sampai. Coba lagi, atau pakai kode berurutan: "
           "tidak ada yang hilang atau terhitung dua kali."),
        true);
  case End::Refused:
    return refuse(wordsOf(m_sender.refusal()), m_sender.refusal() == handover_answer::not_kept);
  }
}

} // namespace palang::mobile
