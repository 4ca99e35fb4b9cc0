#pragma once

#include "mobile/core/store.h"
#include "tests/mobile/core/storesamples.h"
#include "tests/support/temp_dir.hpp"

#include <string>

namespace palang::mobile::samples {

struct OpenStore {
  testing::temp_dir dir;
  manual_clock time{start};
  QString path = QString::fromStdString(dir.file("palang.sqlite"));
  Store store{time};

  OpenStore() { required(store.open(path)); }
  OutboxRow entry(const std::string& plateKey) {
    return required(store.append(entryDraft(plateKey)));
  }
  OutboxRow row(const uuid& id) { return required(store.row(id)); }
};

inline uuid sessionOf(const OutboxRow& row) {
  return std::get<protocol::entry_data>(row.submission.data).session_id;
}

} // namespace palang::mobile::samples
