#include "mobile/features/outbox/exporter.h"

#include "mobile/base/wording.h"
#include "mobile/core/offlinefiles.h"

#include <QDateTime>
#include <QDir>

namespace palang::mobile {

namespace {

/// The site's, or the device's own while the site's is not known: the format has no times without a
/// zone.
protocol::site_zone zoneOf(const Workplace& workplace) {
  if (workplace.config() && !workplace.config()->site.utc_offsets.empty())
    return workplace.config()->site.utc_offsets;
  return {{from_ms(0), QDateTime::currentDateTime().offsetFromUtc() / 60}};
}

} // namespace

void Exporter::setWorkplace(Workplace* workplace) {
  m_workplace = workplace;
  emit workplaceChanged();
}

void Exporter::run() {
  const QDir data(m_workplace->dataDir());
  auto& client = m_workplace->client();
  const OfflineFiles files(client.store(), client.photos());
  const auto folder = data.filePath(QStringLiteral("offline_data"));
  const auto done = files.exportFolder({folder, zoneOf(*m_workplace)});
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

} // namespace palang::mobile
