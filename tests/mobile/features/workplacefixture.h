#pragma once

#include "../core/clientfixture.h"

#include "mobile/base/wording.h"
#include "mobile/base/workplace.h"

#include <memory>

namespace palang::test {

/// A device at gate in-1 of the demo site, online with the scripted server, as the screens see it.
struct WorkplaceFixture : ClientFixture {
  WorkplaceFixture() {
    goOnline();
    remake();
  }
  ~WorkplaceFixture() { mobile::wording::setIndonesian(true); }

  void remake() {
    workplace = std::make_unique<mobile::Workplace>(
        *client, dir.path(), mobile::makePlatform(dir.path(), dir.filePath("camera"), "127.0.0.1"));
    workplace->setGateId(QStringLiteral("in-1"));
  }
  /// The program ends and starts again on the same folder.
  void restartProgram() {
    workplace.reset();
    restart();
    remake();
  }
  template <class Data>
  [[nodiscard]] const Data& sent(std::size_t index) const {
    return std::get<Data>(server.submits.at(index).data);
  }

  std::unique_ptr<mobile::Workplace> workplace;
};

} // namespace palang::test
