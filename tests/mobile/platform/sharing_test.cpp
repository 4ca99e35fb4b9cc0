#include "mobile/platform/sharing.h"

#include <QDir>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace palang::mobile;

TEST_CASE("on a desktop a shared picture becomes a file", "[sharing]") {
  const QTemporaryDir dir;
  QImage picture(10, 20, QImage::Format_Grayscale8);
  picture.fill(Qt::white);
  const auto path =
      FolderSharing(dir.filePath(QStringLiteral("Karcis"))).share(picture, QStringLiteral("12-3"));
  CHECK(path == dir.filePath(QStringLiteral("Karcis/12-3.png")));
  CHECK(QImage(path).size() == QSize(10, 20));
}

TEST_CASE("a folder that cannot be made is told of", "[sharing]") {
  CHECK(FolderSharing(QStringLiteral("/dev/null/x"))
            .share(QImage(1, 1, QImage::Format_Mono), QStringLiteral("a"))
            .isEmpty());
}
