#include "mobile/platform/filecamera.h"

#include <QDir>

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr auto framePeriod = std::chrono::milliseconds(60);

} // namespace

FileCamera::FileCamera(QString folder, QObject* parent)
    : Camera(parent), m_folder(std::move(folder)) {
  m_timer.setInterval(framePeriod);
  connect(&m_timer, &QTimer::timeout, this, &FileCamera::next);
}

bool FileCamera::isAvailable() const {
  return QDir(m_folder).exists();
}

void FileCamera::next() {
  const QDir folder(m_folder);
  const auto names =
      folder.entryList({QStringLiteral("*.png"), QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
  if (names.isEmpty())
    return;
  const auto after = std::upper_bound(names.begin(), names.end(), m_last);
  m_last = after == names.end() ? names.constFirst() : *after;
  show(QImage(folder.filePath(m_last)));
}

} // namespace palang::mobile
