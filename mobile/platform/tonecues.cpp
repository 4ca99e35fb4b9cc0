#include "mobile/platform/tonecues.h"

#include "mobile/platform/tones.h"

#include <QFile>
#include <QUrl>

namespace palang::mobile {

void ToneCues::give(Cue cue) {
  auto& effect = m_effects[cue];
  if (!effect)
    effect = load(cue);
  effect->play();
}

std::unique_ptr<QSoundEffect> ToneCues::load(Cue cue) const {
  auto effect = std::make_unique<QSoundEffect>();
  const auto path = m_folder.filePath(QStringLiteral("%1.wav").arg(static_cast<int>(cue)));
  QFile file(path);
  // Without the file it stays silent: the screen says it in any case.
  if (file.open(QIODevice::WriteOnly) && file.write(waveOf(tonesOf(cue))) > 0 && file.flush())
    effect->setSource(QUrl::fromLocalFile(path));
  return effect;
}

} // namespace palang::mobile
