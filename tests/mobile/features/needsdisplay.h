#pragma once

#include <QGuiApplication>

namespace palang::test {

/// The one application that windows of a test program share, drawn where nobody looks. A test
/// inherits it before what makes a window. Thread: the GUI's.
struct NeedsDisplay {
  NeedsDisplay() {
    static int argc = 1;
    static char name[] = "palang-test";
    static char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    // Never taken down: Qt's plug-ins do not outlive the process's other statics.
    static auto* app = new QGuiApplication{argc, argv};
    static_cast<void>(app);
  }
};

} // namespace palang::test
