#pragma once

#include <QObject>

#include <functional>

namespace palang::mobile {

enum class Permission { Camera, Bluetooth, Notices };

/// Asks the person when it was not asked before; answers at once when it was. `context` gone:
/// never.
void askFor(Permission what, QObject* context, std::function<void(bool isGranted)> answer);

} // namespace palang::mobile
