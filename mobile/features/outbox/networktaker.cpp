#include "mobile/features/outbox/networktaker.h"

namespace palang::mobile {

using protocol::handover_answer;

namespace {

bool isKept(const CarriedStore& copies, const crypto::sha256& sha256) {
  const auto hex = crypto::to_hex(sha256);
  const auto all = copies.all();
  return all && std::ranges::any_of(*all, [&](const CarriedCopy& c) { return c.sha256 == hex; })
         && copies.content(hex);
}

QString wordsOf(handover_answer why) {
  switch (why) {
  case handover_answer::other_site:
    return NetworkTaker::tr("Ini catatan lokasi lain, server di sini tidak dapat membacanya.");
  case handover_answer::spent:
    return NetworkTaker::tr("Kode ini sudah dipakai untuk salinan lain. Tutup, lalu buka lagi.");
  case handover_answer::too_large:
    return NetworkTaker::tr("Terlalu banyak catatan. Di HP yang satunya pakai Salinan kedua.");
  case handover_answer::damaged:
    return NetworkTaker::tr("Yang datang rusak; HP yang satunya mencoba lagi.");
  default:
    return NetworkTaker::tr("HP ini tidak dapat menyimpannya. Kosongkan penyimpanan, lalu coba "
                            "lagi, atau pakai HP lain.");
  }
}

} // namespace

NetworkTaker::NetworkTaker(QObject* parent) : QObject(parent) {
  connect(&m_listener, &HandoverListener::arriving, this, [this] { show(Phase::Arriving); });
  connect(&m_listener, &HandoverListener::kept, this, &NetworkTaker::keepNews);
  connect(&m_listener, &HandoverListener::refused, this, [this](handover_answer why) {
    m_workplace->give(Cue::Refused);
    show(m_phase == Phase::Done ? Phase::Done : Phase::Waiting, wordsOf(why));
  });
  connect(&m_listener, &HandoverListener::cut, this, [this] {
    if (m_phase == Phase::Arriving)
      show(Phase::Waiting, tr("Sambungan terputus sebelum selesai. Di HP yang satunya tekan Coba "
                              "lagi, atau pakai kode berurutan."));
  });
  connect(&m_listener, &HandoverListener::timedOut, this, [this] {
    if (m_phase != Phase::Done)
      show(Phase::Closed,
           tr("Sepuluh menit berlalu tanpa kiriman, jadi HP ini berhenti menunggu."));
  });
}

void NetworkTaker::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  emit workplaceChanged();
}

bool NetworkTaker::hasNetwork() const {
  return m_workplace != nullptr && !m_workplace->platform().network->addresses().isEmpty();
}

QString NetworkTaker::code() const {
  const auto& invitation = m_listener.invitation();
  return invitation ? QString::fromStdString(protocol::encode(*invitation)) : QString();
}

protocol::handover_taking::keeper NetworkTaker::keeper() const {
  auto& client = m_workplace->client();
  return {
      m_workplace->config()->site.number,
      [&client](const protocol::handover_offer& offer) {
        return isKept(client.carried(), offer.sha256) ? handover_answer::kept
                                                      : handover_answer::send;
      },
      [&client](const protocol::handover_offer& offer, const crypto::bytes& sealed) {
        return client.carry(sealed, offer.device_no, offer.records).map([](const CarriedCopy&) {});
      }};
}

void NetworkTaker::start() {
  stop();
  const auto deviceNo = m_workplace->client().deviceNo();
  if (!m_workplace->config() || !deviceNo)
    return show(Phase::Closed, tr("HP ini belum mengenal lokasinya. Hubungkan sekali ke server, "
                                  "lalu coba lagi."));
  const auto started =
      m_listener.start(m_workplace->platform().network->addresses(), *deviceNo, keeper());
  if (started)
    show(Phase::Waiting);
  else if (started.error().code == errc::not_found)
    show(Phase::Closed, tr("HP ini tidak berada di jaringan mana pun. Sambungkan kedua HP ke Wi-Fi "
                           "yang sama, hotspot juga boleh, atau pakai kode berurutan."));
  else
    show(Phase::Closed, tr("Jaringan tidak dapat dipakai. Pakai kode berurutan."));
}

void NetworkTaker::stop() {
  m_listener.stop();
  m_whose.clear();
  show(Phase::Closed);
}

void NetworkTaker::keepNews(const protocol::handover_offer& offer) {
  const bool isNews = m_phase != Phase::Done;
  m_whose = tr("%n catatan dari HP %1", "", offer.records).arg(offer.device_no);
  show(Phase::Done);
  if (isNews)
    m_workplace->give(Cue::Good);
}

void NetworkTaker::show(Phase phase, const QString& trouble) {
  m_phase = phase;
  m_trouble = trouble;
  emit changed();
}

} // namespace palang::mobile
