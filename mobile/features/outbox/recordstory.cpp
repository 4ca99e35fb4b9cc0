#include "mobile/features/outbox/recordstory.h"

#include "mobile/base/wording.h"
#include "shared/protocol/codec.hpp"

#include <QCoreApplication>

namespace palang::mobile::story {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RecordStory)
};

using sync::record_state;

const auto separator = QStringLiteral(" · "); // As in mobile/core/summary.h.

/// A refused record that was tried again is settled by the one in its place; see Store::replace.
bool isReplaced(const OutboxRow& row) {
  return row.state == record_state::applied
         && protocol::member_of(row.acceptedData, "replaced_by").has_value();
}

/// The server was never asked: it refused a record that this one depends on.
bool isHeldBack(const OutboxRow& row) {
  return !row.why || row.why->field == "depends_on";
}

QString settledTime(const OutboxRow& row, const SiteTime& time) {
  return row.settledAt ? time.timeWithSeconds(*row.settledAt) : QString{};
}

QString reason(const OutboxRow& row) {
  return row.why ? wording::of(*row.why).text
                 : Words::tr("Menunggu catatan lain yang perlu diperiksa");
}

QString clockLine(const OutboxRow& row) {
  if (row.submission.clock.source == protocol::clock_source::none)
    return Words::tr("Jam HP saat itu belum dicocokkan dengan server");
  const auto seconds = row.submission.clock.offset_ms / 1000;
  return seconds == 0 ? QString{} : Words::tr("Jam HP dikoreksi %1 detik").arg(seconds);
}

QString noteText(protocol::note_kind what) {
  switch (what) {
  case protocol::note_kind::reprint:
    return Words::tr("Salinan karcis");
  case protocol::note_kind::approval:
    return Words::tr("Persetujuan penyelia");
  case protocol::note_kind::ready_check:
    return Words::tr("Pemeriksaan siap kerja");
  }
  return {};
}

} // namespace

QString kindText(const protocol::submit_data& data) {
  const auto kind = protocol::kind_of(data);
  if (kind == "entry")
    return Words::tr("Masuk");
  if (kind == "exit")
    return Words::tr("Keluar");
  if (kind == "gate.open")
    return Words::tr("Buka palang");
  if (kind == "shift.open")
    return Words::tr("Buka shift");
  if (kind == "shift.close")
    return Words::tr("Tutup shift");
  if (const auto* note = std::get_if<protocol::note_data>(&data))
    return noteText(note->what);
  return QString::fromStdString(std::string(kind));
}

QString iconName(const protocol::submit_data& data) {
  const auto kind = protocol::kind_of(data);
  if (kind == "entry")
    return QStringLiteral("masuk");
  if (kind == "exit")
    return QStringLiteral("keluar");
  if (kind == "gate.open")
    return QStringLiteral("gate");
  return kind.starts_with("shift") ? QStringLiteral("shift") : QStringLiteral("edit");
}

QString title(const OutboxRow& row) {
  const auto first = QString::fromStdString(row.summary).section(separator, 0, 0);
  return first == QStringLiteral("—") ? Words::tr("TANPA PLAT") : first;
}

QString facts(const OutboxRow& row, const std::optional<protocol::config>& config) {
  return wording::summary(QString::fromStdString(row.summary).section(separator, 1), config);
}

QString standing(const OutboxRow& row, const SiteTime& time) {
  switch (row.state) {
  case record_state::pending:
    return Words::tr("Menunggu kirim");
  case record_state::applied:
    if (isReplaced(row))
      return Words::tr("Ditolak, lalu dikirim lagi sebagai catatan baru");
    return row.isDuplicate ? Words::tr("Sudah ada di server")
                           : Words::tr("Terkirim %1").arg(settledTime(row, time));
  case record_state::quarantined:
    break;
  }
  return reason(row);
}

QStringList lines(const OutboxRow& row, const SiteTime& time) {
  QStringList told;
  const auto by = QString::fromStdString(row.username);
  told << (row.submission.is_offline ? Words::tr("%1  Dicatat oleh %2, luring")
                                     : Words::tr("%1  Dicatat oleh %2"))
              .arg(time.timeWithSeconds(row.createdAt), by);
  if (row.submission.device_seq)
    told << Words::tr("Catatan HP nomor %1").arg(*row.submission.device_seq);
  if (const auto line = clockLine(row); !line.isEmpty())
    told << line;
  told << Words::tr("Tersimpan di HP");
  if (row.state == record_state::pending)
    told << (row.dependsOn.empty() ? Words::tr("Menunggu kirim")
                                   : Words::tr("Menunggu kirim, sesudah catatan masuknya"));
  else if (isReplaced(row))
    told << Words::tr("Ditolak server: %1").arg(reason(row))
         << Words::tr("%1  Dicoba lagi: catatan baru menggantikannya").arg(settledTime(row, time));
  else if (row.state == record_state::quarantined)
    told << (isHeldBack(row) ? QStringLiteral("%1  %2") : Words::tr("%1  Ditolak server: %2"))
                .arg(settledTime(row, time), reason(row));
  else
    told << (row.isDuplicate ? Words::tr("%1  Server sudah memilikinya")
                             : Words::tr("%1  Diterima server"))
                .arg(settledTime(row, time));
  return told;
}

QString nextStep(const OutboxRow& row) {
  if (row.state != record_state::quarantined)
    return {};
  return row.why ? wording::of(*row.why).nextStep
                 : Words::tr("Selesaikan dulu catatan yang ditunggu.");
}

} // namespace palang::mobile::story
