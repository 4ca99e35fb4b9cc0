#pragma once

#include "mobile/base/arguments.h"
#include "mobile/core/client.h"

#include <QUrl>

namespace palang::mobile {

/// What makes one of our windows a program of its own.
struct Program {
  QString name;
  QString description; ///< Of --help.
  WindowSize size;
  QUrl window;            ///< Its root takes `workplace` and `defaultServer`.
  bool isHandheld;        ///< Sounds, condition and camera of a device in the hand.
  const clock& time;      ///< As Client wants it.
  Client::Options client; ///< All but the folder.
};

/// From the command line to the end of the window. Returns the exit code: 0 fine, 1 the script
/// failed or the window did not come up, 2 bad arguments, 3 the store cannot be opened.
[[nodiscard]] int runProgram(int argc, char* argv[], Program program);

} // namespace palang::mobile
