#include "mobile/components/fonts.h"

#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>

namespace palang::mobile {

namespace {

QString firstInstalled(const QStringList& families, const QString& otherwise) {
  for (const auto& family : families)
    if (QFontDatabase::hasFamily(family))
      return family;
  return otherwise;
}

} // namespace

Fonts::Fonts(QObject* parent) : QObject(parent) {
  const QDir embedded(QStringLiteral(":/palang/fonts"));
  for (const auto& file : embedded.entryList(QDir::Files))
    QFontDatabase::addApplicationFont(embedded.filePath(file));
  m_text = firstInstalled({QStringLiteral("Roboto")}, QGuiApplication::font().family());
  m_digits = firstInstalled({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")},
                            QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
}

} // namespace palang::mobile
