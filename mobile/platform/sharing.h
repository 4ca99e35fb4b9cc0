#pragma once

#include <QImage>
#include <QString>

namespace palang::mobile {

/// Hands a picture to other people: on a phone to the program that the person chooses, on a desktop
/// as a file.
class Sharing {
public:
  virtual ~Sharing() = default;
  /// Where it went, for the person to read; empty when it could not be done.
  [[nodiscard]] virtual QString share(const QImage& picture, const QString& name) = 0;
};

/// Saves below a folder, which is made when needed.
class FolderSharing : public Sharing {
public:
  explicit FolderSharing(QString folder) : m_folder(std::move(folder)) {}

  [[nodiscard]] QString share(const QImage& picture, const QString& name) override;

private:
  QString m_folder;
};

} // namespace palang::mobile
