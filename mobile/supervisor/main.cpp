// palang-supervisor: what happens at the site, on a desktop. Composition only.
#include "mobile/base/program.h"

using namespace palang::mobile;

int main(int argc, char* argv[]) {
  const palang::system_clock time;
  return runProgram(
      argc, argv,
      {.name = QStringLiteral("palang-supervisor"),
       .description =
           QStringLiteral("Palang for supervisors: what happens now, and every vehicle."),
       .size = {.usual = {1280, 800}, .least = {1024, 640}},
       .window = QUrl(QStringLiteral("qrc:/qt/qml/Palang/Supervisor/Main.qml")),
       .isHandheld = false,
       .time = time,
       // A supervisor works from any desk: no device, so nothing is numbered.
       .client = {.dataDir = {},
                  .app = "supervisor",
                  .hasDevice = false,
                  .topics = {"session", "gate", "lock", "gateway", "alert", "config", "sync"}}});
}
