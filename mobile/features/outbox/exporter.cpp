#include "mobile/features/outbox/exporter.h"

#include "mobile/base/wording.h"
#include "mobile/core/offlinefiles.h"
#include "mobile/core/secondcopy.h"

#include <QDir>

namespace palang::mobile {

void Exporter::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  emit workplaceChanged();
}

void Exporter::run() {
  const QDir data(m_workplace->dataDir());
  auto& client = m_workplace->client();
  const OfflineFiles files(client.store(), client.photos());
  const auto folder = data.filePath(QStringLiteral("offline_data"));
  const auto done = files.exportFolder({folder, m_workplace->zone()});
  m_hasFailed = !done;
  if (!done) {
    const auto words = wording::of(done.error());
    m_report = words.text + QLatin1Char(' ') + words.nextStep;
  } else {
    m_report =
        tr("%1 catatan dan %2 foto ditulis ke %3").arg(done->records).arg(done->photos).arg(folder);
    if (!done->left.isEmpty())
      m_report +=
          QLatin1Char('\n')
          + tr("%1 catatan jenis lain tidak punya tempat dalam format ini.").arg(done->left.size());
  }
  emit reported();
}

void Exporter::seal() {
  const auto folder = QDir(m_workplace->dataDir()).filePath(QStringLiteral("Salinan"));
  const auto copy = writeSecondCopy(m_workplace->client(), folder);
  m_hasFailed = !copy && copy.error().code != errc::not_found;
  if (copy)
    m_report =
        tr("%1 catatan dan %2 foto (%3) disegel ke %4. Siapa pun boleh membawanya ke server.")
            .arg(copy->records)
            .arg(copy->photos)
            .arg(wording::locale().formattedDataSize(copy->sizeBytes), copy->path);
  else if (copy.error().code == errc::not_found)
    m_report = tr("Semua sudah terkirim, tidak ada yang perlu disalin.");
  else if (copy.error().code == errc::not_supported)
    m_report = tr("Server belum memberi kuncinya. Hubungkan HP ini sekali, lalu coba lagi.");
  else
    m_report = wording::of(copy.error()).text;
  emit reported();
}

} // namespace palang::mobile
