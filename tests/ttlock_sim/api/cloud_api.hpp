#pragma once

#include "tests/ttlock_sim/api/faults.hpp"
#include "tests/ttlock_sim/api/http_message.hpp"
#include "tests/ttlock_sim/model/form.hpp"
#include "tests/ttlock_sim/model/remote.hpp"
#include "tests/ttlock_sim/model/world.hpp"

namespace palang::ttlock_sim {

/// TTLock's HTTP interface over a world. Every refusal is HTTP 200 with an errcode.
class cloud_api {
public:
  cloud_api(world& w, remote& commands, faults& planned)
      : world_{&w}, remote_{&commands}, faults_{&planned} {}

  void handle(const http_request& request, const respond& answer);

private:
  void dispatch(const http_request& request, const respond& answer);
  [[nodiscard]] int refusal(const http_request& request, const form_fields& fields);

  world* world_;
  remote* remote_;
  faults* faults_;
};

} // namespace palang::ttlock_sim
