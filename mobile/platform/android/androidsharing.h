#pragma once

#include "mobile/platform/sharing.h"

namespace palang::mobile {

/// Android's chooser, with the picture in a file that the chosen program may read (Share.java).
class AndroidSharing : public Sharing {
public:
  explicit AndroidSharing(const QString& dataDir);

  [[nodiscard]] QString share(const QImage& picture, const QString& name) override;

private:
  FolderSharing m_files;
};

} // namespace palang::mobile
