#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace palang::mobile {

/// Texts that a person could not read whole, each as a sentence: cut, wider or higher than their
/// place, beyond the window's or a clipping parent's edge, or over each other. Of an open popup
/// only that one is looked at. What scrolls may stick out in the direction that it scrolls.
[[nodiscard]] QStringList misfits(const QQuickWindow& window);

} // namespace palang::mobile
