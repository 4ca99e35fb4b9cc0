// palang-handheld: the attendants' program. Composition only.
#include "mobile/base/program.h"
#include "mobile/core/monotonicclock.h"

using namespace palang::mobile;

int main(int argc, char* argv[]) {
  const MonotonicClock time;
  return runProgram(
      argc, argv,
      {.name = QStringLiteral("palang-handheld"),
       .description = QStringLiteral(
           "Palang for attendants: entry, exit, cash and tickets, with or without a network."),
       .size = {.usual = {360, 800}, .least = {320, 480}},
       .window = QUrl(QStringLiteral("qrc:/qt/qml/Palang/Handheld/Main.qml")),
       .isHandheld = true,
       .time = time,
       .client = {.dataDir = {}, .app = "handheld", .topics = {"session", "gate", "config"}}});
}
